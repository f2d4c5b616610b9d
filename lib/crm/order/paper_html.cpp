// SPDX-License-Identifier: MIT
#include "crm/order/paper.hpp"
#include "crm/order/paper_words.hpp"

#include <mstch/mstch.hpp>

namespace crm
{

namespace
{

// A sheet of A4 with the address where a window envelope shows it: DIN 5008 form B, field of
// 85 x 45 mm, 20 mm from the left and 45 mm from the top; the return line above it in small print.
constexpr const char* page = R"html(<!DOCTYPE html>
<html lang="{{language}}">
<head>
<meta charset="utf-8">
<title>{{title}}</title>
<style>
@page { size: A4; margin: 0 }
* { box-sizing: border-box }
body { margin: 0; background: #ddd; color: #111; font: 10pt/1.4 "DejaVu Sans", Arial, sans-serif }
.sheet { position: relative; width: 210mm; min-height: 296mm; margin: 5mm auto; padding: 12mm 20mm 34mm 25mm; background: #fff }
header { height: 33mm; text-align: right; font-size: 8.5pt; line-height: 1.35 }
header b { display: block; font-size: 13pt }
.head { display: flex; justify-content: space-between; min-height: 50mm }
.address { width: 85mm; margin-left: -5mm; padding-left: 5mm }
.address small { display: block; height: 17.7mm; padding-top: 12mm; font-size: 6.5pt; color: #555; white-space: nowrap }
.facts { width: 72mm; font-size: 9pt; align-self: flex-start; border-collapse: collapse }
.facts td { padding: 0 0 .6mm 0; vertical-align: top }
.facts td:first-child { color: #555; padding-right: 3mm; white-space: nowrap }
h1 { margin: 8mm 0 4mm; font-size: 13pt }
.lines { width: 100%; border-collapse: collapse; font-size: 9.5pt }
.lines th { border-bottom: .4mm solid #111; padding: 1mm; text-align: left; font-size: 8.5pt }
.lines td { border-bottom: .1mm solid #bbb; padding: 1.2mm 1mm; vertical-align: top }
.lines tr { break-inside: avoid }
.lines .n { text-align: right; white-space: nowrap }
.lines .k { white-space: nowrap }
.lines small { color: #555 }
.totals { margin: 4mm 0 6mm auto; border-collapse: collapse; break-inside: avoid }
.totals td { padding: .6mm 1mm; text-align: right }
.totals td + td { padding-left: 8mm; white-space: nowrap }
.totals tr:last-child td { border-top: .4mm solid #111; font-weight: bold }
p { margin: 0 0 2mm; white-space: pre-line }
footer { position: absolute; left: 25mm; right: 20mm; bottom: 10mm; padding-top: 2mm; border-top: .1mm solid #bbb; font-size: 7.5pt; color: #444 }
footer span { margin-right: 4mm; white-space: nowrap }
@media print { body { background: none } .sheet { margin: 0; min-height: 290mm } }
</style>
</head>
<body>
<div class="sheet">
<header><b>{{sender_name}}</b>{{#sender}}{{.}}<br>{{/sender}}</header>
<div class="head">
<div class="address"><small>{{return_line}}</small>{{#recipient}}{{.}}<br>{{/recipient}}</div>
<table class="facts">{{#facts}}<tr><td>{{name}}</td><td>{{value}}</td></tr>{{/facts}}</table>
</div>
<h1>{{title}}</h1>
<table class="lines">
<thead><tr>{{#columns}}<th class="{{class}}">{{title}}</th>{{/columns}}</tr></thead>
<tbody>{{#lines}}
<tr>{{#cells}}<td class="{{class}}">{{text}}{{#small}}<br><small>{{small}}</small>{{/small}}</td>{{/cells}}</tr>{{/lines}}
</tbody>
</table>
{{#totals}}<table class="totals">{{#rows}}<tr><td>{{name}}</td><td>{{amount}}</td></tr>{{/rows}}</table>{{/totals}}
{{#sentences}}<p>{{.}}</p>
{{/sentences}}<footer>{{#foot}}<span>{{.}}</span> {{/foot}}</footer>
</div>
</body>
</html>
)html";

using Map = mstch::map;
using Array = mstch::array;

Array texts(const std::vector<std::string>& lines, std::size_t first = 0)
{
    Array array;
    for (std::size_t place = first; place < lines.size(); ++place)
        array.emplace_back(lines[place]);
    return array;
}

Array columns_of(const Paper& paper)
{
    const auto& words = words_of(paper.language);
    Array columns;
    const auto add = [&](const char* title, const char* alignment) {
        columns.emplace_back(Map{{"title", std::string(title)}, {"class", std::string(alignment)}});
    };
    add(words.position, "n");
    add(words.sku, "k");
    add(words.text, "");
    add(words.quantity, "n");
    if (paper.shows_prices()) {
        add(words.price, "n");
        add(words.discount, "n");
        add(words.net, "n");
    }
    return columns;
}

Array cells_of(const Paper& paper, const PaperLine& line)
{
    const auto language = paper.language;
    Array cells;
    const auto add = [&](std::string text, const char* alignment, std::string small = "") {
        Map cell{{"text", std::move(text)}, {"class", std::string(alignment)}};
        if (!small.empty())
            cell["small"] = std::move(small);
        cells.emplace_back(std::move(cell));
    };
    add(std::to_string(line.position), "n");
    add(line.sku, "k");
    add(line.text, "", delivery_of(paper, line));
    add(line.unit.empty() ? written(language, line.quantity)
                          : fmt::format("{} {}", written(language, line.quantity), line.unit),
        "n");
    if (paper.shows_prices()) {
        add(written(language, line.price), "n");
        add(line.discount.hundredths == 0 ? "" : written(language, line.discount) + " %", "n");
        add(written(language, line.net), "n");
    }
    return cells;
}

Array totals_of(const Paper& paper)
{
    const auto language = paper.language;
    const auto& words = words_of(language);
    Array rows;
    const auto add = [&](std::string name, Money amount) {
        rows.emplace_back(Map{{"name", std::move(name)}, {"amount", written(language, amount)}});
    };
    add(words.net_total, paper.net);
    for (const auto& tax : paper.taxes)
        add(fmt::format(fmt::runtime(words.tax), written(language, tax.rate),
                        written(language, tax.net)),
            tax.tax);
    add(fmt::format("{} {}", words.gross_total, paper.currency), paper.gross());
    return rows;
}

Array facts_of(const Paper& paper)
{
    Array facts;
    for (const auto& [name, value] : paper_facts(paper))
        facts.emplace_back(Map{{"name", name}, {"value", value}});
    return facts;
}

} // namespace

std::string paper_html(const Paper& paper)
{
    Array lines;
    for (const auto& line : paper.lines)
        lines.emplace_back(Map{{"cells", cells_of(paper, line)}});
    const auto& sender = paper.sender.address;
    Map content{
        {"language", std::string(words_of(paper.language).page_language)},
        {"title", paper_title(paper)},
        {"sender_name", sender.empty() ? std::string() : sender.front()},
        {"sender", texts(sender, 1)},
        {"return_line", fmt::format("{}", fmt::join(sender, " · "))},
        {"recipient", texts(paper.recipient)},
        {"facts", facts_of(paper)},
        {"columns", columns_of(paper)},
        {"lines", std::move(lines)},
        {"sentences", texts(paper_sentences(paper))},
        {"foot", texts(paper_foot(paper))},
    };
    if (paper.shows_prices())
        content["totals"] = Map{{"rows", totals_of(paper)}};
    return mstch::render(page, content);
}

} // namespace crm

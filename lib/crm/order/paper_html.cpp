// SPDX-License-Identifier: MIT
#include "crm/base/items.hpp"
#include "crm/format/template.hpp"
#include "crm/order/paper.hpp"
#include "crm/order/paper_words.hpp"

#include <array>

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

constexpr auto keys = std::to_array<std::string_view>(
    {"language", "title",  "sender_name", "sender",    "return_line", "recipient", "facts",
     "name",     "value",  "columns",     "class",     "lines",       "cells",     "text",
     "small",    "totals", "amount",      "sentences", "foot",        "rows"});

using Rows = std::vector<TemplateValues>;

Rows columns_of(const Paper& paper)
{
    const auto& words = words_of(paper.language);
    Rows columns;
    const auto add = [&](const char* title, const char* alignment) {
        columns.push_back(TemplateValues().set("title", title).set("class", alignment));
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

Rows cells_of(const Paper& paper, const PaperLine& line)
{
    const auto language = paper.language;
    Rows cells;
    const auto add = [&](std::string text, const char* alignment, std::string small = "") {
        cells.push_back(TemplateValues()
                            .set("text", std::move(text))
                            .set("class", alignment)
                            .set("small", std::move(small)));
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

Rows totals_of(const Paper& paper)
{
    const auto language = paper.language;
    const auto& words = words_of(language);
    Rows rows;
    const auto add = [&](std::string name, Money amount) {
        rows.push_back(
            TemplateValues().set("name", std::move(name)).set("amount", written(language, amount)));
    };
    add(words.net_total, paper.net);
    for (const auto& tax : paper.taxes)
        add(fmt::format(fmt::runtime(words.tax), written(language, tax.rate),
                        written(language, tax.net)),
            tax.tax);
    add(fmt::format("{} {}", words.gross_total, paper.currency), paper.gross());
    return rows;
}

Rows facts_of(const Paper& paper)
{
    Rows facts;
    for (const auto& [name, value] : paper_facts(paper))
        facts.push_back(TemplateValues().set("name", name).set("value", value));
    return facts;
}

} // namespace

std::string paper_html(const Paper& paper)
{
    Rows lines;
    for (const auto& line : paper.lines)
        lines.push_back(TemplateValues().set("cells", cells_of(paper, line)));
    const auto& sender = paper.sender.address;
    TemplateValues values;
    values.set("language", words_of(paper.language).page_language)
        .set("title", paper_title(paper))
        .set("sender_name", sender.empty() ? std::string() : sender.front())
        .set("sender", sender.empty() ? sender : std::vector(sender.begin() + 1, sender.end()))
        .set("return_line", joined(sender, " · "))
        .set("recipient", paper.recipient)
        .set("facts", facts_of(paper))
        .set("columns", columns_of(paper))
        .set("lines", std::move(lines))
        .set("sentences", paper_sentences(paper))
        .set("foot", paper_foot(paper));
    if (paper.shows_prices())
        values.set("totals", Rows{TemplateValues().set("rows", totals_of(paper))});
    return Template(page, TemplateKind::html, keys).render(values);
}

} // namespace crm

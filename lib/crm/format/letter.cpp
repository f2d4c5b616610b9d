// SPDX-License-Identifier: MIT
#include "crm/format/letter.hpp"

#include "crm/base/items.hpp"
#include "crm/base/width.hpp"
#include "crm/format/plain_lines.hpp"
#include "crm/format/template.hpp"

#include <algorithm>
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
.sheet { position: relative; width: 210mm; min-height: 296mm; margin: 5mm auto; padding: 12mm 20mm 27mm 25mm; background: #fff }
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
.dense td { padding: .5mm 1mm }
.sum { display: flex; margin-bottom: 2mm; align-items: flex-start; break-inside: avoid }
.pay { display: flex; align-items: center; margin-left: -2mm; font-size: 8pt; color: #555 }
.pay svg { width: 28mm; height: 28mm; flex: none }
.pay span { width: 40mm }
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
{{{body}}}<footer>{{#foot}}<span>{{.}}</span> {{/foot}}</footer>
</div>
</body>
</html>
)html";

constexpr auto keys =
    std::to_array<std::string_view>({"language", "title", "sender_name", "sender", "return_line",
                                     "recipient", "facts", "name", "value", "body", "foot"});

/// As many of the entries a line as fit, none of them broken: an IBAN is read at one glance.
std::vector<std::string> foot_lines(const std::vector<std::string>& entries)
{
    constexpr std::string_view gap = " · ";
    std::vector<std::string> lines;
    for (const auto& entry : entries) {
        if (lines.empty() ||
            display_width(lines.back()) + display_width(gap) + display_width(entry) > plain_width)
            lines.push_back(entry);
        else
            lines.back().append(gap).append(entry);
    }
    return lines;
}

} // namespace

std::string letter_html(const LetterFrame& frame, std::string body)
{
    const auto& sender = frame.sender;
    std::vector<TemplateValues> facts;
    for (const auto& [name, value] : frame.facts)
        facts.push_back(TemplateValues().set("name", name).set("value", value));
    TemplateValues values;
    values.set("language", frame.language == Language::german ? "de" : "en")
        .set("title", frame.title)
        .set("sender_name", sender.empty() ? std::string() : sender.front())
        .set("sender", sender.empty() ? sender : std::vector(sender.begin() + 1, sender.end()))
        .set("return_line", joined(sender, " · "))
        .set("recipient", frame.recipient)
        .set("facts", std::move(facts))
        .set("body", std::move(body))
        .set("foot", frame.foot);
    return Template(page, TemplateKind::html, keys).render(values);
}

std::string letter_text(const LetterFrame& frame, std::string_view body)
{
    // Sender and recipient at the left, the facts at the right.
    std::string page;
    for (const auto& line : frame.sender)
        add_line(page, line);
    page += '\n';
    int names = 0;
    for (const auto& [name, value] : frame.facts)
        names = std::max(names, display_width(name));
    constexpr int left = 40;
    for (std::size_t row = 0; row < std::max(frame.facts.size(), frame.recipient.size()); ++row) {
        auto line = padded(row < frame.recipient.size() ? frame.recipient[row] : "", left, false);
        if (row < frame.facts.size())
            line += padded(frame.facts[row].first, names + 2, false) + frame.facts[row].second;
        add_line(page, line);
    }
    page += '\n';
    add_line(page, frame.title);
    page += '\n';
    page += body;
    if (!frame.foot.empty())
        page += '\n';
    for (const auto& line : foot_lines(frame.foot))
        add_line(page, line);
    return page;
}

} // namespace crm

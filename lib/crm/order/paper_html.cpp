// SPDX-License-Identifier: MIT
#include "crm/format/letter.hpp"
#include "crm/format/template.hpp"
#include "crm/order/paper.hpp"
#include "crm/order/paper_words.hpp"

#include <array>

namespace crm
{

namespace
{

constexpr const char* body = R"html({{#intro}}<p>{{.}}</p>
{{/intro}}<table class="lines">
<thead><tr>{{#columns}}<th class="{{class}}">{{title}}</th>{{/columns}}</tr></thead>
<tbody>{{#lines}}
<tr>{{#cells}}<td class="{{class}}">{{text}}{{#small}}<br><small>{{small}}</small>{{/small}}</td>{{/cells}}</tr>{{/lines}}
</tbody>
</table>
{{#totals}}<table class="totals">{{#rows}}<tr><td>{{name}}</td><td>{{amount}}</td></tr>{{/rows}}</table>{{/totals}}
{{#sentences}}<p>{{.}}</p>
{{/sentences}})html";

constexpr auto keys =
    std::to_array<std::string_view>({"intro", "columns", "class", "title", "lines", "cells", "text",
                                     "small", "totals", "rows", "name", "amount", "sentences"});

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
    add(line.text, "", remark_on(paper, line));
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

} // namespace

std::string paper_html(const Paper& paper)
{
    Rows lines;
    for (const auto& line : paper.lines)
        lines.push_back(TemplateValues().set("cells", cells_of(paper, line)));
    TemplateValues values;
    values.set("columns", columns_of(paper))
        .set("lines", std::move(lines))
        .set("sentences", paper_sentences(paper));
    values.set("intro", paper.text.empty() ? std::vector<std::string>()
                                           : std::vector<std::string>{paper.text});
    if (paper.shows_prices())
        values.set("totals", Rows{TemplateValues().set("rows", totals_of(paper))});
    return letter_html(paper_frame(paper), Template(body, TemplateKind::html, keys).render(values));
}

} // namespace crm

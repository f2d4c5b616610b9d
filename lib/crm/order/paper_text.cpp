// SPDX-License-Identifier: MIT
#include "crm/base/width.hpp"
#include "crm/format/letter.hpp"
#include "crm/format/plain_lines.hpp"
#include "crm/order/paper.hpp"
#include "crm/order/paper_words.hpp"

#include <algorithm>

namespace crm
{

namespace
{

struct TextColumn {
    std::string title;
    bool right = false;
    int columns = 0;
};

using Row = std::vector<std::string>;

Row cells_of(const Paper& paper, const PaperLine& line)
{
    const auto language = paper.language;
    auto quantity = written(language, line.quantity);
    if (!line.unit.empty())
        quantity += " " + line.unit;
    Row row = {std::to_string(line.position), line.sku, quantity};
    if (paper.shows_prices()) {
        row.push_back(written(language, line.price));
        row.push_back(line.discount.hundredths == 0 ? "" : written(language, line.discount) + " %");
        row.push_back(written(language, line.net));
    }
    return row;
}

std::vector<TextColumn> columns_of(const Paper& paper)
{
    const auto& words = words_of(paper.language);
    std::vector<TextColumn> columns = {
        {words.position, true}, {words.sku, false}, {words.quantity, true}};
    if (paper.shows_prices()) {
        columns.push_back({words.price, true});
        columns.push_back({words.discount, true});
        columns.push_back({words.net, true});
    }
    return columns;
}

/// What a line is, then how much of it: words may be long, figures must stand in columns.
void add_lines(std::string& page, const Paper& paper)
{
    auto columns = columns_of(paper);
    std::vector<Row> rows;
    for (const auto& line : paper.lines)
        rows.push_back(cells_of(paper, line));
    int used = 0;
    for (std::size_t place = 0; place < columns.size(); ++place) {
        auto& column = columns[place];
        column.columns = display_width(column.title);
        for (const auto& row : rows)
            column.columns = std::max(column.columns, display_width(row[place]));
        used += column.columns + 2;
    }
    const int text_columns = std::max(plain_width - used, 16);
    const auto print = [&](const Row& row, const std::string& text) {
        auto line = padded(row[0], columns[0].columns, true) + "  " +
                    padded(row[1], columns[1].columns, false) + "  " +
                    padded(text, text_columns, false);
        for (std::size_t place = 2; place < columns.size(); ++place)
            line += "  " + padded(row[place], columns[place].columns, columns[place].right);
        add_line(page, line);
    };
    Row titles;
    for (const auto& column : columns)
        titles.push_back(column.title);
    print(titles, words_of(paper.language).text);
    for (std::size_t place = 0; place < rows.size(); ++place) {
        const auto text = wrapped(paper.lines[place].text, text_columns);
        print(rows[place], text.front());
        for (std::size_t more = 1; more < text.size(); ++more)
            print(Row(columns.size()), text[more]);
        for (const auto& words : wrapped(remark_on(paper, paper.lines[place]), text_columns))
            if (!words.empty())
                print(Row(columns.size()), words);
    }
    page += '\n';
}

void add_total(std::string& page, const std::string& name, const std::string& amount)
{
    add_line(page, padded(name + "  " + padded(amount, 14, true), plain_width, true));
}

void add_totals(std::string& page, const Paper& paper)
{
    const auto language = paper.language;
    const auto& words = words_of(language);
    add_total(page, words.net_total, written(language, paper.net));
    for (const auto& tax : paper.taxes)
        add_total(page,
                  fmt::format(fmt::runtime(words.tax), written(language, tax.rate),
                              written(language, tax.net)),
                  written(language, tax.tax));
    add_total(page, fmt::format("{} {}", words.gross_total, paper.currency),
              written(language, paper.gross()));
    page += '\n';
}

} // namespace

std::string paper_text(const Paper& paper)
{
    std::string page;
    if (!paper.text.empty()) {
        for (const auto& line : wrapped(paper.text, plain_width))
            add_line(page, line);
        page += '\n';
    }
    add_lines(page, paper);
    if (paper.shows_prices())
        add_totals(page, paper);
    for (const auto& sentence : paper_sentences(paper))
        for (const auto& line : wrapped(sentence, plain_width))
            add_line(page, line);
    return letter_text(paper_frame(paper), page);
}

} // namespace crm

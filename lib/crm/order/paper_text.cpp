// SPDX-License-Identifier: MIT
#include "crm/base/width.hpp"
#include "crm/order/paper.hpp"
#include "crm/order/paper_words.hpp"

#include <algorithm>

namespace crm
{

namespace
{

constexpr int width = 78;

struct TextColumn {
    std::string title;
    bool right = false;
    int columns = 0;
};

std::string blanks(int count)
{
    return std::string(static_cast<std::size_t>(std::max(count, 0)), ' ');
}

std::string padded(const std::string& text, int columns, bool right)
{
    const auto fill = blanks(columns - display_width(text));
    return right ? fill + text : text + fill;
}

/// The text in lines of at most so many columns, broken at blanks where there are any.
std::vector<std::string> wrapped(const std::string& text, int columns)
{
    std::vector<std::string> lines(1);
    std::size_t begin = 0;
    while (begin < text.size()) {
        const auto end = std::min(text.find_first_of(" \n", begin), text.size());
        const auto word = text.substr(begin, end - begin);
        auto& line = lines.back();
        if (!line.empty() && display_width(line) + 1 + display_width(word) > columns)
            lines.push_back(word);
        else
            line += line.empty() ? word : " " + word;
        if (end < text.size() && text[end] == '\n')
            lines.emplace_back();
        begin = end + 1;
    }
    return lines;
}

void add_line(std::string& page, std::string line)
{
    line.erase(line.find_last_not_of(' ') + 1);
    page += line;
    page += '\n';
}

/// Sender and recipient at the left, the facts of the paper at the right.
void add_head(std::string& page, const Paper& paper)
{
    for (const auto& line : paper.sender.address)
        add_line(page, line);
    page += '\n';
    const auto facts = paper_facts(paper);
    int names = 0;
    for (const auto& [name, value] : facts)
        names = std::max(names, display_width(name));
    constexpr int left = 40;
    for (std::size_t row = 0; row < std::max(facts.size(), paper.recipient.size()); ++row) {
        auto line = padded(row < paper.recipient.size() ? paper.recipient[row] : "", left, false);
        if (row < facts.size())
            line += padded(facts[row].first, names + 2, false) + facts[row].second;
        add_line(page, line);
    }
    page += '\n';
    add_line(page, paper_title(paper));
    page += '\n';
}

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
    const int text_columns = std::max(width - used, 16);
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
        for (const auto& words : wrapped(delivery_of(paper, paper.lines[place]), text_columns))
            if (!words.empty())
                print(Row(columns.size()), words);
    }
    page += '\n';
}

void add_total(std::string& page, const std::string& name, const std::string& amount)
{
    add_line(page, padded(name + "  " + padded(amount, 14, true), width, true));
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
    add_head(page, paper);
    add_lines(page, paper);
    if (paper.shows_prices())
        add_totals(page, paper);
    for (const auto& sentence : paper_sentences(paper))
        for (const auto& line : wrapped(sentence, width))
            add_line(page, line);
    const auto foot = paper_foot(paper);
    if (!foot.empty())
        page += '\n';
    for (const auto& line : wrapped(fmt::format("{}", fmt::join(foot, " · ")), width))
        add_line(page, line);
    return page;
}

} // namespace crm

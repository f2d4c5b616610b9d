// SPDX-License-Identifier: MIT
#include "tests/unit/format/rows.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace crm::test
{

namespace
{

using Texts = std::vector<std::vector<std::string>>;

const std::vector<ColumnInfo> columns = {{"a", "A", Kind::text},
                                         {"b", "B", Kind::text},
                                         {"c", "C", Kind::money},
                                         {"d", "D", Kind::quantity}};

Texts random_texts()
{
    std::mt19937 random(7);
    std::uniform_int_distribution<std::int64_t> number(-10'000'000, 10'000'000);
    Texts rows;
    for (int row = 0; row < 1'000; ++row)
        rows.push_back({random_text(random), random_text(random), to_string(Money{number(random)}),
                        to_string(Quantity{number(random)})});
    return rows;
}

std::string print_texts(const Texts& rows, Format format, CsvDialect dialect)
{
    std::vector<std::vector<Cell>> cells;
    for (const auto& row : rows)
        cells.push_back({std::string_view(row[0]), row[1],
                         parse_money_in_file(row[2], Decimal::point),
                         parse_quantity(row[3], Decimal::point)});
    OutputOptions options;
    options.format = format;
    options.dialect = dialect;
    options.header = false;
    return print(columns, cells, options);
}

/// A reader of its own, as strict as the RFC.
Texts read_csv(std::string_view text, char delimiter, std::string_view line_end)
{
    Texts rows(1, {""});
    bool quoted = false;
    for (std::size_t place = 0; place < text.size(); ++place) {
        auto& field = rows.back().back();
        if (quoted && text.substr(place, 2) == "\"\"")
            field += text[++place];
        else if (text[place] == '"')
            quoted = !quoted;
        else if (!quoted && text[place] == delimiter)
            rows.back().emplace_back();
        else if (!quoted && text.substr(place, line_end.size()) == line_end) {
            rows.push_back({""});
            place += line_end.size() - 1;
        } else
            field += text[place];
    }
    rows.pop_back();
    return rows;
}

Texts read_tsv(std::string_view text)
{
    Texts rows(1, {""});
    for (std::size_t place = 0; place < text.size(); ++place) {
        if (text[place] == '\n')
            rows.push_back({""});
        else if (text[place] == '\t')
            rows.back().emplace_back();
        else if (text[place] == '\\') {
            const char code = text[++place];
            rows.back().back() += code == 't'   ? '\t'
                                  : code == 'n' ? '\n'
                                  : code == 'r' ? '\r'
                                                : code;
        } else
            rows.back().back() += text[place];
    }
    rows.pop_back();
    return rows;
}

/// What excel-de makes of a row, on purpose.
std::vector<std::string> german(std::vector<std::string> row)
{
    for (std::size_t place : {0, 1})
        if (const auto first = row[place].find_first_not_of('\'');
            first != std::string::npos && std::string_view("=+-@\t").find(row[place][first]) < 5)
            row[place].insert(0, "'");
    for (std::size_t place : {2, 3})
        std::ranges::replace(row[place], '.', ',');
    return row;
}

} // namespace

TEST_CASE("csv and tsv read back as they were")
{
    const auto rows = random_texts();
    CHECK(read_csv(print_texts(rows, Format::csv, CsvDialect::rfc4180), ',', "\n") == rows);
    CHECK(read_tsv(print_texts(rows, Format::tsv, CsvDialect::rfc4180)) == rows);
    Texts expected;
    for (const auto& row : rows)
        expected.push_back(german(row));
    const auto text = print_texts(rows, Format::csv, CsvDialect::excel_de);
    CHECK(read_csv(std::string_view(text).substr(3), ';', "\r\n") == expected); // after the mark
}

TEST_CASE("json reads back as it was, numbers as numbers")
{
    const auto rows = random_texts();
    const auto array = nlohmann::json::parse(print_texts(rows, Format::json, CsvDialect::rfc4180));
    REQUIRE(array.size() == rows.size());
    std::istringstream lines(print_texts(rows, Format::jsonl, CsvDialect::rfc4180));
    for (std::size_t place = 0; place < rows.size(); ++place) {
        const auto& object = array[place];
        CHECK(object["a"] == rows[place][0]);
        CHECK(object["b"] == rows[place][1]);
        REQUIRE(object["c"].is_number());
        CHECK(object["c"].get<double>() == std::stod(rows[place][2]));
        CHECK(object["d"].get<double>() == std::stod(rows[place][3]));
        std::string line;
        std::getline(lines, line);
        CHECK(nlohmann::json::parse(line) == object);
    }
}

} // namespace crm::test

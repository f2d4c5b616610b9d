// SPDX-License-Identifier: MIT
#include "crm/base/width.hpp"
#include "crm/format/table_layout.hpp"
#include "tests/unit/format/rows.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace crm::test
{

namespace
{

const std::vector<ColumnInfo> columns = {{"number", "NUMBER", Kind::text},
                                         {"name", "NAME", Kind::text},
                                         {"open", "OPEN", Kind::money},
                                         {"phone", "PHONE", Kind::text},
                                         {"tags", "TAGS", Kind::list}};

const std::vector<std::vector<Cell>> rows = {
    {text("10042"), text("Müller"), Money{238'000}, Cell(), List{"a;b"}},
    {text("7"), text("東京\n工業\x1b[31m"), Money{-5}, Cell(), Cell()},
};

std::string table(const OutputOptions& options)
{
    return print(columns, rows, options);
}

} // namespace

TEST_CASE("the table aligns by width on the screen and hides no control character")
{
    CHECK(table({}) == "NUMBER  NAME                   OPEN  PHONE  TAGS\n"
                       "10042   Müller              2380.00         a, b\n"
                       "7       東京\\n工業\\x1b[31m    -0.05\n");
}

TEST_CASE("the table without heading is only as wide as its cells")
{
    OutputOptions options;
    options.header = false;
    CHECK(print({{"a", "LONG HEADING", Kind::text}, {"b", "B", Kind::integer}},
                {{text("x"), std::int64_t{5}}}, options) == "x  5\n");
}

TEST_CASE("the heading is bold only in colour")
{
    OutputOptions options;
    options.color = true;
    CHECK(print({{"a", "A", Kind::text}}, {{text("x")}}, options) == "\x1b[1mA\x1b[0m\nx\n");
}

TEST_CASE("a terminal cuts empty columns first, then the widest texts, and never a number")
{
    OutputOptions options;
    options.terminal_width = 48;
    CHECK(table(options) == table({}));
    options.terminal_width = 47;
    CHECK(table(options).starts_with("NUMBER  NAME                   OPEN  TAGS\n"));
    options.columns = {"number", "name", "open", "phone", "tags"};
    options.terminal_width = 31;
    CHECK(table(options) == "NUMBER  NAME         OPEN  TAGS\n"
                            "10042   Müller    2380.00  a, b\n"
                            "7       東京\\n…     -0.05\n");
    options.terminal_width = 5;
    CHECK(table(options).find("2380.00") != std::string::npos);
}

TEST_CASE("a narrow terminal gets fewer columns that can be read, unless they were chosen")
{
    auto infos = columns;
    infos[2].detail = true;
    OutputOptions options;
    options.terminal_width = 44;
    CHECK(print(infos, rows, options).find("no room") == std::string::npos);
    options.terminal_width = 30; // the detail goes, though it stands before the tags
    CHECK(print(infos, rows, options) == "NUMBER  NAME              TAGS\n"
                                         "10042   Müller            a, b\n"
                                         "7       東京\\n工業\\x1b[…\n"
                                         "no room for open (-c chooses)\n");
    options.terminal_width = 22;
    CHECK(print(infos, rows, options).find("TAGS") == std::string::npos);
    options.columns = {"number", "name", "open", "tags"};
    CHECK(print(infos, rows, options).starts_with("NUMBER  NAME       OPEN  TAGS\n"));
}

TEST_CASE("the layout fills the terminal and never exceeds it while texts can shrink")
{
    std::mt19937 random(3);
    std::uniform_int_distribution<int> width(1, 60);
    for (int round = 0; round < 500; ++round) {
        std::vector<ColumnWidth> layout;
        for (int column = 0; column < 6; ++column)
            layout.push_back({width(random), true, false});
        int natural = -column_gap;
        for (const auto& column : layout)
            natural += column.widest + column_gap;
        const int room = 46 + width(random);
        const auto fitted = fit_columns(layout, room, true);
        int total = -column_gap;
        for (std::size_t place = 0; place < layout.size(); ++place) {
            CHECK(fitted[place] <= layout[place].widest);
            total += fitted[place] + column_gap;
        }
        CHECK(total == std::min(natural, room));
    }
}

TEST_CASE("no line is wider than the terminal and none ends in a blank")
{
    std::mt19937 random(4);
    std::vector<std::vector<Cell>> many;
    for (int row = 0; row < 50; ++row)
        many.push_back({Cell(random_text(random)), Cell(random_text(random) + random_text(random)),
                        Money{row}, Cell(), List{"x;y"}});
    OutputOptions options;
    options.terminal_width = 40;
    std::istringstream lines(print(columns, many, options));
    for (std::string line; std::getline(lines, line);) {
        CHECK(display_width(line) <= 40);
        CHECK_FALSE(line.ends_with(' '));
    }
}

} // namespace crm::test

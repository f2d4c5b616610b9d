// SPDX-License-Identifier: MIT
#include "crm/format/xlsx_text.hpp"
#include "tests/unit/format/rows.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

OutputOptions workbook()
{
    OutputOptions options;
    options.format = Format::xlsx;
    options.title = "Offene Posten";
    return options;
}

} // namespace

TEST_CASE("text of a workbook keeps every character")
{
    CHECK(xlsx_text("Müller & <Söhne>\t\n") == "Müller & <Söhne>\t\n");
    CHECK(xlsx_text("a\rb") == "a_x000D_b");
    CHECK(xlsx_text(std::string_view("a\0b", 3)) == "a_x0000_b");
    CHECK(xlsx_text("\x1b") == "_x001B_");
    CHECK(xlsx_text("_x000D_") == "_x005F_x000D_");
    CHECK(xlsx_text("snake_x_case _x12G4_") == "snake_x_case _x12G4_");
    CHECK(xlsx_text("a\xFFz\uFFFF") == "a\uFFFDz\uFFFD");
}

TEST_CASE("a workbook is a zip file, and the same rows give the same bytes")
{
    const auto first = print(every_kind(), three_rows(), workbook());
    CHECK(first.starts_with("PK\x03\x04"));
    CHECK(first.find("xl/worksheets/sheet1.xml") != std::string::npos);
    CHECK(print(every_kind(), three_rows(), workbook()) == first);
    CHECK(print(every_kind(), {}, workbook()).starts_with("PK"));
}

TEST_CASE("what no workbook can hold is rejected")
{
    const std::vector<ColumnInfo> columns = {{"text", "TEXT", Kind::text}};
    CHECK(throws(ErrorKind::rejected,
                 [&] { print(columns, {{Cell(std::string(32'768, 'x'))}}, workbook()); }));
    CHECK_FALSE(print(columns, {{Cell(std::string(32'767, 'x'))}}, workbook()).empty());
}

TEST_CASE("a title that no sheet can have is left out")
{
    auto options = workbook();
    options.title = "a/b:c [d] and far too long for a sheet's name";
    CHECK(print(every_kind(), three_rows(), options).starts_with("PK"));
}

} // namespace crm::test

// SPDX-License-Identifier: MIT
#include "crm/format/output_options.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

TEST_CASE("formats and dialects by name")
{
    CHECK(parse_format("table") == Format::table);
    CHECK(parse_format("jsonl") == Format::jsonl);
    CHECK(parse_format("xlsx") == Format::xlsx);
    CHECK(parse_dialect("rfc4180") == CsvDialect::rfc4180);
    CHECK(parse_dialect("excel-de") == CsvDialect::excel_de);
    CHECK(thrown([] { parse_format("xml"); })->hint ==
          "one of: table, csv, tsv, json, jsonl, xlsx");
    CHECK(thrown([] { parse_dialect("excel"); })->hint == "one of: rfc4180, excel-de");
    CHECK(throws(ErrorKind::usage, [] { parse_format("CSV"); }));
}

TEST_CASE("sort keys and columns")
{
    const auto keys = parse_sort("city,-name");
    REQUIRE(keys.size() == 2);
    CHECK(keys[0].key == "city");
    CHECK_FALSE(keys[0].descending);
    CHECK(keys[1].key == "name");
    CHECK(keys[1].descending);
    CHECK(parse_columns("a,b,c") == std::vector<std::string>{"a", "b", "c"});
    for (const auto* const text : {"", "a,", ",a", "a,,b", "-", "a,-"})
        CHECK(throws(ErrorKind::usage, [&] { parse_sort(text); }));
    for (const auto* const text : {"", "a,", ",a", "a,,b"})
        CHECK(throws(ErrorKind::usage, [&] { parse_columns(text); }));
}

} // namespace crm::test

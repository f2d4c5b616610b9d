// SPDX-License-Identifier: MIT
#include "crm/base/number_marks.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

TEST_CASE("thousands are grouped by the marks of the language")
{
    CHECK(grouped("0", english_marks) == "0");
    CHECK(grouped("123.45", english_marks) == "123.45");
    CHECK(grouped("1234", english_marks) == "1,234");
    CHECK(grouped("-123.45", german_marks) == "-123,45");
    CHECK(grouped("-1234567.80", german_marks) == "-1.234.567,80");
    CHECK(grouped("1234567.80", local_marks()) == "1,234,567.80");
}

TEST_CASE("without a catalogue days are written as everywhere else")
{
    using namespace std::chrono_literals;
    CHECK(local_day(2026y / 6 / 3) == "2026-06-03");
}

} // namespace crm::test

// SPDX-License-Identifier: MIT
#include "crm/base/written.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

TEST_CASE("thousands are grouped by the marks of the language")
{
    CHECK(grouped("0", Language::english) == "0");
    CHECK(grouped("123.45", Language::english) == "123.45");
    CHECK(grouped("1234", Language::english) == "1,234");
    CHECK(grouped("-123.45", Language::german) == "-123,45");
    CHECK(grouped("-1234567.80", Language::german) == "-1.234.567,80");
}

TEST_CASE("amounts, rates and days are written in the reader's language")
{
    using namespace std::chrono_literals;
    CHECK(written(Language::german, Money{-123'456}) == "-1.234,56");
    CHECK(written(Language::english, Rate{1'250}) == "12.5");
    CHECK(written(Language::german, Date(2026y / 6 / 3)) == "03.06.2026");
    CHECK(written(Language::english, Date(2026y / 6 / 3)) == "2026-06-03");
}

TEST_CASE("without a catalogue the user's language is English")
{
    CHECK(local_language() == Language::english);
}

} // namespace crm::test

// SPDX-License-Identifier: MIT
#include "crm/openitems/bank/purpose.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

constexpr const char* number = "RE202600001";

/// How the text has that number in it.
Naming named(std::string_view text)
{
    NumberTable table;
    table.add(number, 7);
    const auto found = table.in(Purpose(text));
    if (found.empty())
        return Naming::none;
    CHECK(found.front().place == 7);
    return found.front().naming;
}

} // namespace

TEST_CASE("a number is a word of its own, whatever signs and blanks are in it")
{
    CHECK(named("RE2026-00001") == Naming::word);
    CHECK(named("Rechnung re 2026 00001, danke") == Naming::word);
    CHECK(named("RE2026-000 01/RE2026-00002") == Naming::word);
    CHECK(named("Zahlung") == Naming::none);
}

TEST_CASE("the beginning of a longer number is no word, its end not even that")
{
    CHECK(named("RE2026-000011") == Naming::part);
    CHECK(named("1RE2026-00001") == Naming::glued);
    CHECK(named("AURE2026-000011") == Naming::none);
    CHECK(Purpose("10001").says("10001"));
    CHECK(!Purpose("210001").says("10001"));
    CHECK(Purpose("210001 10001").says("10001"));
}

TEST_CASE("run together with letters it may be meant, but is not sure")
{
    CHECK(named("RechnungRE2026-00001") == Naming::glued);
    CHECK(named("RE2026-00001vom 1.3.") == Naming::glued);
}

TEST_CASE("a number inside of a longer one that is a word does not count")
{
    NumberTable table;
    table.add("2026", 1);
    table.add("R202677", 2);
    table.add("77", 3); // too short
    const auto one = table.in(Purpose("R 2026/77"));
    REQUIRE(one.size() == 1);
    CHECK(one.front().place == 2);
    const auto other = table.in(Purpose("R 2026/78"));
    REQUIRE(other.size() == 1);
    CHECK(other.front().place == 1);
    CHECK(table.in(Purpose("R 2026/77 und 2026")).size() == 2);
}

TEST_CASE("a short number counts if it has letters and digits")
{
    NumberTable table;
    table.add("R1", 1);
    table.add("871", 2);
    table.add("RE", 3);
    REQUIRE(table.in(Purpose("R-1 RE 871")).size() == 1);
    CHECK(table.in(Purpose("R-1 RE 871")).front().place == 1);
    CHECK(table.in(Purpose("R-12")).empty());
}

TEST_CASE("a short number does not count as the beginning of a longer one")
{
    NumberTable table;
    table.add("1000", 1);
    CHECK(table.in(Purpose("10001")).empty());
}

} // namespace crm::test

// SPDX-License-Identifier: MIT
#include "crm/format/collation.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace crm::test
{

TEST_CASE("lists sort as in DIN 5007-1, digits by value")
{
    const std::vector<std::string> sorted = {"",         "007",    "7",       "10",      "Äpfel",
                                             "Apotheke", "Bär",    "Barbara", "Item 2",  "Item 10",
                                             "Item 10a", "Müller", "Muster",  "Strasse", "Straße",
                                             "Strauß",   "zebra",  "Zebra 2"};
    auto shuffled = sorted;
    std::mt19937 random(5);
    for (int round = 0; round < 20; ++round) {
        std::ranges::shuffle(shuffled, random);
        std::ranges::sort(shuffled, {}, collation_key);
        CHECK(shuffled == sorted);
    }
}

TEST_CASE("equal but for case or accent: next to each other, in a fixed order")
{
    CHECK(collation_key("Müller") < collation_key("Mullers"));
    CHECK(collation_key("muller") > collation_key("Muller"));
    CHECK(collation_key("muller") < collation_key("Müllers"));
    CHECK(collation_key("a") != collation_key("A"));
    CHECK(collation_key("1") != collation_key("01"));
}

TEST_CASE("text that is not UTF-8 sorts, too")
{
    CHECK(collation_key("A\xFF") > collation_key("a"));
}

} // namespace crm::test

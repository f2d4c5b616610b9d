// SPDX-License-Identifier: MIT
#include "crm/base/text.hpp"
#include "crm/base/utf8.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

namespace crm::test
{

namespace
{

std::string joined(const std::vector<std::string>& letters)
{
    std::string text;
    for (const auto& letter : letters)
        text += letter;
    return text;
}

/// Every text that one edit makes of the letters.
std::set<std::string> neighbours(const std::vector<std::string>& letters,
                                 const std::vector<std::string>& alphabet)
{
    std::set<std::string> found{joined(letters)};
    for (std::size_t place = 0; place <= letters.size(); ++place) {
        const auto at = static_cast<std::ptrdiff_t>(place);
        for (const auto& letter : alphabet) {
            auto longer = letters;
            longer.insert(longer.begin() + at, letter);
            found.insert(joined(longer));
            if (place == letters.size())
                continue;
            auto other = letters;
            other[place] = letter;
            found.insert(joined(other));
        }
        if (place < letters.size()) {
            auto shorter = letters;
            shorter.erase(shorter.begin() + at);
            found.insert(joined(shorter));
        }
        if (place + 1 < letters.size()) {
            auto swapped = letters;
            std::swap(swapped[place], swapped[place + 1]);
            found.insert(joined(swapped));
        }
    }
    return found;
}

} // namespace

TEST_CASE("one typing error")
{
    CHECK(within_one_edit("schmidt", "schmidt"));
    CHECK(within_one_edit("schmidt", "schmit"));
    CHECK(within_one_edit("schmit", "schmidt"));
    CHECK(within_one_edit("schmidt", "schmitd"));
    CHECK(within_one_edit("müller", "möller")); // ü and ö share a byte
    CHECK(within_one_edit("", "ü"));
    CHECK(within_one_edit("", ""));
    CHECK_FALSE(within_one_edit("schmidt", "schmit t"));
    CHECK_FALSE(within_one_edit("", "ab"));
    CHECK_FALSE(within_one_edit("abc", "cba"));
    CHECK_FALSE(within_one_edit("müller", "moler"));
}

TEST_CASE("within_one_edit knows all neighbours of a word and no others")
{
    const std::vector<std::string> alphabet = {"a", "b", "ü", "ö", "€"};
    std::mt19937 random(11);
    const auto word = [&] {
        std::vector<std::string> letters;
        for (auto count = random() % 5; count > 0; --count)
            letters.push_back(alphabet[random() % alphabet.size()]);
        return letters;
    };
    for (int round = 0; round < 4000; ++round) {
        const auto letters = word();
        const auto near = neighbours(letters, alphabet);
        const auto other = joined(word());
        CAPTURE(joined(letters));
        CAPTURE(other);
        CHECK(within_one_edit(joined(letters), other) == near.contains(other));
        for (const auto& each : near)
            REQUIRE(within_one_edit(each, joined(letters)));
    }
}

TEST_CASE("suggestion finds what was meant")
{
    const std::vector<std::string> verbs = {"list",   "lookup", "leave",    "find",
                                            "import", "export", "Übersicht"};
    CHECK(suggestion("lst", verbs) == "list");
    CHECK(suggestion("LIST", verbs) == "list");
    CHECK(suggestion("lokoup", verbs) == "lookup");
    CHECK(suggestion("ipmort", verbs) == "import");
    CHECK(suggestion("übersciht", verbs) == "Übersicht");
    CHECK(suggestion("ls", verbs) == ""); // half of it would be wrong
    CHECK(suggestion("xylophon", verbs) == "");
    CHECK(suggestion("", verbs) == "");
    CHECK(suggestion("list", {}) == "");
    CHECK(suggestion("xport", verbs) == "export");
}

} // namespace crm::test

// SPDX-License-Identifier: MIT
#include "crm/base/phonetic.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace crm::test
{

TEST_CASE("published codes of the Kölner Phonetik")
{
    const std::vector<std::pair<std::string, std::string>> vectors = {
        {"Wikipedia", "3412"},  {"Müller-Lüdenscheidt", "65752682"},
        {"Breschnew", "17863"}, {"Müller", "657"},
        {"Mueller", "657"},     {"Möller", "657"},
        {"Meier", "67"},        {"Mayr", "67"},
        {"Schmidt", "862"},     {"Schulze", "858"},
        {"Philipp", "351"},     {"Filip", "351"},
        {"Christian", "47826"}, {"Xaver", "4837"},
        {"Weiß", "38"},         {"Weiss", "38"},
        {"Jäger", "047"},       {"Hans", "068"},
        {"Aachen", "046"}};
    for (const auto& [word, code] : vectors)
        CHECK_MESSAGE(cologne(word) == code, word);
}

TEST_CASE("each letter by its neighbours")
{
    CHECK(cologne("ca") == "4"); // at the start, before a
    CHECK(cologne("ce") == "8");
    CHECK(cologne("cl") == "45"); // l and r only at the start
    CHECK(cologne("acl") == "085");
    CHECK(cologne("aca") == "04");
    CHECK(cologne("asca") == "08"); // after s
    CHECK(cologne("tz") == "8");
    CHECK(cologne("dc") == "8");
    CHECK(cologne("ph") == "3");
    CHECK(cologne("kx") == "48");
    CHECK(cologne("ax") == "048");
    CHECK(cologne("h") == "");
    CHECK(cologne("aeiouy") == "0");
}

TEST_CASE("only Latin letters sound")
{
    CHECK(cologne("") == "");
    CHECK(cologne("4711") == "");
    CHECK(cologne("Москва") == "");
    CHECK(cologne("O'Brien") == cologne("OBrien"));
    CHECK(cologne("Łukasz") == cologne("Lukas"));
    CHECK(cologne("MÜLLER") == cologne("muller")); // folded or not
}

} // namespace crm::test

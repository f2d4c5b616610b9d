// SPDX-License-Identifier: MIT
#include "crm/base/country.hpp"
#include "crm/base/country_table.hpp"
#include "crm/base/text.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace crm::test
{

TEST_CASE("the table is in order and every entry finds itself")
{
    CHECK(std::ranges::is_sorted(countries, std::ranges::less_equal{},
                                 &Country::alpha2)); // no doubles
    for (const auto& country : countries) {
        CAPTURE(country.alpha2);
        CHECK(country.alpha2.size() == 2);
        CHECK(country.alpha3.size() == 3);
        CHECK(is_valid_utf8(country.german));
        for (const auto typed : {country.alpha2, country.alpha3, country.english, country.german})
            CHECK(country_code(typed) == country.alpha2);
        CHECK(country_code(lower(country.alpha3)) == country.alpha2);
        CHECK(country_code(fold(country.german)) == country.alpha2);
        CHECK(country_name(country.alpha2, "de") == country.german);
        CHECK(country_name(country.alpha2, "en") == country.english);
    }
}

TEST_CASE("countries as people write them")
{
    const auto is = [](const std::string& typed, const std::string& code) {
        CHECK_MESSAGE(country_code(typed) == code, typed);
    };
    is("Germany", "DE");
    is(" deutschland ", "DE");
    is("Österreich", "AT");
    is("Oesterreich", "AT");
    is("OSTERREICH", "AT");
    is("USA", "US");
    is("U.S.A.", "US");
    is("uk", "GB");
    is("Großbritannien", "GB");
    is("Grossbritannien", "GB");
    is("Great Britain", "GB");
    is("Schweiz", "CH");
    is("Niederlande", "NL");
    is("Czech Republic", "CZ");
    is("Bosnia & Herzegovina", "BA");
    is("Cote d’Ivoire", "CI");
    is("Türkiye", "TR");
    is("Tuerkei", "TR");
    is("Denmark", "DK");
    is("Venezuela", "VE");
}

TEST_CASE("what is no country")
{
    for (const std::string typed :
         {"", " ", "-", "XX", "XYZ", "Germ", "Deutschlands", "Bayern", "D", "\xFF", "ÄÖÜ"})
        CHECK_FALSE_MESSAGE(country_code(typed), typed);
    CHECK(is_country("DE"));
    CHECK_FALSE(is_country("de"));
    CHECK_FALSE(is_country("UK"));
    CHECK_FALSE(is_country(""));
    CHECK(country_name("XX", "de") == "");
}

TEST_CASE("who trades inside the European Union, and since when")
{
    CHECK(in_eu("DE"));
    CHECK(in_eu("HR"));
    CHECK_FALSE(in_eu("GB"));
    CHECK_FALSE(in_eu("CH"));
    CHECK_FALSE(in_eu("XX"));
    const auto on = [](const char* day) { return parse_iso_date(day); };
    CHECK(in_eu("GB", on("2020-12-31")));
    CHECK_FALSE(in_eu("GB", on("2021-01-01")));
    CHECK_FALSE(in_eu("HR", on("2013-06-30")));
    CHECK(in_eu("HR", on("2013-07-01")));
    CHECK_FALSE(in_eu("FR", on("1992-12-31")));
}

} // namespace crm::test

// SPDX-License-Identifier: MIT
#include "crm/format/vcard_text.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using Parts = std::vector<std::string>;

TEST_CASE("escapes of all versions are resolved, paths survive")
{
    CHECK(crm::unescape_vcard(R"(a\, b\; c\\d\ne\Nf)") == "a, b; c\\d\ne\nf");
    CHECK(crm::unescape_vcard(R"(http\://x \"y\")") == "http://x \"y\"");
    CHECK(crm::unescape_vcard(R"(C:\Daten)") == R"(C:\Daten)");
    CHECK(crm::unescape_vcard("ends with \\") == "ends with \\");
    for (const char* text : {"", "a,b;c", "\\", "\\n", "x\ny", "\\\\;", "ß,"}) {
        CHECK(crm::unescape_vcard(crm::escape_vcard(text)) == text);
    }
}

TEST_CASE("values are split at separators that are not escaped")
{
    CHECK(crm::split_vcard(R"(a\;b; c ;;d\\;e)", ';') == Parts{"a;b", "c", "", "d\\", "e"});
    CHECK(crm::split_vcard("", ';') == Parts{""});
    CHECK(crm::split_vcard("a\\", ';') == Parts{"a\\"});
}

TEST_CASE("quoted-printable and percent codes")
{
    CHECK(crm::decode_quoted_printable("M=C3=BCller =3d x") == "Müller = x");
    CHECK(crm::decode_quoted_printable("100 =ab=g1 =") == "100 \xAB=g1 =");
    CHECK(crm::decode_percent("a%20b%2Bc%") == "a b+c%");
}

TEST_CASE("birthdays in the forms of the address books")
{
    for (const char* text : {"19800403", "1980-04-03", "03.04.1980", "1980-04-03T00:00:00Z",
                             "19800403T101500", "1980-04-03 10:15"}) {
        CAPTURE(text);
        CHECK(crm::parse_birthday(text) == "1980-04-03");
    }
    CHECK(crm::parse_birthday("--0403") == "--04-03");
    CHECK(crm::parse_birthday("--04-03") == "--04-03");
    CHECK(crm::parse_birthday("--0229") == "--02-29");
    for (const char* text : {"", "1980", "1980-04", "---03", "19800431", "1981-02-29", "--0230",
                             "circa 1800", "3.4.1980", "T"}) {
        CAPTURE(text);
        CHECK_FALSE(crm::parse_birthday(text).has_value());
    }
}

TEST_CASE("a card without a formatted name is called by its parts")
{
    crm::VCard card;
    CHECK(crm::display_name(card).empty());
    card.organization = "Berg GmbH";
    CHECK(crm::display_name(card) == "Berg GmbH");
    card.family = "von der Heide";
    card.given = "Änne";
    card.prefix = "Dr.";
    card.suffix = "MdB";
    CHECK(crm::display_name(card) == "Dr. Änne von der Heide MdB");
    card.formatted_name = "Heide, Änne";
    CHECK(crm::display_name(card) == "Heide, Änne");
}

// SPDX-License-Identifier: MIT
#include "crm/format/blanks.hpp"
#include "crm/format/encoding.hpp"
#include "tests/unit/format/vcard_files.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

namespace
{

using crm::VCardVersion;

std::string written(const crm::VCard& card, VCardVersion version)
{
    std::string out;
    crm::write_vcard(out, card, version);
    return out;
}

/// Cards with everything in them, made of pieces that readers and writers stumble over.
class RandomCards
{
  public:
    crm::VCard make()
    {
        crm::VCard card;
        card.line = 1;
        for (std::string* field :
             {&card.uid, &card.family, &card.given, &card.additional, &card.prefix, &card.suffix,
              &card.salutation, &card.organization, &card.title, &card.role, &card.note}) {
            *field = maybe_text();
        }
        card.formatted_name = text();
        card.kind = pick({"individual", "org", "group", "location"});
        card.gender = pick({"", "M", "F", "O", "N", "U"});
        card.language = pick({"", "de", "pt-BR"});
        card.birthday = pick({"", "1980-04-03", "--02-29", "1980", "um 1800; vielleicht"});
        card.departments = texts();
        card.categories = {"a" + text(), "b" + text()};
        card.phones = typed();
        card.emails = typed();
        card.urls = typed();
        for (auto i = number(3); i > 0; --i) {
            card.addresses.push_back({types(), maybe_text(), maybe_text(), text(), maybe_text(),
                                      maybe_text(), maybe_text(), maybe_text(), maybe_text(),
                                      number(2) == 0});
        }
        for (auto i = number(3); i > 0; --i) {
            card.others.emplace_back(pick({"X-FOO", "NICKNAME", "TZ"}), "raw;a\\,b,c\\nd=");
        }
        return card;
    }

  private:
    std::size_t number(std::size_t below) { return std::size_t{random_()} % below; }

    std::string pick(const std::vector<std::string>& choices)
    {
        return choices[number(choices.size())];
    }

    std::string text()
    {
        static const std::vector<std::string> pieces{"a",
                                                     "Müller",
                                                     ",",
                                                     ";",
                                                     "\\",
                                                     "\\n",
                                                     "\n",
                                                     ":",
                                                     "\"",
                                                     "=",
                                                     "=3D",
                                                     "  ",
                                                     "😀",
                                                     "€",
                                                     "^n",
                                                     "^",
                                                     "'",
                                                     "END:VCARD",
                                                     "BEGIN:VCARD\n",
                                                     "\nX-A:b",
                                                     "item1.",
                                                     "\t",
                                                     "ein längeres Wort"};
        std::string text = "x";
        for (auto i = number(number(8) == 0 ? 200 : 12); i > 0; --i) {
            text += pick(pieces);
        }
        return std::string(crm::trim_blanks(text));
    }

    std::string maybe_text() { return number(3) == 0 ? std::string() : text(); }

    std::vector<std::string> texts()
    {
        std::vector<std::string> all(number(3));
        for (std::string& one : all) {
            one = text();
        }
        return all;
    }

    std::vector<std::string> types()
    {
        return number(2) == 0
                   ? std::vector<std::string>{}
                   : std::vector<std::string>{pick({"work", "home"}), pick({"cell", "x-a"})};
    }

    std::vector<crm::VCard::Typed> typed()
    {
        std::vector<crm::VCard::Typed> all(number(4));
        for (auto& one : all) {
            one = {text(), types(), maybe_text(), number(2) == 0};
        }
        return all;
    }

    std::mt19937 random_{20260630};
};

} // namespace

TEST_CASE("a card in both versions")
{
    crm::VCard card;
    card.uid = "10042";
    card.formatted_name = "Änne Schäfer";
    card.family = "Schäfer";
    card.given = "Änne";
    card.organization = "Büro, Schäfer & Co";
    card.departments = {"Vertrieb"};
    card.phones = {{"+49 30 23125", {"work", "fax"}, "", false}, {"110", {}, "Notruf", true}};
    card.addresses = {{{"work"}, "", "", "Hof 1", "Köln", "", "50667", "DE", "", false}};
    card.birthday = "1980-04-03";
    card.note = "Zeile 1\nZeile 2; Ende";
    card.categories = {"Kunden", "a,b"};
    card.gender = "F";
    CHECK(written(card, VCardVersion::v3_0) ==
          "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:10042\r\n"
          "FN:Änne Schäfer\r\nN:Schäfer;Änne;;;\r\n"
          "ORG:Büro\\, Schäfer & Co;Vertrieb\r\n"
          "TEL;TYPE=WORK;TYPE=FAX:+49 30 23125\r\n"
          "item1.TEL;TYPE=PREF:110\r\nitem1.X-ABLabel:Notruf\r\n"
          "ADR;TYPE=WORK:;;Hof 1;Köln;;50667;DE\r\n"
          "BDAY:1980-04-03\r\nNOTE:Zeile 1\\nZeile 2\\; Ende\r\n"
          "CATEGORIES:Kunden,a\\,b\r\nX-GENDER:F\r\n"
          "END:VCARD\r\n");
    CHECK(written(card, VCardVersion::v4_0) == "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:10042\r\n"
                                               "FN:Änne Schäfer\r\nN:Schäfer;Änne;;;\r\n"
                                               "ORG:Büro\\, Schäfer & Co;Vertrieb\r\n"
                                               "TEL;TYPE=work;TYPE=fax:+49 30 23125\r\n"
                                               "item1.TEL;PREF=1:110\r\nitem1.X-ABLabel:Notruf\r\n"
                                               "ADR;TYPE=work:;;Hof 1;Köln;;50667;DE\r\n"
                                               "BDAY:19800403\r\nNOTE:Zeile 1\\nZeile 2\\; Ende\r\n"
                                               "CATEGORIES:Kunden,a\\,b\r\nGENDER:F\r\n"
                                               "KIND:individual\r\nEND:VCARD\r\n");
}

TEST_CASE("a company has the N that 3.0 asks for")
{
    crm::VCard card;
    card.kind = "org";
    card.organization = "Berg GmbH";
    CHECK(written(card, VCardVersion::v3_0) ==
          "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Berg GmbH\r\nN:;;;;\r\n"
          "ORG:Berg GmbH\r\nX-ABShowAs:COMPANY\r\nEND:VCARD\r\n");
}

TEST_CASE("what is written is read, line for line within 75 octets")
{
    RandomCards cards;
    for (int i = 0; i < 3000; ++i) {
        const crm::VCard card = cards.make();
        for (const auto version : {VCardVersion::v3_0, VCardVersion::v4_0}) {
            const std::string text = written(card, version);
            std::istringstream lines(text);
            for (std::string line; std::getline(lines, line);) {
                REQUIRE(line.size() <= 76); // with the CR
                REQUIRE(crm::is_utf8(line));
                REQUIRE(line.ends_with('\r'));
            }
            const auto read = vcard_files::read(text);
            REQUIRE(read.size() == 1);
            CAPTURE(text);
            REQUIRE(read[0] == card);
        }
    }
}

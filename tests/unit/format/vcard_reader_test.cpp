// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "tests/unit/format/vcard_files.hpp"

#include <doctest/doctest.h>

#include <string>

namespace
{

using vcard_files::read;

/// The only card of a text whose lines are these.
crm::VCard card_of(const std::string& lines, crm::Encoding encoding = crm::Encoding::automatic)
{
    auto cards = read("BEGIN:VCARD\n" + lines + "END:VCARD\n", encoding);
    REQUIRE(cards.size() == 1);
    CHECK(cards[0].problem.empty());
    return cards[0];
}

} // namespace

TEST_CASE("a file without any card is refused")
{
    const std::string message = "'test' is no address book: it has no BEGIN:VCARD";
    for (const char* text : {"", "name,city\nMeier,Ulm\n", "BEGIN:VCALENDAR\nEND:VCALENDAR\n"}) {
        CHECK_THROWS_WITH_AS(read(text), message.c_str(), crm::Error);
    }
}

TEST_CASE("a card in trouble is told, the next ones are read")
{
    const auto cards = read("From: a mail\n\nBEGIN:VCARD\nFN:One\nBEGIN:VCARD\nFN:Two\nEND:VCARD\n"
                            "rubbish: here\nbegin:vcard \nFN:Three\n");
    REQUIRE(cards.size() == 3);
    CHECK(cards[0].formatted_name == "One");
    CHECK(cards[0].line == 3);
    CHECK(cards[0].problem == "another card begins before END:VCARD");
    CHECK(cards[1].formatted_name == "Two");
    CHECK(cards[1].line == 5);
    CHECK(cards[1].problem.empty());
    CHECK(cards[2].formatted_name == "Three");
    CHECK(cards[2].line == 9);
    CHECK(cards[2].problem == "the file ends before END:VCARD");
}

TEST_CASE("any line end, blank lines, trailing blanks, marks between files put together")
{
    for (const std::string end : {"\n", "\r\n", "\r"}) {
        const auto cards =
            read("BEGIN:VCARD" + end + end + "FN:Uwe " + end + "END:VCARD  " + end +
                 "\xEF\xBB\xBF" + "BEGIN:VCARD" + end + "FN:Ute" + end + "END:VCARD");
        REQUIRE(cards.size() == 2);
        CHECK(cards[0].formatted_name == "Uwe");
        CHECK(cards[1].formatted_name == "Ute");
        CHECK(cards[1].problem.empty());
        CHECK(cards[1].line == 5);
    }
}

TEST_CASE("folding: inside words, inside characters, and not at all")
{
    CHECK(card_of("NOTE:Das ist gefal\n tet und das\n  auch\n\t!\n").note ==
          "Das ist gefaltet und das auch!");
    // 3.0 counts octets: some writers cut a character in two, which makes the file Windows-1252
    CHECK(card_of("NOTE:Gr\xC3\n \xB6\xC3\x9F"
                  "e\nTITLE:K\xC3\xA4lte\n")
              .note == "Größe");
    CHECK(card_of("NOTE:Zeile 1\nund Zeile 2\n\nSiehe auch: Zeile 3\nTITLE:Chefin\n").note ==
          "Zeile 1\nund Zeile 2\nSiehe auch: Zeile 3");
    const crm::VCard address = card_of("ADR;TYPE=WORK;LABEL=\"Hof 1^n\n 12345 Ort\":;;Hof 1;Ort\n");
    REQUIRE(address.addresses.size() == 1);
    CHECK(address.addresses[0].street == "Hof 1");
    CHECK(card_of("FN:parser=\nTITLE:x\n").formatted_name == "parser=");
}

TEST_CASE("files put together from Windows-1252 and UTF-8 keep both")
{
    const auto cards =
        read("BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=Windows-1252:M\xFCller\nEND:VCARD\n"
             "BEGIN:VCARD\nVERSION:3.0\nFN:M\xC3\xBCnch\nEND:VCARD\n");
    REQUIRE(cards.size() == 2);
    CHECK(cards[0].formatted_name == "Müller");
    CHECK(cards[1].formatted_name == "Münch");
}

TEST_CASE("quoted-printable: soft breaks, charsets, and no charset")
{
    CHECK(card_of("NOTE;ENCODING=QUOTED-PRINTABLE:a=\nb=3D=\n\nTITLE:x\n").note == "ab=");
    CHECK(card_of("FN;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:M=FCller\n").formatted_name ==
          "Müller");
    CHECK(card_of("FN;QUOTED-PRINTABLE:M=FCller\n").formatted_name == "Müller");
    CHECK(card_of("FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller\n").formatted_name ==
          "Müller");
    CHECK(card_of("FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=FCller\n").formatted_name ==
          "Müller"); // mislabelled
    CHECK(card_of("FN;ENCODING=QUOTED-PRINTABLE:Uwe=\n").formatted_name == "Uwe=");
}

TEST_CASE("pictures are passed over, whatever their form and size")
{
    const std::string data(100'000, 'A');
    for (const std::string& photo :
         {std::string("PHOTO;ENCODING=b;TYPE=JPEG:") + data + "\n " + data + "\n",
          "PHOTO;BASE64:\n  " + data + "\n\n",
          "item1.photo;encoding=base64:" + data + "\n" + data + "==\n",
          "LOGO:data:image/png;base64," + data + "\n " + data + "\n",
          "X-MS-CARDPICTURE;TYPE=JPEG;ENCODING=BASE64:\n " + data + "\n\n",
          "PHOTO:" + std::string(5'000'000, 'A') + "\n"}) {
        const crm::VCard card = card_of("FN:Uwe\n" + photo + "TITLE:Chef\n");
        CHECK(card.formatted_name == "Uwe");
        CHECK(card.title == "Chef");
        CHECK(card.others.empty());
    }
}

TEST_CASE("a value of megabytes is a problem of its card only")
{
    const auto cards = read("BEGIN:VCARD\nFN:Uwe\nNOTE:" + std::string(2'000'000, 'x') +
                            "\nEND:VCARD\nBEGIN:VCARD\nFN:Ute\nEND:VCARD\n");
    REQUIRE(cards.size() == 2);
    CHECK(cards[0].problem == "line 3: the card is too large");
    CHECK(cards[1].problem.empty());
}

TEST_CASE("a card inside a card is no contact")
{
    const std::string inner = "BEGIN:VCARD\nVERSION:2.1\nFN:Sekretariat\nTEL:1\nEND:VCARD\n";
    for (const std::string& agent :
         {"AGENT:\n" + inner, "AGENT:" + inner,
          std::string("AGENT:BEGIN:VCARD\\nFN:Sekretariat\\nEND:VCARD\\n\n")}) {
        const crm::VCard card = card_of("FN:Chef\n" + agent + "TEL:2\n");
        CHECK(card.formatted_name == "Chef");
        REQUIRE(card.phones.size() == 1);
        CHECK(card.phones[0].value == "2");
    }
}

TEST_CASE("parameters in all notations")
{
    const crm::VCard card =
        card_of("TEL;type=\"work,VOICE\";TYPE=pref;X-A=\"a:b;c\":1\n"
                "a.TEL;HOME;FAX:2\n"
                "TEL;TYPE=\"work:3\n"
                "EMAIL;PREF=2:a@b.example\nEMAIL;PREF=1;TYPE=INTERNET:c@d.example\n");
    REQUIRE(card.phones.size() == 3);
    CHECK(card.phones[0] == crm::VCard::Typed{"1", {"work", "voice"}, "", true});
    CHECK(card.phones[1] == crm::VCard::Typed{"2", {"home", "fax"}, "", false});
    CHECK(card.phones[2] == crm::VCard::Typed{"3", {"work"}, "", false});
    CHECK_FALSE(card.emails[0].preferred);
    CHECK(card.emails[1] == crm::VCard::Typed{"c@d.example", {}, "", true});
}

TEST_CASE("phone and mail addresses written as URI")
{
    const crm::VCard card = card_of("TEL;VALUE=uri:tel:+49-30-23125;ext=7\n"
                                    "TEL;VALUE=uri:tel:23125;phone-context=+4930\n"
                                    "TEL:tel:%2B49301\nEMAIL:mailto:a%2Bb@c.example?subject=x\n");
    REQUIRE(card.phones.size() == 3);
    CHECK(card.phones[0].value == "+49-30-23125 ext. 7");
    CHECK(card.phones[1].value == "+493023125");
    CHECK(card.phones[2].value == "+49301");
    CHECK(card.emails[0].value == "a+b@c.example");
}

TEST_CASE("what kind of contact a card is")
{
    CHECK(card_of("FN:Uwe\n").kind == "individual");
    CHECK(card_of("ORG:Berg\n").kind == "org");
    CHECK(card_of("FN:Berg\nORG:Berg;Lager\n").kind == "org");
    CHECK(card_of("FN:Uwe\nORG:Berg\n").kind == "individual");
    CHECK(card_of("N:Berg;Uwe\nORG:Berg\n").kind == "individual");
    CHECK(card_of("KIND:individual\nORG:Berg\n").kind == "individual");
    CHECK(card_of("N:Berg;;;;\nFN:Berg\nX-ABShowAs:COMPANY\n").kind == "org");
    CHECK(card_of("FN:Alle\nX-ADDRESSBOOKSERVER-KIND:group\n").kind == "group");
    CHECK(card_of("FN:Saal\nKIND:location\n").kind == "location");
}

TEST_CASE("gender, language, salutation")
{
    CHECK(card_of("GENDER:M\n").gender == "M");
    CHECK(card_of("GENDER:;divers\n").gender.empty());
    CHECK(card_of("X-GENDER:Female\n").gender == "F");
    CHECK(card_of("X-WAB-GENDER:2\n").gender == "M");
    CHECK(card_of("LANG:de\nLANG;PREF=1:da\n").language == "da");
    CHECK(card_of("X-SALUTATION:Frau\n").salutation == "Frau");
}

TEST_CASE("an address that is only written out is not lost, one that is both is not doubled")
{
    const crm::VCard only = card_of("LABEL;WORK:Hof 1\\n12345 Ort\n");
    REQUIRE(only.addresses.size() == 1);
    CHECK(only.addresses[0].street == "Hof 1\n12345 Ort");
    CHECK(card_of("ADR:;;Hof 1;Ort\nLABEL:Hof 1\\nOrt\n").addresses.size() == 1);
    CHECK(card_of("ADR:;;;;;;\n").addresses.empty());
}

TEST_CASE("several notes are one, a second organization is kept aside")
{
    const crm::VCard card = card_of("NOTE:a\nNOTE:b\nORG:Berg\nORG:Tal;x\n");
    CHECK(card.note == "a\nb");
    CHECK(card.organization == "Berg");
    REQUIRE(card.others.size() == 1);
    CHECK(card.others[0] == std::pair<std::string, std::string>{"ORG", "Tal;x"});
}

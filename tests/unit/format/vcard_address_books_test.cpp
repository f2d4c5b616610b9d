// SPDX-License-Identifier: MIT
#include "tests/unit/format/vcard_files.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

// Every card of tests/data/vcard with all it says. The people are made up; what each program writes
// is not.

namespace
{

using Typed = std::vector<crm::VCard::Typed>;
using Addresses = std::vector<crm::VCard::Address>;
using Others = std::vector<std::pair<std::string, std::string>>;
using vcard_files::read_file;

} // namespace

TEST_CASE("Outlook: 2.1 in Windows-1252")
{
    const auto cards = read_file("outlook-2.1.vcf");
    REQUIRE(cards.size() == 2);

    crm::VCard person;
    person.line = 1;
    person.formatted_name = "Dr. Jörg Heinz Karl Grünewald jun.";
    person.family = "Grünewald";
    person.given = "Jörg";
    person.additional = "Heinz Karl";
    person.prefix = "Dr.";
    person.suffix = "jun.";
    person.organization = "Müller, Söhne & Co. KG";
    person.departments = {"Einkauf", "Kälte"};
    person.title = "Leiter Beschaffung – Kälte";
    person.role = "Kaufmann";
    person.phones = Typed{{"+49 (30) 23125-100", {"work", "voice"}, "", false},
                          {"030 / 23125 101", {"home", "voice"}, "", false},
                          {"0171 3920012", {"cell", "voice"}, "", false},
                          {"030 23125 199", {"work", "fax"}, "", false}};
    person.emails = Typed{{"joerg.gruenewald@kaelte.example", {}, "", true},
                          {"jg@privat.example", {}, "", false}};
    person.urls = Typed{{"http://www.kaelte.example", {"work"}, "", false}};
    person.addresses = Addresses{
        {{"work"},
         "",
         "Gebäude 7",
         "Straße des 17. Juni 135",
         "Berlin",
         "Berlin",
         "10623",
         "Deutschland",
         "",
         true},
        {{"home"}, "", "", "Am Hang 3", "Potsdam", "", "14467", "Deutschland", "", false}};
    person.birthday = "1980-04-03";
    person.note = "Spricht gern über Wein, Preis 5 €.\nZweite Zeile";
    person.others =
        Others{{"NICKNAME", "Joggi"},
               {"X-MS-OL-DEFAULT-POSTAL-ADDRESS", "2"},
               {"X-MS-IMADDRESS", "jg@chat.example"},
               {"X-MS-OL-DESIGN", "<card xmlns=\"http://schemas.example/ebc\" ver=\"1.0\">"
                                  "<fld prop=\"name\"/></card>"}};
    CHECK(cards[0] == person);
}

TEST_CASE("Outlook: a company in 2.1")
{
    const auto cards = read_file("outlook-2.1.vcf");
    REQUIRE(cards.size() == 2);

    crm::VCard company;
    company.line = 50;
    company.kind = "org";
    company.formatted_name = "Stadtwerke Beispielstadt";
    company.organization = "Stadtwerke Beispielstadt";
    company.phones = Typed{{"+49 30 23125 200", {"work", "voice"}, "", false}};
    company.addresses = Addresses{{{"work"},
                                   "",
                                   "",
                                   "Hafenstraße 1\nHinterhof",
                                   "Beispielstadt",
                                   "",
                                   "12345",
                                   "Deutschland",
                                   "",
                                   false}};
    CHECK(cards[1] == company);
}

TEST_CASE("Android: 2.1, everything quoted-printable, labels in parentheses")
{
    const auto cards = read_file("android-2.1.vcf");
    REQUIRE(cards.size() == 2);

    crm::VCard person;
    person.line = 1;
    person.formatted_name = "Änne Schäfer";
    person.family = "Schäfer";
    person.given = "Änne";
    person.organization = "Büro Schäfer";
    person.departments = {"Vertrieb"};
    person.title = "Vertrieb";
    person.phones = Typed{{"0171 3920034", {"cell"}, "", true},
                          {"+493023125300", {"work", "fax"}, "", false},
                          {"03023125301", {}, "Pförtner", false},
                          {"03023125302", {}, "Notruf", false}};
    person.emails = Typed{{"aenne@mail.example", {"home"}, "", false}};
    person.addresses =
        Addresses{{{"work"}, "", "", "Königstraße 7", "Köln", "", "50667", "", "", false}};
    person.birthday = "--02-29";
    person.note = "Rückruf\nnur vormittags";
    person.others =
        Others{{"X-ANDROID-CUSTOM", "vnd.android.cursor.item/nickname;Annie;1;;;;;;;;;;;;;"}};
    CHECK(cards[0] == person);

    crm::VCard nameless;
    nameless.line = 27;
    nameless.emails = Typed{{"werkstatt@mail.example", {}, "", true}};
    CHECK(cards[1] == nameless);
}

TEST_CASE("iCloud: 3.0 with groups and Apple's labels")
{
    const auto cards = read_file("icloud-3.0.vcf");
    REQUIRE(cards.size() == 2);

    crm::VCard person;
    person.line = 1;
    person.uid = "6A1C5B2E-1111-4222-8333-444455556666";
    person.formatted_name = "Prof. Dr. Ayşe Öztürk";
    person.family = "Öztürk";
    person.given = "Ayşe";
    person.prefix = "Prof. Dr.";
    person.organization = "Institut für Strömungslehre";
    person.departments = {"Prüfstand"};
    person.title = "Leiterin";
    person.phones = Typed{{"0171 3920056", {"cell", "voice"}, "", true},
                          {"030 23125 499", {"work", "fax"}, "", false},
                          {"030 23125 400", {}, "AssistantPhone", false},
                          {"030 23125 401", {}, "Pforte, nachts", false},
                          {"030 23125 402", {"work"}, "", false}};
    person.emails = Typed{{"ayse@institut.example", {}, "", true},
                          {"labor@institut.example", {"work"}, "", false}};
    person.urls = Typed{{"https://institut.example", {}, "HomePage", true}};
    person.addresses = Addresses{
        {{"work"}, "", "", "Straße 12\nHaus B", "München", "", "80331", "Deutschland", "", true}};
    person.birthday = "--12-24";
    person.note = "Sehr lange Notiz, die Apple nicht faltet; mit Semikolon\nund Zeile 2";
    person.others = Others{{"X-ABDATE", "2011-06-01"},
                           {"X-SOCIALPROFILE", "http://social.example/ayse"},
                           {"X-ABUID", "6A1C5B2E-1111-4222-8333-444455556666:ABPerson"}};
    CHECK(cards[0] == person);

    crm::VCard company;
    company.line = 37;
    company.kind = "org";
    company.formatted_name = "Bäckerei Früh";
    company.organization = "Bäckerei Früh";
    company.phones = Typed{{"030 23125 500", {"main"}, "", false}};
    CHECK(cards[1] == company);
}

TEST_CASE("Google Contacts: 3.0, folded, colons escaped")
{
    const auto cards = read_file("google-3.0.vcf");
    REQUIRE(cards.size() == 2);

    crm::VCard person;
    person.line = 1;
    person.formatted_name = "Dr. Lena Maria van den Berg";
    person.family = "van den Berg";
    person.given = "Lena";
    person.additional = "Maria";
    person.prefix = "Dr.";
    person.organization = "Berg Logistik GmbH";
    person.departments = {"Disposition"};
    person.title = "Geschäftsführerin";
    person.phones = Typed{{"+49 171 3920078", {"cell"}, "", false},
                          {"+49 30 23125699", {"work", "fax"}, "", false},
                          {"+49 30 23125600", {}, "Zentrale", false}};
    person.emails = Typed{{"lena@berg.example", {"work"}, "", false},
                          {"berg@mail.example", {}, "", false},
                          {"rechnung@berg.example", {}, "Rechnungen", false}};
    person.urls = Typed{{"http://www.google.example/profiles/1", {}, "PROFILE", false}};
    person.addresses = Addresses{{{"work"},
                                  "",
                                  "",
                                  "Lindenallee 5\nAufgang C, 2. OG",
                                  "Essen",
                                  "NRW",
                                  "45127",
                                  "DE",
                                  "",
                                  false}};
    person.birthday = "--11-03";
    person.note =
        "Kennt \"alle\" Spediteure\nzwischen Ruhr und Rhein; bitte nur nach 10 Uhr anrufen.";
    person.categories = {"myContacts", "Kunden"};
    person.others = Others{{"X-PHONETIC-FIRST-NAME", "Lehna"}, {"X-ABRELATEDNAMES", "Tom"}};
    CHECK(cards[0] == person);

    crm::VCard company;
    company.line = 27;
    company.kind = "org";
    company.formatted_name = "Taxi Zentrale";
    company.organization = "Taxi Zentrale";
    company.phones = Typed{{"030 23125 777", {"work"}, "", false}};
    company.categories = {"myContacts"};
    CHECK(cards[1] == company);
}

TEST_CASE("Nextcloud: 4.0 with quoted types and URIs")
{
    const auto cards = read_file("nextcloud-4.0.vcf");
    REQUIRE(cards.size() == 2);

    crm::VCard person;
    person.line = 1;
    person.uid = "0a7dd9a0-6f5c-4d4b-9d3a-111122223333";
    person.formatted_name = "Nguyễn Thị Hoa";
    person.family = "Nguyễn";
    person.given = "Hoa";
    person.additional = "Thị";
    person.organization = "Blumen Hoa";
    person.departments = {"Laden"};
    person.phones = Typed{{"+49-30-23125-800 ext. 12", {"work", "voice"}, "", true},
                          {"+491713920090", {"cell"}, "", false}};
    person.emails = Typed{{"hoa@blumen.example", {"home"}, "", false}};
    person.addresses =
        Addresses{{{"work"}, "", "", "Markt 1", "Leipzig", "", "04109", "Germany", "", false}};
    person.birthday = "1991-11-05";
    person.categories = {"Lieferanten", "Blumen, Deko"};
    person.language = "vi";
    person.gender = "F";
    person.others = Others{{"RELATED", "urn:uuid:0a7dd9a0-6f5c-4d4b-9d3a-999922223333"},
                           {"X-SOCIALPROFILE", "https://social.example/@hoa"}};
    CHECK(cards[0] == person);

    crm::VCard company;
    company.line = 29;
    company.kind = "org";
    company.uid = "0a7dd9a0-6f5c-4d4b-9d3a-444422223333";
    company.formatted_name = "Verein der Blumenhändler e. V.";
    company.urls = Typed{{"https://verein.example", {"work"}, "", false}};
    CHECK(cards[1] == company);
}

TEST_CASE("Thunderbird: 4.0")
{
    crm::VCard person;
    person.line = 1;
    person.uid = "7c1e0a5e-aaaa-4bbb-8ccc-ddddeeeeffff";
    person.formatted_name = "Friedrich Weiß";
    person.family = "Weiß";
    person.given = "Friedrich";
    person.prefix = "Dipl.-Ing.";
    person.organization = "Weiß Bau";
    person.departments = {"Statik"};
    person.role = "Statiker";
    person.phones =
        Typed{{"+49 30 23125 900", {"work"}, "", false}, {"+49 30 23125 999", {"fax"}, "", false}};
    person.emails =
        Typed{{"friedrich@weiss.example", {}, "", true}, {"fw@mail.example", {}, "", false}};
    person.urls = Typed{{"https://weiss.example", {"work"}, "", false}};
    person.addresses = Addresses{{{"home"},
                                  "",
                                  "",
                                  "Auf der Höhe 4",
                                  "Trier",
                                  "Rheinland-Pfalz",
                                  "54290",
                                  "Deutschland",
                                  "",
                                  false}};
    person.birthday = "1969-07-20";
    person.note =
        "Erste Zeile\nzweite Zeile mit einem sehr langen Text, der gefaltet wird, weil er "
        "nicht auf eine Zeile paßt";
    person.others =
        Others{{"NICKNAME", "Fritz"}, {"TZ", "Europe/Berlin"}, {"X-CUSTOM1", "Kunde seit 1999"}};
    const auto today = read_file("thunderbird-4.0.vcf");
    REQUIRE(today.size() == 1);
    CHECK(today[0] == person);
}

TEST_CASE("Thunderbird in former days: lower-case 2.1 with LF")
{
    crm::VCard former;
    former.line = 1;
    former.formatted_name = "Dümmy GmbH";
    former.family = "Däppen";
    former.given = "Günter";
    former.organization = "Dümmy GmbH";
    former.departments = {"Büro"};
    former.phones =
        Typed{{"0731 23125", {"work"}, "", false}, {"0171 3920099", {"cell"}, "", false}};
    former.emails = Typed{{"guenter@duemmy.example", {}, "", false}};
    former.addresses =
        Addresses{{{}, "", "", "Mühlweg 2", "Ulm", "", "89073", "Deutschland", "", false}};
    former.others = Others{{"X-MOZILLA-HTML", "FALSE"}};
    const auto old = read_file("thunderbird-2.1.vcf");
    REQUIRE(old.size() == 1);
    CHECK(old[0] == former);
}

TEST_CASE("a phone system: 3.0 with LF, blank lines, German types, empty values")
{
    const auto cards = read_file("phone-system-3.0.vcf");
    REQUIRE(cards.size() == 2);

    crm::VCard person;
    person.line = 1;
    person.formatted_name = "Becker, Uwe";
    person.family = "Becker";
    person.given = "Uwe";
    person.organization = "Becker & Sohn";
    person.phones = Typed{{"+493023125111", {"work", "voice"}, "", true},
                          {"+491713920011", {"cell"}, "", false},
                          {"03023125112", {"arbeit"}, "", false}};
    person.birthday = "1962-04-03";
    person.categories = {"Telefonbuch", "VIP"};
    CHECK(cards[0] == person);

    crm::VCard service;
    service.line = 15;
    service.formatted_name = "Notdienst Aufzug";
    service.phones = Typed{{"030 23125113", {}, "", false}};
    CHECK(cards[1] == service);
}

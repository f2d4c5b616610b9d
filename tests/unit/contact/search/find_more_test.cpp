// SPDX-License-Identifier: MIT
#include "tests/unit/contact/search/finding.hpp"

#include <doctest/doctest.h>

using namespace crm;
using namespace crm::test;

TEST_CASE("phones are found in any notation and by their beginning")
{
    auto store = sample_store();
    add_with(store, ContactKind::company, "Funk GmbH", Field::phone, "+49 711 1234-567");
    const Lines exact = {"Funk GmbH: exact"};
    for (const auto* typed :
         {"+497111234567", "0711/1234567", "(0711) 1234-567", "0049 711 1234567",
          "+49 (0)711 1234 567", "0711.1234.567", "0711 - 1234567", "0711 1234 567"})
        CHECK_MESSAGE(found(store, {typed}) == exact, typed);
    CHECK(found(store, {"0711", "1234", "567"}) == exact);
    CHECK(found(store, {"funk", "0711", "1234567"}) == exact);
    CHECK(found(store, {"0711", "1234567", "funk"}) == exact);
    CHECK(found(store, {"0711", "1234567", "krach"}).empty());
    for (const auto* typed : {"0711", "0711 12", "+49 711 123", "0049711", "+4971112345"})
        CHECK_MESSAGE(found(store, {typed}) == Lines{"Funk GmbH: prefix"}, typed);
    CHECK(found(store, {"071"}).empty());
    CHECK(found(store, {"1234567"}).empty());
    CHECK(found(store, {"0711 1234568"}).empty());
}

TEST_CASE("phones without area code, foreign and unreadable ones")
{
    auto store = sample_store();
    add_with(store, ContactKind::company, "Orts GmbH", Field::phone, "0711 1234567");
    CHECK(found(store, {"1234567"}).empty());
    {
        Transaction transaction(store);
        set_setting(store, "phone.area_code", "0711");
        transaction.commit();
    }
    CHECK(found(store, {"1234567"}) == Lines{"Orts GmbH: exact"});
    CHECK(found(store, {"1234"}) == Lines{"Orts GmbH: prefix"});
    add_with(store, ContactKind::company, "Lokal GmbH", Field::phone, "777888-0");
    CHECK(found(store, {"07117778880"}) == Lines{"Lokal GmbH: exact"});
    CHECK(found(store, {"777888-0"}) == Lines{"Lokal GmbH: exact"});

    auto data = named("Wiener GmbH");
    data.values[Field::phone] = "01 5351234";
    data.values[Field::country] = "AT";
    add(store, ContactKind::company, data);
    CHECK(found(store, {"+43 1 5351234"}) == Lines{"Wiener GmbH: exact"});
    CHECK(found(store, {"01 5351234"}) == Lines{"Wiener GmbH: exact"}); // as it was typed
    CHECK(found(store, {"01/5351"}) == Lines{"Wiener GmbH: prefix"});
}

TEST_CASE("work phones are found at their company")
{
    auto store = sample_store();
    const auto person = add_person(store, "Ina Voss", add_company(store, "Alpha AG"));
    auto job = job_at(add_company(store, "Beta AG"));
    job.phone = "0711 7654321";
    job.email = "ina@beta.example";
    employ(store, person, job);
    CHECK(found(store, {"0711 7654321"}) == Lines{"Ina Voss @ Beta AG: exact"});
    CHECK(found(store, {"ina@beta"}) == Lines{"Ina Voss @ Beta AG: prefix"});
}

TEST_CASE("numbers are found, former ones too")
{
    auto store = sample_store();
    auto given = named("Alfreds Futterkiste");
    given.number = "ALFKI";
    add(store, ContactKind::company, given);
    for (const auto* number : {"70", "701", "7012", "07"}) {
        auto data = named("Nummer");
        data.number = number;
        add(store, ContactKind::company, data);
    }
    CHECK(found(store, {"alfki"}) == Lines{"Alfreds Futterkiste: exact"});
    CHECK(found(store, {"ALF"}).size() == 1);
    FindQuery query;
    query.texts = {"70"};
    const auto by_number = find_contacts(store, query, today);
    REQUIRE(by_number.size() == 3);
    CHECK(by_number[0].number == "70");
    CHECK(by_number[0].match == Match::exact);
    CHECK(by_number[1].number == "701");
    CHECK(by_number[2].number == "7012");
    CHECK(by_number[2].match == Match::prefix);

    auto merged = named("Alfreds Futter");
    merged.number = "900";
    const auto dropped = add(store, ContactKind::company, merged);
    SearchIndexer(store).remove(dropped);
    change(store,
           "UPDATE contact SET merged_into_id = (SELECT id FROM contact WHERE number = 'ALFKI')"
           " WHERE number = '900'");
    CHECK(found(store, {"900"}) == Lines{"Alfreds Futterkiste: exact"});
    CHECK(found(store, {"90"}).empty());
}

TEST_CASE("e-mails are found by their beginning")
{
    auto store = sample_store();
    const auto nord = add_company_in(store, "Nord AG", "Kiel");
    auto data = named("Eva Berg");
    data.values[Field::email] = "E.Berg@Nord.example;privat@berg.example";
    data.employment = job_at(nord);
    add(store, ContactKind::person, data);
    const Lines prefix = {"Eva Berg @ Nord AG: prefix"};
    CHECK(found(store, {"e.berg@nord.example"}) == Lines{"Eva Berg @ Nord AG: exact"});
    CHECK(found(store, {"E.BERG@"}) == prefix);
    CHECK(found(store, {"privat@b"}) == prefix);
    CHECK(found(store, {"priv"}) == prefix);
    CHECK(found(store, {"priv", "kiel"}) == prefix);
    CHECK(found(store, {"e.be", "nord"}) == prefix);
    CHECK(found(store, {"priv", "hamburg"}).empty());
    CHECK(found(store, {"@nord"}).empty());
}

TEST_CASE("many candidates by e-mail or number are narrowed down")
{
    auto store = sample_store();
    for (int place = 0; place < 200; ++place) {
        auto data = named(fmt::format("Firma {}", place % 2 == 0 ? "Gerade" : "Ungerade"));
        data.number = fmt::format("8{:03}", place);
        data.values[Field::email] = fmt::format("info@f{}.example", place);
        data.values[Field::city] = place == 77 ? "Husum" : "Kiel";
        add(store, ContactKind::company, data);
    }
    CHECK(found(store, {"info", "husum"}) == Lines{"Firma Ungerade: prefix"});
    CHECK(found(store, {"info", "80", "husum"}) == Lines{"Firma Ungerade: prefix"});
    CHECK(found(store, {"info@", "husuk"}) == Lines{"Firma Ungerade: typo"});
    FindQuery query;
    query.texts = {"info@", "8"};
    query.limit = 1000;
    CHECK(found(store, query).size() == 200);
    query.texts = {"info"};
    CHECK(found(store, query).size() == 200);
    query.texts = {"gerade", "8"};
    CHECK(found(store, query).size() == 100);
}

TEST_CASE("filters")
{
    auto store = sample_store();
    const auto manager = add_staff(store, "Anna Chefin", "AC");
    const auto other = add_staff(store, "Ben Vertreter", "BV");
    auto data = named("Kunst GmbH");
    data.values[Field::city] = "Köln";
    data.values[Field::postcode] = "50667";
    data.manager_id = manager;
    data.tags = {"Messe"};
    const auto company = add(store, ContactKind::company, data);
    add_person(store, "Eva Kunst", company);
    const auto with = [&](auto change) {
        FindQuery query;
        query.texts = {"kunst"};
        change(query);
        return found(store, query).size();
    };
    CHECK(with([](FindQuery&) {}) == 2);
    CHECK(with([](FindQuery& q) { q.kind = ContactKind::person; }) == 1);
    CHECK(with([](FindQuery& q) { q.city = "koeln"; }) == 2);
    CHECK(with([](FindQuery& q) { q.city = "Bonn"; }) == 0);
    CHECK(with([](FindQuery& q) { q.postcode = "50*"; }) == 2);
    CHECK(with([](FindQuery& q) { q.postcode = "50667"; }) == 2);
    CHECK(with([](FindQuery& q) { q.postcode = "5066"; }) == 0);
    CHECK(with([](FindQuery& q) { q.tag = "messe"; }) == 1);
    CHECK(with([](FindQuery& q) { q.tag = "Messen"; }) == 0);
    CHECK(with([&](FindQuery& q) { q.manager_id = manager; }) == 2); // inherited
    CHECK(with([&](FindQuery& q) { q.manager_id = other; }) == 0);
    CHECK(with([](FindQuery& q) { q.limit = 1; }) == 1);
    {
        Transaction transaction(store);
        set_archived(store, company, today);
        transaction.commit();
    }
    CHECK(with([](FindQuery&) {}) == 1);
    CHECK(with([](FindQuery& q) { q.archived = true; }) == 2);
}

TEST_CASE("a line shows what is at work first")
{
    auto store = sample_store();
    auto company = named("Alpha AG");
    company.values[Field::city] = "Bonn";
    company.manager_id = add_staff(store, "Anna Chefin", "AC");
    const auto id = add(store, ContactKind::company, company);
    auto person = named("Ina Voss");
    person.values[Field::mobile] = "0170 1";
    person.values[Field::email] = "ina@home.example";
    person.employment = job_at(id);
    person.employment->role = "Einkauf";
    person.employment->email = "voss@alpha.example";
    add(store, ContactKind::person, person);
    FindQuery query;
    query.texts = {"voss"};
    const auto lines = find_contacts(store, query, today);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].kind == "person");
    CHECK(lines[0].role == "Einkauf");
    CHECK(lines[0].phone == "0170 1");
    CHECK(lines[0].email == "voss@alpha.example");
    CHECK(lines[0].city == "Bonn");
    CHECK(lines[0].manager == "Anna Chefin");
}

TEST_CASE("nothing that is typed has a meaning for the full-text index")
{
    auto store = sample_store();
    add_company(store, "Not AND Or NEAR GmbH");
    CHECK(found(store, {"NOT", "and", "or", "near"}).size() == 1);
    for (const auto* typed : {"\"",
                              "name:",
                              "not*",
                              "(or",
                              "a\" OR \"b",
                              "^near",
                              "{name}",
                              "%",
                              "'",
                              "NEAR(a b)",
                              "-",
                              "--",
                              "\\",
                              "or;",
                              "\xff\xfe",
                              "हिन्दी",
                              "ไทย",
                              "日本語",
                              "x\u0301\u0323",
                              "\u2028"})
        CHECK_NOTHROW(found(store, {typed}));
}

TEST_CASE("words of every Latin letter and of other scripts are found")
{
    auto store = sample_store();
    std::string all;
    for (int letter = 0xC0; letter < 0x250; ++letter)
        if (letter != 0xD7 && letter != 0xF7) {
            all += static_cast<char>(0xC0 | (letter >> 6));
            all += static_cast<char>(0x80 | (letter & 0x3F));
        }
    add_company(store, "A" + all);
    CHECK(found(store, {"a" + all}).size() == 1);
    for (const auto* name : {"Ελλάς", "Москва", "東京", "서울", "שלום"}) {
        add_company(store, name);
        CHECK_MESSAGE(found(store, {name}).size() == 1, name);
    }
}

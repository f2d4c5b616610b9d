// SPDX-License-Identifier: MIT
#include "tests/unit/mailing/mailing.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

constexpr std::int64_t mueller = 3;
constexpr std::int64_t eva = 4;

std::string addressed(Store& store, const RecipientQuery& query = by_post())
{
    const auto all = recipients(store, query);
    REQUIRE(all.size() == 1);
    return all.front().given_name + " " + all.front().family_name;
}

std::int64_t colleague(Store& store, const std::string& name, bool main,
                       std::vector<std::string> functions = {})
{
    auto data = named(name);
    data.employment = EmploymentData{};
    data.employment->company_id = mueller;
    data.employment->main = main;
    data.employment->functions = std::move(functions);
    return add(store, ContactKind::person, data);
}

} // namespace

TEST_CASE("a company's row is for the person for mailings, else the main one, else the first")
{
    auto store = mailed_company();
    change(store, "UPDATE employment SET main = 0");
    const auto boss = colleague(store, "Otto Chef", true);
    CHECK(addressed(store) == "Otto Chef");
    const auto marketing = colleague(store, "Ina Werbe", false, {"mailing"});
    CHECK(addressed(store) == "Ina Werbe");
    const auto row = recipients(store, by_post()).front();
    CHECK(row.contact_id == marketing);
    CHECK(row.company_id == mueller);
    CHECK(row.number == "10002");
    CHECK(row.name == "Müller GmbH");
    block(store, marketing);
    CHECK(addressed(store) == "Otto Chef");
    block(store, boss);
    CHECK(addressed(store) == "Eva Meier");
    block(store, eva);
    CHECK(addressed(store) == " ");
    CHECK(recipients(store, by_post()).front().contact_id == mueller);
    CHECK(recipients(store, by_post()).front().letter_salutation ==
          "Sehr geehrte Damen und Herren");
    block(store, mueller);
    CHECK(numbers(store, by_post()).empty());
    CHECK(exclusions(store, by_post()) == "10002: blocked on 2026-06-30");
}

TEST_CASE("who left or is archived gets no letter, nor the own people")
{
    auto store = mailed_company();
    SUBCASE("left")
    {
        change(store, "UPDATE employment SET last_day = '2026-06-29' WHERE person_id = 4");
        CHECK(addressed(store) == " ");
    }
    SUBCASE("archived")
    {
        change(store, "UPDATE contact SET archived_on = '2026-06-01' WHERE id = 4");
        CHECK(addressed(store) == " ");
        auto persons = by_post();
        persons.per = Per::person;
        CHECK(exclusions(store, persons) == "10003: archived on 2026-06-01");
    }
    SUBCASE("the company itself")
    {
        change(store, "UPDATE contact SET archived_on = '2026-06-01' WHERE id = 3");
        CHECK(numbers(store, by_post()).empty());
        CHECK(exclusions(store, by_post()) == "10002: archived on 2026-06-01");
    }
    SUBCASE("merged into another one")
    {
        const auto other = customer(store, "Andere GmbH", "Weg 2");
        change(store,
               ("UPDATE contact SET merged_into_id = " + std::to_string(other) + " WHERE id = 3")
                   .c_str());
        CHECK(numbers(store, by_post()) == "10004");
        CHECK(exclusions(store, by_post()).empty());
    }
    SUBCASE("the own company and whoever works there are never meant")
    {
        change(store, "UPDATE contact SET customer = 1, street = 'Hof 1', postcode = '10115', "
                      "city = 'Berlin' WHERE id IN (1, 2)");
        auto query = by_post();
        query.filter.all = true;
        CHECK(numbers(store, query) == "10002");
        query.per = Per::person;
        CHECK(numbers(store, query) == "10003");
        CHECK(exclusions(store, query).empty());
    }
}

TEST_CASE("persons are approached for themselves only if nobody else stands for them")
{
    auto store = mailed_company();
    change(store, "UPDATE contact SET customer = 1, street = 'Am Berg 3', postcode = '37075', "
                  "city = 'Göttingen' WHERE id = 4");
    CHECK(numbers(store, by_post()) == "10002"); // Eva is reached at Müller GmbH
    SUBCASE("she buys as a consumer, too")
    {
        change(store, "UPDATE contact SET consumer = 1 WHERE id = 4");
        CHECK(numbers(store, by_post()) == "10002,10003");
        CHECK(recipients(store, by_post()).back().address[0] == "Eva Meier");
    }
    SUBCASE("her company is no customer")
    {
        change(store, "UPDATE contact SET customer = 0 WHERE id = 3");
        CHECK(numbers(store, by_post()) == "10003");
    }
    SUBCASE("her company is archived")
    {
        change(store, "UPDATE contact SET archived_on = '2026-06-01' WHERE id = 3");
        CHECK(numbers(store, by_post()) == "10003");
        CHECK(exclusions(store, by_post()) == "10002: archived on 2026-06-01");
        auto query = by_post();
        query.per = Per::person;
        CHECK(numbers(store, query) == "10003");
    }
    SUBCASE("a person with a row at a company has no other one")
    {
        change(store, "UPDATE contact SET consumer = 1 WHERE id = 4");
        auto query = by_post();
        query.per = Per::person;
        CHECK(numbers(store, query) == "10003");
        CHECK(exclusions(store, query) == "10003: has a row at another company");
    }
}

TEST_CASE("a row a person: tags are theirs or the company's, mailings theirs alone")
{
    auto store = mailed_company();
    const auto otto = colleague(store, "Otto Chef", false);
    auto query = by_post();
    query.per = Per::person;
    CHECK(numbers(store, query) == "10003,10004");
    change(store, "INSERT INTO contact_tag (contact_id, tag, tag_key) VALUES (4, 'Golf', 'golf'), "
                  "(3, 'Messe', 'messe')");
    query.filter.tags = {"golf"};
    CHECK(numbers(store, query) == "10003");
    query.filter.tags = {"Messe"};
    CHECK(numbers(store, query) == "10003,10004");
    query.filter.not_tags = {"GOLF"};
    CHECK(numbers(store, query) == "10004");
    query.filter = {};
    query.filter.not_mailed_since = today;
    change(store, R"sql(
        INSERT INTO mailing (id, name, name_key, channel, per, filter, at)
        VALUES (1, 'Mai', 'mai', 'post', 'person', '', '2026-06-30T10:00');
        INSERT INTO mailing_recipient (id, mailing_id, contact_id, company_id, number, legal_basis)
        VALUES (1, 1, 4, 3, '10003', 'allowed by law');
        INSERT INTO log_entry (id, at, contact_id, company_id, channel, direction, subject)
        VALUES (1, '2026-06-30T10:00', 3, 3, 'system', 'out', 'Mailing Mai');
        INSERT INTO mailing_sending (recipient_id, at, log_id, known_consent)
        VALUES (1, '2026-06-30T10:00', 1, 0))sql");
    CHECK(numbers(store, query) == std::to_string(10000 + otto - 1));
    query.per = Per::company;
    CHECK(numbers(store, query).empty());
    query.filter.not_mailed_since = today + std::chrono::days(1);
    CHECK(numbers(store, query) == "10002");
}

TEST_CASE("e-mail goes to a mailbox whose owner consented")
{
    auto store = mailed_company();
    auto query = by_post();
    query.channel = "newsletter";
    CHECK(exclusions(store, query) == "10002: no consent");
    allow(store, eva, "newsletter");
    CHECK(recipients(store, query).front().email == "Eva@Example.com");
    CHECK(recipients(store, query).front().legal_basis == "consent of 2026-06-30 (Messe)");
    SUBCASE("at work first")
    {
        change(store, "UPDATE employment SET email = 'eva@mueller.example;e@mueller.example' "
                      "WHERE person_id = 4");
        CHECK(recipients(store, query).front().email == "eva@mueller.example");
    }
    SUBCASE("a consent without a mailbox is of no use")
    {
        change(store, "UPDATE contact SET email = NULL WHERE id = 4;"
                      "UPDATE contact SET email = 'info@mueller.example' WHERE id = 3");
        CHECK(exclusions(store, query) == "10002: no e-mail address");
        allow(store, mueller, "newsletter");
        CHECK(recipients(store, query).front().email == "info@mueller.example");
        CHECK(recipients(store, query).front().contact_id == mueller);
    }
    SUBCASE("nobody twice by mailbox, its case ignored")
    {
        const auto other = customer(store, "Andere GmbH", "Weg 2");
        change(store, "UPDATE contact SET email = 'EVA@example.com' WHERE name = 'Andere GmbH'");
        allow(store, other, "newsletter");
        CHECK(numbers(store, query) == "10002");
        CHECK(exclusions(store, query) == "10004: same e-mail address as 10002");
    }
}

TEST_CASE("nobody twice by letter box: the same name, however written, at the same address")
{
    auto store = mailed_company();
    customer(store, "MUELLER GmbH & Co. KG", "RING 1");
    customer(store, "Müller GmbH", "Ring 2");
    CHECK(exclusions(store, by_post()) == "10004: same name and address as 10002");
    CHECK(numbers(store, by_post()) == "10002,10005");
}

TEST_CASE("a block counts whatever day it is said to be")
{
    auto store = mailed_company();
    block(store, mueller);
    auto query = by_post();
    query.today = today - std::chrono::days(100);
    CHECK(exclusions(store, query) == "10002: blocked on 2026-06-30");
}

TEST_CASE("the address block has no empty lines inside")
{
    auto store = mailed_company();
    change(store, "UPDATE employment SET department = 'Einkauf' WHERE person_id = 4;"
                  "UPDATE contact SET salutation = 'Frau', title = 'Dr.' WHERE id = 4;"
                  "UPDATE contact SET country = 'AT', legal_form = 'GmbH' WHERE id = 3");
    const auto row = recipients(store, by_post()).front();
    CHECK(row.address == std::array<std::string, 6>{"Müller GmbH", "Einkauf", "Frau Dr. Eva Meier",
                                                    "Ring 1", "37073 Göttingen", "ÖSTERREICH"});
    CHECK(row.letter_salutation == "Sehr geehrte Frau Dr. Meier");
    block(store, eva);
    CHECK(recipients(store, by_post()).front().address ==
          std::array<std::string, 6>{"Müller GmbH", "Ring 1", "37073 Göttingen", "ÖSTERREICH", "",
                                     ""});
}

TEST_CASE("a letter needs a complete address, a call a phone")
{
    auto store = mailed_company();
    for (const char* lack : {"street", "postcode", "city"}) {
        auto other = mailed_company();
        change(other, (std::string("UPDATE contact SET ") + lack + " = NULL WHERE id = 3").c_str());
        CHECK(exclusions(other, by_post()) == "10002: no complete address");
    }
    auto call = by_post();
    call.channel = "phone";
    CHECK(recipients(store, call).front().phone == "0551 123456");
    change(store, "UPDATE contact SET phone = NULL WHERE id = 3");
    CHECK(exclusions(store, call) == "10002: no phone number");
}

TEST_CASE("only channels of mailings, and the kinds of rows there are")
{
    auto store = mailed_company();
    auto query = by_post();
    for (const char* channel : {"fax", "sms", "visit", ""}) {
        query.channel = channel;
        CHECK(throws(ErrorKind::usage, [&] { numbers(store, query); }));
        CHECK(throws(ErrorKind::usage, [&] { exclusions(store, query); }));
    }
    CHECK(throws(ErrorKind::usage, [] { parse_per("house"); }));
    CHECK(parse_per("person") == Per::person);
}

} // namespace crm::test

// SPDX-License-Identifier: MIT
#include "tests/unit/mailing/campaign.hpp"
#include "tests/unit/mailing/mailing.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

constexpr const char* letters = "same name and address as ";
constexpr const char* mails = "same e-mail address as ";

RecipientQuery on(const char* channel, Per per = Per::company)
{
    auto query = by_post();
    query.channel = channel;
    query.per = per;
    return query;
}

std::int64_t private_person(Store& store, const std::string& name, const char* street,
                            const std::string& email)
{
    auto person = named(name);
    fill(person, street, "50667", "Köln", email.c_str());
    return add(store, ContactKind::person, person);
}

std::string refused(const char* number, const char* where, const char* objector)
{
    return std::string(number) + ": blocked: " + where + objector + " who objected on 2026-06-30";
}

void set_email(Store& store, std::int64_t contact, const char* email)
{
    Transaction transaction(store);
    ContactData data;
    data.values[Field::email] = email;
    ContactWriter(store, today).change(contact, data);
    transaction.commit();
}

void set_work_email(Store& store, const char* email)
{
    Transaction transaction(store);
    ContactData data;
    data.employment = EmploymentData{};
    data.employment->company_id = mueller;
    data.employment->email = email;
    ContactWriter(store, today).change(eva, data);
    transaction.commit();
}

} // namespace

TEST_CASE("nobody is written to at the mail box of somebody who objected, whoever consented")
{
    auto store = small_company();
    const auto anna = private_person(store, "Anna Alt", "Weg 1", "alt@x.example; same@x.example");
    const auto ben = private_person(store, "Ben Bau", "Weg 2", "SAME@x.example");
    const auto query = on("newsletter");
    for (const auto each : {anna, ben})
        allow(store, each, "newsletter");
    CHECK(numbers(store, query) == "10004,10005");
    block(store, anna, "newsletter");
    allow(store, ben, "newsletter"); // it is not Anna's word
    CHECK(numbers(store, query).empty());
    CHECK(exclusions(store, query) ==
          "10004: blocked on 2026-06-30\n" + refused("10005", mails, "10004"));
    SUBCASE("another channel is another matter")
    {
        block(store, ben, "post");
        allow(store, anna, "email");
        allow(store, ben, "email");
        CHECK(numbers(store, on("email")) == "10004,10005");
    }
    SUBCASE("who objected may think better of it")
    {
        allow(store, anna, "newsletter");
        CHECK(numbers(store, query) == "10004,10005");
    }
    SUBCASE("who was merged into another spoke for that one")
    {
        const auto other = private_person(store, "Anna Alt-Neu", "Weg 1", "same@x.example");
        change(store, ("UPDATE contact SET merged_into_id = " + std::to_string(other) +
                       " WHERE id = " + std::to_string(anna))
                          .c_str());
        change(store, ("DELETE FROM contact_point_index WHERE contact_id = " + // as a merge does
                       std::to_string(anna))
                          .c_str());
        CHECK(exclusions(store, query) ==
              refused("10005", mails, "10006") + "\n10006: blocked on 2026-06-30");
    }
}

TEST_CASE("a company chooses somebody with another mail box, or nobody")
{
    auto store = campaign_store();
    set_work_email(store, "einkauf@mueller.example");
    const auto otto = private_person(store, "Otto Chef", "Weg 1", "einkauf@mueller.example");
    const auto query = on("email");
    block(store, otto, "email");
    CHECK(recipients(store, query).front().email == "info@mueller.example");
    CHECK(exclusions(store, query) == "10006: blocked on 2026-06-30");
    CHECK(exclusions(store, on("email", Per::person)) ==
          refused("10003", mails, "10006") +
              "\n10004: nobody is known there\n10006: blocked on 2026-06-30");
    change(store, "UPDATE contact SET email = NULL WHERE id = 3");
    CHECK(exclusions(store, query) ==
          refused("10002", mails, "10006") + "\n10006: blocked on 2026-06-30");
}

TEST_CASE("what a company blocked covers the mail boxes that it gave its people")
{
    auto store = campaign_store();
    set_work_email(store, "eva@mueller.example");
    private_person(store, "Ida Info", "Weg 1", "info@mueller.example");
    private_person(store, "Eva Privat", "Weg 2", "eva@mueller.example");
    block(store, mueller, "email");
    CHECK(exclusions(store, on("email")) == "10002: blocked on 2026-06-30\n" +
                                                refused("10006", mails, "10002") + "\n" +
                                                refused("10007", mails, "10002"));
    change(store, "UPDATE employment SET last_day = '2026-06-01' WHERE person_id = 4");
    CHECK(numbers(store, on("email")) == "10004,10005,10007");
}

TEST_CASE("nobody of the name is written to where somebody objected to letters")
{
    auto store = campaign_store();
    const auto dora = private_person(store, "Dora Dorn", "Hauptstr. 5", "");
    const auto query = on("post");
    block(store, dora);
    private_person(store, "Dora Dorn", "Hauptstraße 5", "");
    private_person(store, "Dieter Dorn", "Hauptstr. 5", "");
    CHECK(numbers(store, query) == "10002,10004,10005,10008");
    CHECK(exclusions(store, query) ==
          "10006: blocked on 2026-06-30\n" + refused("10007", letters, "10006"));
    SUBCASE("at the company where the person works, too")
    {
        block(store, eva);
        auto twin = named("Eva Meier");
        twin.employment = EmploymentData{};
        twin.employment->company_id = mueller;
        add(store, ContactKind::person, twin);
        CHECK(recipients(store, query).front().family_name.empty()); // to the company as such
        CHECK(exclusions(store, on("post", Per::person)) ==
              "10003: blocked on 2026-06-30\n10009: blocked: same name and address as 10003 who "
              "objected on 2026-06-30\n10004: nobody is known there\n10006: blocked on "
              "2026-06-30\n" +
                  refused("10007", letters, "10006"));
    }
    SUBCASE("a second record of a company that objected")
    {
        block(store, mueller);
        const auto second = customer(store, "Müller G.m.b.H.", "Markt 1");
        auto otto = named("Otto Chef");
        otto.employment = EmploymentData{};
        otto.employment->company_id = second;
        add(store, ContactKind::person, otto);
        CHECK(numbers(store, query) == "10004,10005,10008");
        CHECK(numbers(store, on("post", Per::person)) == "10005,10008");
    }
}

TEST_CASE("a short list, whose names are looked up, and a long one leave out the same people")
{
    auto store = campaign_store();
    block(store, private_person(store, "Dora Dorn", "Hauptstr. 5", ""));
    private_person(store, "Dora Dorn", "Hauptstraße 5", "");
    private_person(store, "Dora Dorn", "Hauptstr. 6", "");
    block(store, customer(store, "Alt AG", "Markt 7"));
    const auto moved = customer(store, "Alt GmbH", "Markt 8");
    customer(store, "Alt KG", "MARKT 7");
    customer(store, "Alt OHG", "Markt 9");
    Transaction transaction(store);
    add_address(store, moved, {0, "", "delivery", "Markt 9", "37073", "Göttingen", "", "", {}},
                today);
    transaction.commit();
    change(store, "UPDATE contact SET street = NULL, postcode = NULL, city = NULL WHERE id = 11");
    REQUIRE(moved == 11);
    block(store, moved);
    const auto dora = "10006: blocked on 2026-06-30\n" + refused("10007", letters, "10006");
    const auto others =
        refused("10011", letters, "10009") + "\n" + refused("10012", letters, "10010");
    auto query = on("post");
    CHECK(exclusions(store, query) ==
          dora + "\n10009: blocked on 2026-06-30\n" + "10010: blocked on 2026-06-30\n" + others);
    query.filter.postcode = "*"; // which 10010 has not
    CHECK(exclusions(store, query) == dora + "\n10009: blocked on 2026-06-30\n" + others);
    SUBCASE("who was merged into another has no box any more")
    {
        change(store, "UPDATE contact SET merged_into_id = 3 WHERE id = 10;"
                      "DELETE FROM contact_name_index WHERE contact_id = 10");
        for (const char* postcode : {"*", "37073"}) {
            query.filter.postcode = postcode;
            CHECK(exclusions(store, query).find("10011") == std::string::npos);
        }
        query.filter.postcode.reset();
        CHECK(exclusions(store, query).find("10011") == std::string::npos);
    }
}

TEST_CASE("the own staff at a company get no letter, but their objections count")
{
    auto store = campaign_store();
    const auto at_mueller = [&](const char* name) {
        auto person = named(name);
        person.employment = EmploymentData{};
        person.employment->company_id = mueller;
        return add(store, ContactKind::person, person);
    };
    const auto hans = at_mueller("Hans Hase");
    change(store, ("INSERT INTO staff (contact_id, code, code_key) VALUES (" +
                   std::to_string(hans) + ", 'HH', 'hh')")
                      .c_str());
    at_mueller("Hans Hase");
    const auto query = on("post", Per::person);
    CHECK(numbers(store, query) == "10003,10007,10005");
    block(store, hans);
    CHECK(numbers(store, query) == "10003,10005");
    CHECK(exclusions(store, query) ==
          refused("10007", letters, "10006") + "\n10004: nobody is known there");
}

TEST_CASE("a mailing made before an objection leaves out whoever shares the mail box")
{
    auto store = campaign_store();
    set_email(store, berta, "INFO@kurz.example");
    const auto mailing = created(store, mailing_of("Sommer"));
    CHECK(exported(store, mailing).numbers.size() == 2);
    blocked(store, berta, "email");
    CHECK(exported(store, mailing).left_out ==
          std::vector<std::string>{
              "10004 Kurz KG: blocked: same e-mail address as 10005 who objected on 2026-06-30"});
}

} // namespace crm::test

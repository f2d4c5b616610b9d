// SPDX-License-Identifier: MIT
#include "crm/log/mail_entry.hpp"
#include "tests/unit/contact/people.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

#include <functional>

namespace crm::test
{

namespace
{

Mail mail(std::vector<std::string> from, std::vector<std::string> to)
{
    Mail result;
    result.from = std::move(from);
    result.to = std::move(to);
    return result;
}

/// small_company() with an address of the own staff, and a second person at Müller GmbH (5).
Store office()
{
    auto store = small_company();
    ContactData berg;
    berg.values[Field::email] = "berg@eigene.example";
    Transaction transaction(store);
    ContactWriter(store, today).change(2, berg);
    transaction.commit();
    auto wolf = named("Ida Wolf");
    wolf.employment.emplace().company_id = 3;
    wolf.employment->email = "wolf@mueller.example";
    add(store, ContactKind::person, wolf);
    return store;
}

} // namespace

TEST_CASE("a known sender writes to us, else we have written")
{
    auto store = office();
    const auto in = mail_parties(
        store, mail({"eva@example.com"}, {"berg@eigene.example", "wolf@mueller.example"}), today);
    CHECK(in.incoming);
    CHECK(in.contact.id == 4);
    CHECK(in.company->id == 3);
    CHECK(in.staff_id == 2);
    REQUIRE(in.with.size() == 1);
    CHECK(in.with[0].id == 5);
    const auto out = mail_parties(
        store, mail({"berg@eigene.example"}, {"nobody@x.example", "eva@example.com"}), today);
    CHECK(!out.incoming);
    CHECK(out.contact.id == 4);
    CHECK(out.staff_id == 2);
}

TEST_CASE("a message without a Message-ID is known by when it was sent, by whom, and what it says")
{
    Mail first = mail({"eva@example.com"}, {"berg@eigene.example"});
    first.date = "Mon, 29 Jun 2026 08:15:00 +0200";
    first.subject = "Hallo";
    const auto key = message_key(first);
    CHECK(key == message_key(Mail(first)));
    for (const auto& change : std::vector<std::function<void(Mail&)>>{
             [](Mail& other) { other.date = "Tue, 30 Jun 2026 08:15:00 +0200"; },
             [](Mail& other) { other.from = {"ida@example.com"}; },
             [](Mail& other) { other.to = {}; },
             [](Mail& other) { other.cc = {"ida@example.com"}; },
             [](Mail& other) { other.subject = "Hallo!"; },
             [](Mail& other) { other.text = "Noch etwas"; },
         }) {
        Mail other = first;
        change(other);
        CHECK(message_key(other) != key);
    }
    first.message_id = "4711@x";
    CHECK(message_key(first) == "4711@x");
}

TEST_CASE("our own people are no contacts of ours")
{
    auto store = office();
    const auto failure = thrown(
        [&] { mail_parties(store, mail({"berg@eigene.example"}, {"nobody@x.example"}), today); });
    REQUIRE(failure);
    CHECK(failure->kind == ErrorKind::not_found);
    CHECK(failure->hint.find("nobody@x.example") != std::string::npos);
    const auto stranger = thrown(
        [&] { mail_parties(store, mail({"nobody@x.example"}, {"berg@eigene.example"}), today); });
    REQUIRE(stranger);
    CHECK(stranger->hint.find("nobody@x.example") != std::string::npos);
    CHECK(own_sender(store, mail({"berg@eigene.example"}, {}), today));
    CHECK(!own_sender(store, mail({"eva@example.com"}, {}), today));
}

} // namespace crm::test

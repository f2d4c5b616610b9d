// SPDX-License-Identifier: MIT
#include "crm/log/mail_entry.hpp"
#include "tests/unit/contact/people.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

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

// SPDX-License-Identifier: MIT
#include "crm/switchboard/merge.hpp"
#include "tests/unit/mailing/campaign.hpp"
#include "tests/unit/mailing/mailing.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

constexpr LocalTime in_the_evening{today, 18 * 60};

RecipientQuery by_mail(const char* channel = "email")
{
    auto query = mailing_of("").query;
    query.channel = channel;
    return query;
}

} // namespace

TEST_CASE("where a mailing bounced nobody is written to again, on no channel of mails")
{
    auto store = campaign_store();
    CHECK(numbers(store, by_mail()) == "10002,10004,10005");
    answered(store, created(store, mailing_of("Frühjahr")), kurz, "bounced");
    CHECK(numbers(store, by_mail()) == "10002,10005");
    CHECK(exclusions(store, by_mail()) == "10004: e-mail bounced on 2026-06-30");
    Transaction transaction(store);
    allow_channel(store, kurz, "newsletter", {"Messe", "", std::nullopt}, at_ten); // before
    transaction.commit();
    CHECK(exclusions(store, by_mail("newsletter")).find("10004: e-mail bounced") !=
          std::string::npos);
    CHECK(numbers(store, by_mail("post")) == "10002,10004,10005");
}

TEST_CASE("who was chosen before a mailing bounced is not written to after it")
{
    auto store = campaign_store();
    const auto summer = created(store, mailing_of("Sommer"));
    answered(store, created(store, mailing_of("Frühjahr")), kurz, "bounced");
    const auto done = exported(store, summer);
    CHECK(done.numbers == std::vector<std::string>{"10002", "10005"});
    CHECK(done.left_out == std::vector<std::string>{"10004 Kurz KG: e-mail bounced on 2026-06-30"});
}

TEST_CASE("a mailbox works again once somebody answers from there or consents anew, or is another")
{
    auto store = campaign_store();
    const auto spring = created(store, mailing_of("Frühjahr"));
    const auto summer = created(store, mailing_of("Sommer"));
    answered(store, spring, kurz, "bounced");
    answered(store, summer, kurz, "replied");
    CHECK(numbers(store, by_mail()) == "10002,10004,10005");

    answered(store, spring, berta, "bounced");
    CHECK(numbers(store, by_mail()) == "10002,10004");
    Transaction transaction(store);
    allow_channel(store, berta, "email", {"Messe", "", std::nullopt}, in_the_evening);
    transaction.commit();
    CHECK(numbers(store, by_mail()) == "10002,10004,10005");

    answered(store, summer, berta, "bounced", {today + std::chrono::days(1), 600});
    CHECK(numbers(store, by_mail()) == "10002,10004");
    ContactData other;
    other.values[Field::email] = "berta.lang@example.org";
    Transaction change(store);
    ContactWriter(store, today).change(berta, other);
    change.commit();
    CHECK(numbers(store, by_mail()) == "10002,10004,10005");
}

TEST_CASE("of the people of a company the next one is chosen whose mailbox works")
{
    auto store = campaign_store();
    ContactData work;
    work.values[Field::email] = "eva@mueller.example";
    Transaction transaction(store);
    ContactWriter(store, today).change(eva, work);
    transaction.commit();
    const auto mailing = created(store, mailing_of("Frühjahr"));
    CHECK(recipients(store, by_mail()).front().email == "eva@mueller.example");
    answered(store, mailing, mueller, "bounced");
    CHECK(recipients(store, by_mail()).front().email == "info@mueller.example");
}

TEST_CASE("whoever consents anew after a merge is written to again")
{
    auto store = campaign_store();
    answered(store, created(store, mailing_of("Frühjahr")), kurz, "bounced");
    const auto other = add(store, ContactKind::company, named("Kurz und Klein KG"));
    Transaction transaction(store);
    merge_contacts(store, other, kurz, today);
    CHECK(numbers(store, by_mail()) == "10002,10005");
    allow_channel(store, other, "email", {"Messe", "", std::nullopt}, in_the_evening);
    transaction.commit();
    CHECK(numbers(store, by_mail()) == "10002,10005," + contact_by_id(store, other).number);
}

} // namespace crm::test

// SPDX-License-Identifier: MIT
#include "tests/unit/mailing/campaign.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace crm::test
{

namespace
{

using Texts = std::vector<std::string>;

/// The figures of a result in their order.
std::string figures(Store& store, const Mailing& mailing)
{
    const auto r = mailing_result(store, mailing, today + std::chrono::days(90));
    return fmt::format("{} {} {} {} {} {} {} {}", r.sent, r.bounced, r.replied, r.unsubscribed,
                       r.ordered, to_string(r.revenue), r.control, to_string(r.control_revenue));
}

struct Tampered {
    const char* table;
    const char* script;
    Texts expected;
};

const std::vector<Tampered> tampered = {
    {"mailing_recipient",
     "UPDATE mailing_recipient SET control = 1 WHERE id = 2",
     {"mailings: the control group of mailing 'Frühjahr' has 1 customers, not 0",
      "mailings: 10004 of the control group of mailing 'Frühjahr' was written to"}},
    {"mailing_recipient",
     "INSERT INTO mailing_recipient (mailing_id, contact_id, company_id, control, number, "
     "legal_basis) VALUES (1, 3, 3, 1, '10002', 'x')",
     {"mailings: the control group of mailing 'Frühjahr' has 1 customers, not 0",
      "mailings: people of the company of 10002 are in and out of the control group of "
      "mailing 'Frühjahr'"}},
    {"mailing",
     "INSERT INTO mailing (name, name_key, channel, per, filter, at) VALUES "
     "('Leer', 'leer', 'post', 'company', '', '2026-06-30T10:00')",
     {"mailings: mailing 'Leer' has no recipients"}},
    {"mailing",
     "UPDATE mailing SET name_key = 'x'",
     {"mailings: mailing 'Frühjahr' is found as 'x'"}},
    {"mailing_sending",
     "INSERT INTO consent (contact_id, channel, state, at) VALUES (3, 'email', 'block', "
     "'2026-06-30T11:00'); UPDATE mailing_sending SET known_consent = (SELECT max(id) "
     "FROM consent) WHERE recipient_id = 1",
     {"mailing-sendings: 10002 was sent mailing 'Frühjahr' in spite of a block"}},
    {"mailing_sending",
     "UPDATE mailing_sending SET log_id = 9 WHERE recipient_id = 2; UPDATE "
     "mailing_sending SET log_id = 2 WHERE recipient_id = 1",
     {"foreign-keys: row 2 of mailing_sending refers to a row of log_entry that is not "
      "there",
      "mailing-sendings: that 10002 was sent mailing 'Frühjahr' is not in the log of the "
      "contact"}},
    {"mailing_sending",
     "DELETE FROM mailing_sending WHERE recipient_id = 2",
     {"mailing-responses: 10004 answered mailing 'Frühjahr', which was not sent there"}},
    {"consent",
     "DELETE FROM consent",
     {"mailing-responses: 10005 unsubscribed from mailing 'Frühjahr', but was never "
      "blocked"}},
};

} // namespace

TEST_CASE("a response is recorded once, of the recipient or of its company")
{
    auto store = campaign_store();
    const auto mailing = created(store, mailing_of("Frühjahr"));
    exported(store, mailing);
    CHECK(answered(store, mailing, eva, "replied"));
    CHECK_FALSE(answered(store, mailing, mueller, "replied")); // Eva again
    CHECK(answered(store, mailing, mueller, "bounced"));
    CHECK(answered(store, mailing, kurz, "replied"));
    CHECK(value(store, "SELECT group_concat(recipient_id || kind) FROM (SELECT * FROM "
                       "mailing_response ORDER BY id)") == "1replied,1bounced,2replied");
    CHECK(throws(ErrorKind::usage, [&] { answered(store, mailing, kurz, "laughed"); }));
    CHECK(throws(ErrorKind::not_found, [&] { answered(store, mailing, own_company, "replied"); }));
    CHECK(breaches(store) == Texts{});
}

TEST_CASE("of several people of a company the response says which")
{
    auto store = campaign_store();
    add_person(store, "Max Ost", mueller);
    const auto mailing = created(store, mailing_of("Post", "post", Per::person));
    const auto several = thrown([&] { answered(store, mailing, mueller, "replied"); });
    REQUIRE(several);
    CHECK(several->kind == ErrorKind::not_found);
    CHECK(several->candidates == Texts{"10003  Eva Meier", "10006  Max Ost"});
    CHECK(answered(store, mailing, eva, "replied"));
    CHECK(answered(store, mailing, mueller, "unsubscribed")); // all of them
    CHECK(mailing_state(store, mailing.id).unsubscribed == 2);
    CHECK(current_consent(store, mueller, "post")->blocks);
    CHECK_FALSE(current_consent(store, eva, "post"));
}

TEST_CASE("who unsubscribes is blocked on that channel, the one who was named")
{
    auto store = campaign_store();
    const auto mailing = created(store, mailing_of("Frühjahr"));
    exported(store, mailing);
    answered(store, mailing, mueller, "unsubscribed");
    answered(store, mailing, berta, "unsubscribed");
    const auto block = current_consent(store, mueller, "email");
    REQUIRE(block);
    CHECK(block->blocks);
    CHECK(block->source == "mailing Frühjahr");
    CHECK(block->reason == "unsubscribed");
    CHECK_FALSE(current_consent(store, eva, "email"));
    CHECK(current_consent(store, berta, "email")->blocks);
    CHECK_FALSE(current_consent(store, berta, "post"));
    CHECK(exported(store, mailing).numbers == Texts{"10004"});
    CHECK(breaches(store) == Texts{});
}

TEST_CASE("a response proves that a letter went out, also where a block came first")
{
    auto store = campaign_store();
    const auto mailing = created(store, mailing_of("Frühjahr"));
    blocked(store, kurz, "email");
    answered(store, mailing, kurz, "replied");
    CHECK(mailing_state(store, mailing.id).sent == 1);
    CHECK(value(store, "SELECT contact_id FROM log_entry") == "5");
    CHECK(breaches(store) == Texts{});
}

TEST_CASE("the control group answers nothing")
{
    auto store = campaign_store();
    auto wanted = mailing_of("Frühjahr");
    wanted.control = Rate{3'400};
    const auto mailing = created(store, wanted);
    std::int64_t control = 0;
    list_frozen(store, mailing.id, [&](const Frozen& frozen) {
        if (frozen.control)
            control = frozen.recipient.contact_id;
        return true;
    });
    REQUIRE(control != 0);
    CHECK(throws(ErrorKind::rejected, [&] { answered(store, mailing, control, "ordered"); }));
    CHECK(value(store, "SELECT count(*) FROM log_entry") == "0");
}

TEST_CASE("the result counts what was sent and answered, and orders from the first sending on")
{
    auto store = campaign_store();
    const auto mailing = created(store, mailing_of("Frühjahr"));
    CHECK(figures(store, mailing) == "0 0 0 0 0 0.00 0 0.00");
    exported(store, mailing); // on 2026-06-30
    answered(store, mailing, berta, "replied");
    answered(store, mailing, berta, "bounced");
    bought(store, mueller, "2026-06-29", 1); // before
    bought(store, mueller, "2026-06-30", 10'000);
    bought(store, mueller, "2026-07-29", 20'000, "invoiced"); // the last of 30 days
    bought(store, mueller, "2026-07-30", 2);
    bought(store, eva, "2026-07-01", 500); // for herself
    bought(store, kurz, "2026-07-01", 3, "quote");
    bought(store, kurz, "2026-07-01", 4, "cancelled");
    bought(store, kurz, "2026-07-01", 5, "confirmed", "purchase");
    bought(store, kurz, "2026-07-01", 6, "confirmed", "sale", "USD");
    CHECK(figures(store, mailing) == "3 1 1 0 1 305.00 0 0.00");
    answered(store, mailing, kurz, "ordered"); // by phone, and not recorded
    CHECK(figures(store, mailing) == "3 1 1 0 2 305.00 0 0.00");
    {
        Transaction transaction(store);
        set_setting(store, "mailing.days", "31");
        transaction.commit();
    }
    CHECK(figures(store, mailing) == "3 1 1 0 2 305.02 0 0.00");
    CHECK(to_string(mailing_result(store, mailing, parse_iso_date("2026-07-01").value()).revenue) ==
          "105.00");
}

TEST_CASE("the control group is compared over the same days, and no order counts twice")
{
    auto store = campaign_store();
    add_person(store, "Max Ost", mueller);
    auto wanted = mailing_of("Post", "post", Per::person);
    wanted.control = Rate{5'000}; // one of two customers: Müller with two people, and Berta
    const auto mailing = created(store, wanted);
    exported(store, mailing);
    for (const auto customer : {mueller, berta})
        bought(store, customer, "2026-07-01", customer * 100);
    const auto control = value(store, R"sql(
        SELECT max(coalesce(company_id, contact_id)) FROM mailing_recipient WHERE control = 1)sql");
    const auto result = mailing_result(store, mailing, today + std::chrono::days(90));
    CHECK(to_string(result.control_revenue) == control + ".00");
    CHECK(result.revenue + result.control_revenue == Money{900});
    CHECK(result.sent + result.control == 3);
    CHECK(result.ordered == result.sent);
}

TEST_CASE("each breach is found by the check it belongs to")
{
    for (const auto& [table, script, expected] : tampered) {
        auto store = campaign_store();
        const auto mailing = created(store, mailing_of("Frühjahr"));
        exported(store, mailing);
        answered(store, mailing, kurz, "replied");
        answered(store, mailing, berta, "unsubscribed");
        REQUIRE(breaches(store) == Texts{});
        INFO(std::string(script));
        tamper(store, table, script);
        CHECK(breaches(store) == expected);
    }
}

} // namespace crm::test

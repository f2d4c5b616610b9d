// SPDX-License-Identifier: MIT
#include "crm/contact/consent.hpp"
#include "crm/contact/permission.hpp"
#include "crm/store/settings.hpp"
#include "tests/unit/contact/people.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

constexpr std::int64_t company = 3;
constexpr std::int64_t eva = 4;
const Date yesterday = today - std::chrono::days(1);

/// "yes: why" or "no: why".
std::string answer(Store& store, std::int64_t contact, std::string_view channel, Date day = today)
{
    const auto permission = crm::permission(store, contact, channel, day);
    return (permission.allowed ? "yes: " : "no: ") + permission.basis;
}

void block(Store& store, std::int64_t contact, std::string_view channel, Date day = today)
{
    block_channel(store, contact, channel, {"will nicht", ""}, {day, 600});
}

void allow(Store& store, std::int64_t contact, std::string_view channel, Date day = today)
{
    allow_channel(store, contact, channel, {"Messe", "", std::nullopt}, {day, 600});
}

std::int64_t private_person(Store& store)
{
    return add(store, ContactKind::person, named("Ida Frei"));
}

} // namespace

TEST_CASE("without a word the law decides, by channel and who is addressed")
{
    auto store = small_company();
    const auto ida = private_person(store);
    struct Case {
        const char* channel;
        const char* business;
        const char* consumer;
    };
    for (const auto& [channel, business, consumer] : {
             Case{"post", "yes: allowed by law", "yes: allowed by law"},
             Case{"phone", "yes: presumed consent", "no: no consent"},
             Case{"email", "no: no consent", "no: no consent"},
             Case{"newsletter", "no: no consent", "no: no consent"},
             Case{"sms", "no: no consent", "no: no consent"},
             Case{"fax", "no: no consent", "no: no consent"},
         }) {
        CAPTURE(channel);
        CHECK(answer(store, company, channel) == business);
        CHECK(answer(store, eva, channel) == business);
        CHECK(answer(store, ida, channel) == consumer);
    }
    CHECK(throws(ErrorKind::usage, [&] { answer(store, eva, "visit"); }));
}

TEST_CASE("who is employed on the day is addressed as a business, unless the field says otherwise")
{
    auto store = small_company();
    store.execute("UPDATE employment SET first_day = '2026-06-30' WHERE person_id = 4");
    CHECK(answer(store, eva, "phone", yesterday) == "no: no consent");
    CHECK(answer(store, eva, "phone") == "yes: presumed consent");
    store.execute("UPDATE contact SET consumer = 1 WHERE id IN (3, 4)");
    CHECK(answer(store, eva, "phone") == "no: no consent");
    CHECK(answer(store, company, "phone") == "no: no consent");
    const auto ida = private_person(store);
    store.execute("UPDATE contact SET consumer = 0 WHERE name = 'Ida Frei'");
    CHECK(answer(store, ida, "phone") == "yes: presumed consent");
}

TEST_CASE("the settings of the day count")
{
    auto store = small_company();
    set_setting(store, "consent.post.business", "required", today);
    set_setting(store, "consent.fax.business", "presumed", today);
    CHECK(answer(store, company, "post", yesterday) == "yes: allowed by law");
    CHECK(answer(store, company, "post") == "no: no consent");
    CHECK(answer(store, company, "fax", yesterday) == "no: no consent");
    CHECK(answer(store, company, "fax") == "yes: presumed consent");
    CHECK(
        throws(ErrorKind::rejected, [&] { set_setting(store, "consent.fax.business", "maybe"); }));
}

TEST_CASE("a consent permits, a later block forbids, a consent after that permits again")
{
    auto store = small_company();
    allow(store, eva, "email", yesterday);
    CHECK(answer(store, eva, "email") == "yes: consent of 2026-06-29 (Messe)");
    CHECK(answer(store, eva, "newsletter") == "no: no consent"); // each channel for itself
    CHECK(answer(store, company, "email") == "no: no consent");  // and each contact
    block(store, eva, "email");
    CHECK(answer(store, eva, "email") == "no: blocked on 2026-06-30 (will nicht)");
    CHECK(answer(store, eva, "email", yesterday) == "yes: consent of 2026-06-29 (Messe)");
    allow(store, eva, "email");
    CHECK(answer(store, eva, "email") == "yes: consent of 2026-06-30 (Messe)");
}

TEST_CASE("a consent that was confirmed is as old as that, not as its record")
{
    auto store = small_company();
    {
        Transaction transaction(store);
        allow_channel(store, eva, "email", {"Messe", "", parse_iso_date("2019-01-01")},
                      {today, 600});
        transaction.commit();
    }
    CHECK(answer(store, eva, "email") == "yes: consent of 2019-01-01 (Messe)");
    CHECK(Permissions(store, "email", today).of_own(eva, true).basis ==
          "consent of 2019-01-01 (Messe)");
    block(store, eva, "email"); // the one recorded last counts, whatever day it dates from
    CHECK(answer(store, eva, "email") == "no: blocked on 2026-06-30 (will nicht)");
    CHECK(current_consent(store, eva, "email")->day() == "2026-06-30");
}

TEST_CASE("a block on the person or on the employer wins over every consent")
{
    auto store = small_company();
    block(store, company, "email");
    allow(store, eva, "email");
    CHECK(answer(store, eva, "email") == "no: company 10002 blocked on 2026-06-30 (will nicht)");
    allow(store, company, "email");
    CHECK(answer(store, eva, "email") == "yes: consent of 2026-06-30 (Messe)");
    block(store, eva, "post");
    allow(store, company, "post");
    CHECK(answer(store, eva, "post") == "no: blocked on 2026-06-30 (will nicht)");
    CHECK(answer(store, company, "post") == "yes: consent of 2026-06-30 (Messe)");
    // Who has left is not covered any more.
    block(store, company, "fax");
    allow(store, eva, "fax");
    store.execute("UPDATE employment SET last_day = '2026-06-29' WHERE person_id = 4");
    CHECK(answer(store, eva, "fax") == "yes: consent of 2026-06-30 (Messe)");
}

TEST_CASE("of several employers the one counts at which the person is approached")
{
    auto store = small_company();
    const auto other = add(store, ContactKind::company, named("Zweit GmbH"));
    store.execute("INSERT INTO employment (person_id, company_id) VALUES (4, 5)");
    REQUIRE(other == 5);
    block(store, other, "post");
    CHECK(answer(store, eva, "post") == "no: company 10004 blocked on 2026-06-30 (will nicht)");
    Permissions post(store, "post", today);
    CHECK(post.of(eva, company).allowed);
    CHECK_FALSE(post.of(eva, other).allowed);
    CHECK(post.of(company).allowed); // the same statement serves one after the other
}

TEST_CASE("whoever asks often gets the answers that a single look-up gives")
{
    auto store = small_company();
    const auto ida = private_person(store);
    for (int i = 0; i < 50; ++i) // so many that one question is not worth reading all of them
        block(store, company, i % 2 == 0 ? "fax" : "sms");
    block(store, eva, "email", yesterday);
    allow(store, ida, "email");
    allow(store, eva, "email");
    const auto other = private_person(store);
    block(store, other, "email");
    store.execute("UPDATE contact SET merged_into_id = 3 WHERE id = 6");
    REQUIRE(other == 6);
    Permissions of_yesterday(store, "email", yesterday);
    Permissions all(store, "email", yesterday, Permissions::Words::all);
    for (int question = 0; question < 9; ++question) {
        CAPTURE(question);
        CHECK(of_yesterday.objects(eva));
        CHECK_FALSE(of_yesterday.objects(company));
        CHECK(of_yesterday.of_own(ida, true).basis == "no consent");
        CHECK_FALSE(all.objects(eva));
        CHECK(all.objects(company)); // for whom the merged one spoke
        CHECK(all.objected_on(company) == today);
        CHECK(all.of_own(company, false).basis == "blocked on 2026-06-30 (will nicht)");
        CHECK(all.of_own(ida, true).basis == "consent of 2026-06-30 (Messe)");
    }
}

} // namespace crm::test

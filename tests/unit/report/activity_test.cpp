// SPDX-License-Identifier: MIT
#include "crm/report/activity.hpp"
#include "tests/unit/log/talking.hpp"
#include "tests/unit/report/reporting.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

/// An entry of ÄB.
LogEntry of_staff(const std::string& at, const std::string& channel = "phone")
{
    auto entry = entry_at(at, "Gruß");
    entry.staff_id = 2;
    entry.channel = channel;
    return entry;
}

ReportQuery june()
{
    auto query = asked("2026-06-01", "2026-06-30");
    query.basis = Basis::ordered;
    return query;
}

} // namespace

TEST_CASE("what people wrote counts, of whom they talked to each once, notes are no talk")
{
    auto store = small_company();
    const auto other = add_company(store, "Zwei AG");
    auto agreed = of_staff("2026-06-30T23:59");
    agreed.agreement = true;
    talk(store, agreed, 3);
    talk(store, of_staff("2026-06-02T10:00"), 4); // shows at 3
    talk(store, of_staff("2026-06-03T10:00", "note"), other);
    talk(store, of_staff("2026-06-03T10:00", "system"), other);
    talk(store, of_staff("2026-05-31T23:59"), other);
    CHECK(rows_of(report_activity(store, june())) == "ÄB|3|1|1|0|0\n");
    talk(store, "2026-06-04T10:00", "von niemandem", 3);
    auto query = june();
    query.previous = query.before;
    CHECK(rows_of(report_activity(store, query)) == "ÄB|3|1|1|0|0|1|200\n|1|1|0|0|0|0|\n");
}

TEST_CASE("a follow-up is late when its day went by, or when it was done after it")
{
    auto store = small_company();
    const auto with = [&](const char* day, const char* done_on = nullptr) {
        auto entry = of_staff("2026-06-01T10:00");
        entry.follow_up = on(day);
        if (done_on != nullptr)
            entry.done_on = on(done_on);
        talk(store, entry, 3);
    };
    with("2026-06-10", "2026-06-10");
    with("2026-06-30"); // today is not over yet
    with("2026-07-01");
    CHECK(rows_of(report_activity(store, june())) == "ÄB|3|1|0|0|0\n");
    with("2026-06-10", "2026-06-11");
    with("2026-06-29");
    CHECK(rows_of(report_activity(store, june())) == "ÄB|5|1|0|0|2\n");
}

TEST_CASE(
    "an order wants a talk with the customer in the 30 days before it, or an entry that names it")
{
    auto store = trading_company();
    store.execute("UPDATE contact SET manager_id = 2 WHERE id = 3");
    const auto order = sold(store, 1, "2026-06-30");
    const auto missing = [&] { return rows_of(report_activity(store, june())); };
    CHECK(missing() == "ÄB|0|0|0|1|0\n");
    talk(store, of_staff("2026-05-30T10:00"), 3);
    talk(store, of_staff("2026-07-01T10:00"), 3);
    talk(store, of_staff("2026-05-31T12:00", "note"), 3); // is no talk
    CHECK(missing() == "ÄB|0|0|0|1|0\n");
    SUBCASE("a talk")
    {
        talk(store, of_staff("2026-05-31T10:00"), 4);
        CHECK(missing() == "ÄB|0|0|0|0|0\n");
    }
    SUBCASE("an entry about it")
    {
        auto entry = of_staff("2026-07-02T10:00");
        entry.order_id = order.id;
        talk(store, entry, 3);
        CHECK(missing() == "ÄB|0|0|0|0|0\n");
    }
    SUBCASE("the program is nobody")
    {
        talk(store, of_staff("2026-06-20T10:00", "system"), 3);
        CHECK(missing() == "ÄB|0|0|0|1|0\n");
    }
    SUBCASE("invoiced ones only")
    {
        auto query = june();
        query.basis = Basis::invoiced;
        CHECK(rows_of(report_activity(store, query)) == "ÄB|0|0|0|0|0\n");
    }
}

} // namespace crm::test

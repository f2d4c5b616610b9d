// SPDX-License-Identifier: MIT
#include "crm/report/report.hpp"
#include "crm/store/settings.hpp"
#include "tests/unit/contact/sample.hpp"
#include "tests/unit/openitems/documents.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

ReportQuery of_period(Store& store, const char* typed)
{
    ReportQuery query;
    query.today = today;
    set_period(store, query, typed);
    return query;
}

std::string text(const Period& period)
{
    return to_string(period.first) + ".." + to_string(period.last);
}

} // namespace

TEST_CASE("before whole months are as many months, before other days as many days")
{
    auto store = sample_store();
    const auto before = [&](const char* typed) {
        return text(of_period(store, typed).before.days);
    };
    CHECK(before("2026") == "2025-01-01..2025-12-31");
    CHECK(before("2026-03") == "2026-02-01..2026-02-28");
    CHECK(before("2026-Q1") == "2025-10-01..2025-12-31");
    CHECK(before("2026-02-01..2026-06-30") == "2025-09-01..2026-01-31");
    CHECK(before("2026-03-01..2026-03-10") == "2026-02-19..2026-02-28");
    CHECK(before("2026-03-10..2026-03-10") == "2026-03-09..2026-03-09");
}

TEST_CASE("a period that is not over ends today; one that is all to come counts as it is")
{
    auto store = sample_store();
    const auto year = of_period(store, "2026");
    CHECK(text(year.period) == "2026-01-01..2026-06-30");
    CHECK(text(year.whole) == "2026-01-01..2026-12-31");
    CHECK(text(of_period(store, "2026-06-01..2026-08-31").period) == "2026-06-01..2026-06-30");
    CHECK(text(of_period(store, "2026-Q2").period) == "2026-04-01..2026-06-30");
    const auto next = of_period(store, "2027");
    CHECK(text(next.period) == "2027-01-01..2027-12-31");
    CHECK(text(next.before.days) == "2026-01-01..2026-06-30");
}

TEST_CASE("without a period it is this year up to today or the last twelve months")
{
    const auto year = default_query(find_report("revenue"), today);
    CHECK(text(year.period) == "2026-01-01..2026-06-30");
    CHECK(text(year.before.days) == "2025-01-01..2025-06-30");
    CHECK(text(before_that(year).days) == "2024-01-01..2024-06-30");
    const auto months = default_query(find_report("rfm"), today);
    CHECK(text(months.period) == "2025-07-01..2026-06-30");
    CHECK(text(months.before.days) == "2024-07-01..2025-06-30");
    const auto leap = default_query(find_report("revenue"), on("2028-02-29"));
    CHECK(text(leap.before.days) == "2027-01-01..2027-02-28");
}

TEST_CASE("the period before the one before")
{
    auto store = sample_store();
    CHECK(text(before_that(of_period(store, "2026-03")).days) == "2026-01-01..2026-01-31");
    CHECK(text(before_that(of_period(store, "2026-03-05..2026-03-06")).days) ==
          "2026-03-01..2026-03-02");
}

TEST_CASE("the last accounting period follows the settings")
{
    auto store = sample_store();
    const auto last = [&] { return text(of_period(store, "last-period").period); };
    CHECK(last() == "2026-01-01..2026-03-31");
    const auto set = [&](const char* key, const char* value) {
        Transaction transaction(store);
        set_setting(store, key, value);
        transaction.commit();
    };
    set("fiscal.start", "10-01");
    set("fiscal.period", "year");
    CHECK(last() == "2024-10-01..2025-09-30");
    set("fiscal.period", "month");
    CHECK(last() == "2026-05-01..2026-05-31");
    CHECK(thrown([&] { set("fiscal.period", "week"); }).value().kind == ErrorKind::rejected);
}

TEST_CASE("percentages are rounded half away from zero, and none is made of nothing")
{
    CHECK(percent_of({100}, {3200}) == Rate{313});
    CHECK(percent_of({-100}, {3200}) == Rate{-313});
    CHECK(percent_of({1}, {3}) == Rate{3333});
    CHECK_FALSE(percent_of({1}, {0}));
    CHECK_FALSE(percent_of({1}, {-5}));
    CHECK(change_of(Money{150}, Money{100}) == Rate{5000});
    CHECK(change_of(Money{50}, Money{-100}) == Rate{15000});
    CHECK_FALSE(change_of(Money{5}, Money{0}));
    CHECK(mean_of(7, 2) == Quantity{3500});
    CHECK(mean_of(-5, 4) == Quantity{-1300});
    CHECK_FALSE(mean_of(0, 0));
}

TEST_CASE("words that are none of a report")
{
    CHECK(thrown([] { parse_basis("paid"); }).value().hint == "one of: invoiced, ordered");
    CHECK(thrown([] { parse_report_key("day"); }).value().kind == ErrorKind::usage);
    CHECK(thrown([] { find_report("profit"); }).value().kind == ErrorKind::usage);
}

} // namespace crm::test

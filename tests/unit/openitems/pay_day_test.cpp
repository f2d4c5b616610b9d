// SPDX-License-Identifier: MIT
#include "crm/openitems/pay_day.hpp"
#include "tests/unit/openitems/documents.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

constexpr Rate usual{1000};

/// 2380.00 of 1 June 2026.
Debt debt(const char* terms)
{
    const auto read = parse_terms(terms, Decimal::point);
    const auto date = on("2026-06-01");
    return {date, date + std::chrono::days(read.net_days), Money{238'000},
            skonto_steps(read, date, Money{238'000})};
}

} // namespace

TEST_CASE("2 % in 10 days, 30 net, are 37.2 % a year: worth it up to that rate")
{
    const auto wanted = debt("2% 10, 30 net");
    const auto best = best_pay_day(wanted, on("2026-06-02"), usual);
    CHECK(best.day == on("2026-06-11"));
    CHECK(best.skonto == Money{4'760});
    CHECK(best.yearly_rate == Rate{3724});
    CHECK(best_pay_day(wanted, on("2026-06-02"), Rate{3724}).day == on("2026-06-11"));
    const auto late = best_pay_day(wanted, on("2026-06-02"), Rate{3725});
    CHECK(late.day == on("2026-07-01"));
    CHECK(late.skonto == Money{});
    CHECK_FALSE(late.yearly_rate);
}

TEST_CASE("of several discounts the cheapest; one that is over is none")
{
    const auto wanted = debt("3% 7, 2% 14, 30 net");
    CHECK(best_pay_day(wanted, on("2026-06-02"), usual).day == on("2026-06-08"));
    CHECK(best_pay_day(wanted, on("2026-06-02"), Rate{4909}).day == on("2026-07-01"));
    CHECK(best_pay_day(wanted, on("2026-06-08"), usual).day == on("2026-06-08")); // the last day
    const auto second = best_pay_day(wanted, on("2026-06-09"), usual);
    CHECK(second.day == on("2026-06-15"));
    CHECK(second.skonto == Money{4'760});
    CHECK(best_pay_day(wanted, on("2026-06-16"), usual).day == on("2026-07-01"));
    CHECK(best_pay_day(debt("1% 7, 0.9% 28, 30 net"), on("2026-06-02"), usual).day ==
          on("2026-06-29"));
}

TEST_CASE("what is overdue is paid at once")
{
    CHECK(best_pay_day(debt("14 net"), on("2026-07-20"), usual).day == on("2026-07-20"));
}

TEST_CASE("paying on a day earns the best discount of that day")
{
    const auto wanted = debt("3% 7, 2% 14, 30 net");
    CHECK(pay_on(wanted, on("2026-06-08")).skonto == Money{7'140});
    CHECK(pay_on(wanted, on("2026-06-08")).yearly_rate == Rate{4908});
    CHECK(pay_on(wanted, on("2026-06-15")).skonto == Money{4'760});
    CHECK(pay_on(wanted, on("2026-06-16")).skonto == Money{});
}

TEST_CASE("terms of a document; none of one that has none or of a credit")
{
    CHECK(skonto_steps_of("2% 10, 30 net", on("2026-06-01"), Money{10'000}).size() == 1);
    CHECK(skonto_steps_of("", on("2026-06-01"), Money{10'000}).empty());
    CHECK(skonto_steps_of("2% 10, 30 net", on("2026-06-01"), Money{-10'000}).empty());
}

} // namespace crm::test

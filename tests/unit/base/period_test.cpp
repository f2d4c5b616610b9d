// SPDX-License-Identifier: MIT
#include "crm/base/date.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

const Date today = *parse_iso_date("2026-05-15");

std::string read(std::string_view text, Date day = today, const FiscalRule& fiscal = {})
{
    const auto period = parse_period(text, day, fiscal);
    return to_string(period.first) + ".." + to_string(period.last);
}

} // namespace

TEST_CASE("parts of the calendar")
{
    CHECK(read("2026") == "2026-01-01..2026-12-31");
    CHECK(read("2026-Q2") == "2026-04-01..2026-06-30");
    CHECK(read("2026-Q4") == "2026-10-01..2026-12-31");
    CHECK(read("2026-06") == "2026-06-01..2026-06-30");
    CHECK(read("2028-02") == "2028-02-01..2028-02-29");
    CHECK(read("2026-12") == "2026-12-01..2026-12-31");
}

TEST_CASE("parts of the calendar around today")
{
    CHECK(read("this-month") == "2026-05-01..2026-05-31");
    CHECK(read("last-month") == "2026-04-01..2026-04-30");
    CHECK(read("this-quarter") == "2026-04-01..2026-06-30");
    CHECK(read("last-quarter") == "2026-01-01..2026-03-31");
    CHECK(read("this-year") == "2026-01-01..2026-12-31");
    CHECK(read("last-year") == "2025-01-01..2025-12-31");
    const auto january = *parse_iso_date("2026-01-01");
    CHECK(read("last-month", january) == "2025-12-01..2025-12-31");
    CHECK(read("last-quarter", january) == "2025-10-01..2025-12-31");
}

TEST_CASE("the last accounting period is whole and over")
{
    const auto last = [](const char* day, FiscalRule rule) {
        return read("last-period", *parse_iso_date(day), rule);
    };
    CHECK(read("last-period") == "2026-01-01..2026-03-31");
    CHECK(last("2026-05-15", {1, 1, FiscalRule::month}) == "2026-04-01..2026-04-30");
    CHECK(last("2026-05-15", {1, 1, FiscalRule::year}) == "2025-01-01..2025-12-31");
    CHECK(last("2026-05-15", {7, 1, FiscalRule::year}) == "2024-07-01..2025-06-30");
    CHECK(last("2026-07-01", {7, 1, FiscalRule::year}) == "2025-07-01..2026-06-30");
    CHECK(last("2026-06-30", {7, 1, FiscalRule::year}) == "2024-07-01..2025-06-30");
    CHECK(last("2026-05-15", {2, 1, FiscalRule::quarter}) == "2026-02-01..2026-04-30");
    CHECK(last("2026-01-31", {2, 1, FiscalRule::quarter}) == "2025-08-01..2025-10-31");
    CHECK(last("2026-05-14", {1, 15, FiscalRule::month}) == "2026-03-15..2026-04-14");
    CHECK(last("2026-05-15", {1, 15, FiscalRule::month}) == "2026-04-15..2026-05-14");
    CHECK(last("2026-03-30", {1, 31, FiscalRule::month}) == "2026-01-31..2026-02-27");
}

TEST_CASE("accounting periods follow each other without a gap")
{
    for (const auto length : {FiscalRule::month, FiscalRule::quarter, FiscalRule::year})
        for (unsigned month = 1; month <= 12; ++month)
            for (const unsigned start : {1U, 15U, 31U}) {
                auto day = *parse_iso_date("2028-12-31");
                for (int round = 0; round < 5; ++round) {
                    const auto period = parse_period("last-period", day, {month, start, length});
                    CHECK(period.first <= period.last);
                    CHECK(period.last < day);
                    const auto next = period.last + std::chrono::days(1);
                    CHECK(parse_period("last-period", next, {month, start, length}) == period);
                    day = period.first;
                }
            }
}

TEST_CASE("a range has two dates in order")
{
    CHECK(read("2026-01-01..2026-06-30") == "2026-01-01..2026-06-30");
    CHECK(read("01.01.2026..today") == "2026-01-01..2026-05-15");
    CHECK(read("-30d..+1w") == "2026-04-15..2026-05-22");
    CHECK(read("today..today") == "2026-05-15..2026-05-15");
    CHECK(throws(ErrorKind::usage, [] { parse_period("2026-06-30..2026-06-29", today); }));
    CHECK(throws(ErrorKind::usage, [] { parse_period("2026-06-30..", today); }));
    CHECK(throws(ErrorKind::usage, [] { parse_period("31.02.2026..today", today); }));
}

TEST_CASE("what is not a period is refused")
{
    for (const auto* const text : {"", "26", "2026-Q5", "2026-Q", "2026-13", "2026-6", "2026-06-30",
                                   "2026-q2", "this-week", "last", "1800", "2026-", "next-year"})
        CHECK_MESSAGE(throws(ErrorKind::usage, [&] { parse_period(text, today); }), text);
}

} // namespace crm::test

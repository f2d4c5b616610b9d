// SPDX-License-Identifier: MIT
#include "crm/openitems/dunning/interest.hpp"
#include "tests/unit/openitems/dunning.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

Money interest(Store& store, std::int64_t cents, const char* first, const char* last,
               bool business = true, const std::vector<PrincipalChange>& changes = {})
{
    return DefaultInterest(store).on({cents}, changes, {on(first), on(last)}, business);
}

/// The hint of the refusal.
std::string unknown(Store& store, const char* first, const char* last)
{
    const auto failure = thrown([&] { interest(store, 100'000, first, last); });
    REQUIRE(failure);
    CHECK(failure->kind == ErrorKind::rejected);
    return failure->what() + std::string(" | ") + failure->hint;
}

} // namespace

TEST_CASE("interest is worked out by half-year and rounded once")
{
    auto store = small_company();
    // 30 days at 10.27 %, 31 at 10.52 %: 8.4411 + 8.9348. Not 17.37 by rounding each, nor 17.62 by
    // a year of 360 days.
    CHECK(interest(store, 100'000, "2026-06-01", "2026-07-31") == Money{1'738});
    CHECK(interest(store, 100'000, "2026-06-01", "2026-06-30") == Money{844});
    CHECK(interest(store, 100'000, "2026-07-01", "2026-07-31") == Money{893});
    // A consumer owes 5 points, not 9: 30 days at 6.27 %, 31 at 6.52 %.
    CHECK(interest(store, 100'000, "2026-06-01", "2026-07-31", false) == Money{1'069});
    CHECK(interest(store, 100'000, "2026-07-01", "2026-07-01") == Money{29});
    CHECK(interest(store, 100'000, "2026-07-02", "2026-07-01") == Money{});
    CHECK(interest(store, 999'999'999'999, "2014-07-01", "2026-12-31") == Money{1'143'150'410'958});
}

TEST_CASE("base rates are those of german-practice.md, below 0 for years")
{
    auto store = small_company();
    const auto year_of = [&](const char* first, const char* last) {
        return interest(store, 100'000'000, first, last).cents;
    };
    CHECK(year_of("2014-07-01", "2014-12-31") == 4'168'986); // 184 days at 8.27 %
    CHECK(year_of("2015-01-01", "2015-12-31") == 8'170'000); // the same all the year
    CHECK(year_of("2022-01-01", "2022-12-31") == 8'120'000);
    CHECK(year_of("2023-01-01", "2023-06-30") == 5'266'356); // 181 days at 10.62 %
    CHECK(year_of("2025-07-01", "2026-06-30") == 10'270'000);
}

TEST_CASE("a payment ends a segment with its own day")
{
    auto store = small_company();
    // 10 days of 1000.00 at 10.52 %, then 5 of 400.00.
    CHECK(interest(store, 100'000, "2026-07-01", "2026-07-15", true,
                   {{on("2026-07-10"), {-60'000}}}) == Money{346});
    // What was paid before the first day counts at once, what is paid on the last day not yet.
    CHECK(interest(store, 100'000, "2026-07-01", "2026-07-15", true,
                   {{on("2026-06-30"), {-60'000}}, {on("2026-07-15"), {-40'000}}}) == Money{173});
    // Taken back, it is owed again.
    CHECK(interest(store, 100'000, "2026-07-01", "2026-07-30", true,
                   {{on("2026-07-10"), {-100'000}}, {on("2026-07-20"), {100'000}}}) == Money{576});
    // More than everything is never interest the other way.
    CHECK(interest(store, 100'000, "2026-07-01", "2026-07-30", true,
                   {{on("2026-07-10"), {-200'000}}}) == Money{288});
}

TEST_CASE("no interest for days whose base rate is not known")
{
    auto store = small_company();
    CHECK(interest(store, 100'000, "2026-07-01", "2026-12-31") == Money{5'303});
    CHECK(unknown(store, "2026-07-01", "2027-01-01") ==
          "the base rate for interest from 2027-01-01 on is not known | the Bundesbank publishes "
          "it: crm config set interest.base RATE --from 2027-01-01");
    CHECK(unknown(store, "2014-06-30", "2014-07-02") ==
          "the base rate for interest from 2014-06-30 on is not known | the Bundesbank publishes "
          "it: crm config set interest.base RATE --from 2014-01-01");
    {
        Transaction transaction(store);
        set_setting(store, "interest.base", "1.77", on("2027-01-01"));
        transaction.commit();
    }
    CHECK(interest(store, 100'000, "2026-12-31", "2027-01-01") == Money{58}); // 10.52 % and 10.77 %
    CHECK(unknown(store, "2027-01-01", "2027-07-01")
              .starts_with("the base rate for interest from 2027-07-01"));
}

TEST_CASE("the points above the base rate are settings with a day")
{
    auto store = small_company();
    Transaction transaction(store);
    set_setting(store, "interest.business", "8", on("2026-07-01"));
    set_setting(store, "interest.consumer", "4.5", on("2026-07-16"));
    transaction.commit();
    CHECK(interest(store, 100'000, "2026-06-30", "2026-07-01") == Money{54}); // 10.27 % and 9.52 %
    CHECK(interest(store, 10'000'000, "2026-07-15", "2026-07-16", false) ==
          Money{3'436}); // 6.52 % and 6.02 %
}

TEST_CASE("half-years")
{
    CHECK(half_year_of(on("2026-06-30")) == Period{on("2026-01-01"), on("2026-06-30")});
    CHECK(half_year_of(on("2026-07-01")) == Period{on("2026-07-01"), on("2026-12-31")});
}

} // namespace crm::test

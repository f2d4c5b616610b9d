// SPDX-License-Identifier: MIT
#include "crm/store/number_series.hpp"
#include "crm/store/settings.hpp"
#include "tests/unit/database.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

Date on(const char* day)
{
    return parse_iso_date(day).value();
}

std::string next(Store& store, Series series, const char* day)
{
    Transaction transaction(store);
    const auto taken = next_number(store, series, on(day));
    transaction.commit();
    return taken.number;
}

void set(Store& store, const char* key, const char* pattern,
         std::optional<Date> from = std::nullopt)
{
    Transaction transaction(store);
    set_setting(store, key, pattern, from);
    transaction.commit();
}

} // namespace

TEST_CASE("a series counts from one, each year anew")
{
    auto store = Store::in_memory(acting());
    CHECK(next(store, Series::order, "2026-01-01") == "AU2026-00001");
    CHECK(next(store, Series::order, "2026-12-31") == "AU2026-00002");
    CHECK(next(store, Series::order, "2027-01-01") == "AU2027-00001");
    CHECK(next(store, Series::order, "2026-12-31") == "AU2026-00003");
    CHECK(next(store, Series::invoice, "2026-12-31") == "RE2026-00001");
    CHECK(next(store, Series::return_, "2026-12-31") == "RS2026-00001");
}

TEST_CASE("a number says its series and its place")
{
    auto store = Store::in_memory(acting());
    Transaction transaction(store);
    next_number(store, Series::quote, on("2026-06-30"));
    const auto taken = next_number(store, Series::quote, on("2026-06-30"));
    CHECK(taken.number == "AN2026-00002");
    CHECK(taken.series == "quote 2026");
    CHECK(taken.place == 2);
}

TEST_CASE("a number that was taken back leaves no gap")
{
    auto store = Store::in_memory(acting());
    CHECK(next(store, Series::order, "2026-06-30") == "AU2026-00001");
    {
        Transaction undone(store);
        CHECK(next_number(store, Series::order, on("2026-06-30")).number == "AU2026-00002");
    }
    CHECK(next(store, Series::order, "2026-06-30") == "AU2026-00002");
}

TEST_CASE("the pattern may have the year anywhere or not at all")
{
    auto store = Store::in_memory(acting());
    set(store, "number.order", "{number:3}/{year}");
    CHECK(next(store, Series::order, "2026-06-30") == "001/2026");
    set(store, "number.invoice", "R{number}");
    CHECK(next(store, Series::invoice, "2026-06-30") == "R1");
    CHECK(next(store, Series::invoice, "2027-06-30") == "R2"); // one series for ever
    for (int i = 2; i < 1000; ++i)
        next(store, Series::order, "2026-06-30");
    CHECK(next(store, Series::order, "2026-06-30") == "1000/2026"); // wider than its digits
}

TEST_CASE("the pattern is that of the day of what is numbered; its numbers are own ones before")
{
    auto store = Store::in_memory(acting());
    set(store, "number.invoice", "RX{year}-{number:5}", on("2026-07-01"));
    CHECK(next(store, Series::invoice, "2026-06-30") == "RE2026-00001");
    CHECK(next(store, Series::invoice, "2026-07-01") == "RX2026-00002");
    CHECK(next(store, Series::invoice, "2026-06-30") == "RE2026-00003");
    for (const auto* pattern : {"RE{year}-{number:3}", "RX{year}-{number}"})
        CHECK(throws(ErrorKind::rejected, [&] { set(store, "number.credit", pattern); }));
    const OwnNumbers own(store);
    CHECK(own.include("RE2026-00009"));
    CHECK(own.include("RX2026-00009"));
}

TEST_CASE("patterns have one number and at most one year")
{
    for (const char* good : {"{number}", "AU{year}-{number:5}", "{number:1}", "A-{number:9}{year}"})
        CHECK_MESSAGE(is_number_pattern(good), good);
    for (const char* bad : {"", "AU", "{year}", "{number}{number}", "{year}{year}{number}",
                            "{number:0}", "{number:10}", "{number:}", "{number:x}", "{number",
                            "number}", "{jahr}{number}", "{}{number}"})
        CHECK_MESSAGE(!is_number_pattern(bad), bad);
    auto store = Store::in_memory(acting());
    CHECK(throws(ErrorKind::rejected, [&] { set(store, "number.order", "AU{year}"); }));
}

TEST_CASE("no series can make the numbers of another")
{
    auto store = Store::in_memory(acting());
    set(store, "number.invoice", "R{year}-{number:4}");
    set(store, "number.delivery", "{number:3}/{year}");
    for (const char* same : {"R{year}-{number:4}", "r{year}-{number:4}", "R{year}-{number:7}",
                             "R{year}-{number}", "R{number}-{year}", "R{number}-2026",
                             "{year}/{number:4}", "12{number}/{year}", "ZA2026-{number}"})
        CHECK_MESSAGE(throws(ErrorKind::rejected, [&] { set(store, "number.credit", same); }),
                      same);
    for (const char* other : {"{number}", "RE-{number}{year}", "R{year}{number:4}",
                              "R{year}-{number:4}a", "R{year}-G{number:4}"})
        CHECK_MESSAGE(!throws(ErrorKind::rejected, [&] { set(store, "number.credit", other); }),
                      other);
    set(store, "number.invoice", "R{year}-{number:5}"); // its own may change
    set(store, "number.credit", "R-{year}-{number:4}");
    CHECK(next(store, Series::credit, "2026-06-30") == "R-2026-0001");
}

TEST_CASE("own numbers are those that a pattern could make, in any case")
{
    auto store = Store::in_memory(acting());
    set(store, "number.credit", "Gut/{number:3}");
    const OwnNumbers own(store);
    for (const char* mine :
         {"AU2026-00001", "au1999-99999", "RE2026-123456", "GUT/007", "gut/12345"})
        CHECK_MESSAGE(own.include(mine), mine);
    for (const char* other : {"10248", "AU2026-0001", "AU26-00001", "AU2026-", "AU2026-00001a",
                              "XAU2026-00001", "Gut/07", "AU2026_00001", ""})
        CHECK_MESSAGE(!own.include(other), other);
}

} // namespace crm::test

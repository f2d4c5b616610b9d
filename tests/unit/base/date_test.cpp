// SPDX-License-Identifier: MIT
#include "crm/base/date.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

#include <random>

namespace crm::test
{

namespace
{

const Date today = *parse_iso_date("2026-06-30");

std::string read(std::string_view text, Date day = today)
{
    return to_string(parse_date(text, day));
}

bool refused(std::string_view text)
{
    return throws(ErrorKind::usage, [&] { parse_date(text, today); });
}

} // namespace

TEST_CASE("a date is read in every written form")
{
    CHECK(read("2026-06-30") == "2026-06-30");
    CHECK(read("30.06.2026") == "2026-06-30");
    CHECK(read("1.7.2026") == "2026-07-01");
    CHECK(read("today") == "2026-06-30");
    CHECK(read("yesterday") == "2026-06-29");
    CHECK(read("tomorrow") == "2026-07-01");
    CHECK(read("-30d") == "2026-05-31");
    CHECK(read("+2w") == "2026-07-14");
    CHECK(read("-1y") == "2025-06-30");
    CHECK(read("-3mo") == "2026-03-30");
    CHECK(read("1900-01-01") == "1900-01-01");
    CHECK(read("31.12.2199") == "2199-12-31");
}

TEST_CASE("months are cut to their last day")
{
    CHECK(read("+1mo", *parse_iso_date("2026-01-31")) == "2026-02-28");
    CHECK(read("+1mo", *parse_iso_date("2028-01-31")) == "2028-02-29");
    CHECK(read("-1y", *parse_iso_date("2028-02-29")) == "2027-02-28");
    CHECK(read("-1mo", *parse_iso_date("2026-03-31")) == "2026-02-28");
}

TEST_CASE("what no calendar has is refused, and says so")
{
    for (const auto* const text : {"31.02.2026", "2026-02-29", "00.01.2026", "2026-13-01"})
        CHECK(thrown([&] { parse_date(text, today); })->what() ==
              fmt::format("there is no day '{}'", text));
    CHECK(read("29.02.2028") == "2028-02-29");
    CHECK(refused("1899-12-31"));
    CHECK(refused("2200-01-01"));
    CHECK(refused("-200y"));
    CHECK(refused("-99999mo"));
}

TEST_CASE("what is not a date is refused with the forms that are")
{
    for (const auto* const text :
         {"", "30.06.26", "2026-6-30", "30/06/2026", "2026-06-30 ", "heute", "30d", "-d", "-30",
          "-", "-1.5d", "+2 w", "--3d", "-999999d", "30.06.2026.", "2026-06-3O", "Today"})
        CHECK_MESSAGE(refused(text), text);
    CHECK(thrown([] { parse_date("soon", today); })->hint.find("2026-06-30") == 6);
    CHECK(thrown([] { parse_date("-3m", today); })->hint == "write 3mo for months");
}

TEST_CASE("a strict date is ISO and nothing else")
{
    CHECK(parse_iso_date("2026-06-30") == today);
    for (const auto* const text : {"2026-6-30", "30.06.2026", "2026-06-31", "2026-06-30T00:00",
                                   "1899-12-31", "+026-06-30", "today", ""})
        CHECK_FALSE(parse_iso_date(text));
}

TEST_CASE("every day is read back as it was written")
{
    std::mt19937 random(1);
    std::uniform_int_distribution<int> offset(-45'000, 60'000);
    for (int round = 0; round < 2'000; ++round) {
        const auto day = today + std::chrono::days(offset(random));
        if (const auto text = to_string(day); text >= "1900-01-01" && text <= "2199-12-31")
            CHECK(parse_iso_date(text) == day);
    }
}

TEST_CASE("a duration has one unit")
{
    CHECK(parse_duration("30d") == Duration{30, 0});
    CHECK(parse_duration("6w") == Duration{42, 0});
    CHECK(parse_duration("3mo") == Duration{0, 3});
    CHECK(parse_duration("1y") == Duration{0, 12});
    CHECK(thrown([] { parse_duration("6m"); })->hint == "write 6mo for months");
    for (const auto* const text : {"", "d", "30", "-30d", "1y6mo", "1.5y", "30 d", "2q"})
        CHECK(throws(ErrorKind::usage, [&] { parse_duration(text); }));
    CHECK(to_string(minus(today, {1, 4})) == "2026-02-27");
    CHECK(to_string(plus(today, {1, -4})) == "2026-03-01");
}

TEST_CASE("since takes a date or a duration")
{
    CHECK(to_string(parse_since("30d", today)) == "2026-05-31");
    CHECK(to_string(parse_since("-30d", today)) == "2026-05-31");
    CHECK(to_string(parse_since("01.01.2026", today)) == "2026-01-01");
    CHECK(throws(ErrorKind::usage, [] { parse_since("3m", today); }));
    CHECK(throws(ErrorKind::usage, [] { parse_since("500y", today); }));
}

TEST_CASE("the length of a talk")
{
    CHECK(parse_talk_length("15m") == 15);
    CHECK(parse_talk_length("1h30m") == 90);
    CHECK(parse_talk_length("2h") == 120);
    CHECK(parse_talk_length("90m") == 90);
    for (const auto* const text :
         {"", "15", "h", "m", "1h30", "1h60m", "h30m", "1.5h", "-5m", "1h m"})
        CHECK_MESSAGE(throws(ErrorKind::usage, [&] { parse_talk_length(text); }), text);
}

TEST_CASE("a time is a day with a clock, or a clock of today")
{
    const auto time = [](std::string_view text) { return to_string(parse_time(text, today)); };
    CHECK(time("2026-06-30T14:05") == "2026-06-30T14:05");
    CHECK(time("09:00") == "2026-06-30T09:00");
    CHECK(time("yesterdayT23:59") == "2026-06-29T23:59");
    CHECK(time("01.07.2026T00:00") == "2026-07-01T00:00");
    CHECK(time("-1d") == "2026-06-29T00:00");
    for (const auto* const text : {"24:00", "12:60", "9:00", "14:05:30", "2026-06-30T", "T14:05",
                                   "2026-06-30 14:05", "31.02.2026T10:00", ""})
        CHECK_MESSAGE(throws(ErrorKind::usage, [&] { parse_time(text, today); }), text);
}

} // namespace crm::test

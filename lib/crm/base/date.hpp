// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/short_text.hpp"

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace crm
{

/// A calendar day. What is read lies in the years 1900 to 2199.
using Date = std::chrono::sys_days;

/// ISO: `2026-06-30`.
std::string to_string(Date day);
ShortText short_text(Date day);

/// A span of the calendar: months first, with the day kept or cut to the month's end, then days.
struct Duration {
    int days = 0;
    int months = 0;
    auto operator<=>(const Duration&) const = default;
};

Date plus(Date day, Duration span);
Date minus(Date day, Duration span);

/// Reads `2026-06-30`, `30.06.2026`, `today`, `yesterday`, `tomorrow`, or a distance from today:
/// `-30d`, `+2w`, `-3mo`, `-1y`. A day that no calendar has is refused. Throws ErrorKind::usage.
Date parse_date(std::string_view text, Date today);

/// Strictly `YYYY-MM-DD`, an existing day of the years 1900 to 2199.
std::optional<Date> parse_iso_date(std::string_view text);

/// Reads `30d`, `6w`, `3mo`, `1y`; a bare `m` is refused. Throws ErrorKind::usage.
Duration parse_duration(std::string_view text);

/// The day from which `--since` counts: a date, or that long before today. Throws ErrorKind::usage.
Date parse_since(std::string_view text, Date today);

/// The length of a talk in minutes: `15m`, `2h`, `1h30m`. Throws ErrorKind::usage.
int parse_talk_length(std::string_view text);

/// A local time to the minute.
struct LocalTime {
    Date day;
    int minute = 0; ///< since midnight
    auto operator<=>(const LocalTime&) const = default;
};

/// ISO: `2026-06-30T14:05`.
std::string to_string(LocalTime time);

/// Reads `HH:MM` (of today), `DATETHH:MM`, or a date alone (its first minute), the date in any of
/// the forms of parse_date. Throws ErrorKind::usage.
LocalTime parse_time(std::string_view text, Date today);

/// From the first to the last day, both included.
struct Period {
    Date first;
    Date last;
    auto operator<=>(const Period&) const = default;
};

/// Where accounting periods begin (settings `fiscal.start`, `fiscal.period`). A day that a month
/// does not have is its last.
struct FiscalRule {
    enum Length { month, quarter, year };
    unsigned start_month = 1;
    unsigned start_day = 1;
    Length period = quarter;
};

/// Reads `2026`, `2026-Q2`, `2026-06`, `this-` or `last-` with `month`, `quarter` or `year` of the
/// calendar, `last-period` (the last whole accounting period before today), or `FROM..TO` with any
/// two dates. Throws ErrorKind::usage, also when the end lies before the start.
Period parse_period(std::string_view text, Date today, const FiscalRule& fiscal = {});

} // namespace crm

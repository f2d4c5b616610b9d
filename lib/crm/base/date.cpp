// SPDX-License-Identifier: MIT
#include "crm/base/date.hpp"

#include "crm/base/error.hpp"

namespace crm
{

namespace
{

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month_day;

constexpr int first_year = 1900;
constexpr int last_year = 2199;

/// A number of `least` to `most` digits, nine at most, and nothing else. Lists read dates by the
/// million.
std::optional<int> digits(std::string_view text, std::size_t least, std::size_t most)
{
    if (text.size() < least || text.size() > most)
        return std::nullopt;
    int number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

/// The parts of a date as written, whether or not there is such a day.
std::optional<year_month_day> assemble(std::optional<int> year, std::optional<int> month,
                                       std::optional<int> day)
{
    if (!year || !month || !day)
        return std::nullopt;
    return year_month_day(std::chrono::year(*year),
                          std::chrono::month(static_cast<unsigned>(*month)),
                          std::chrono::day(static_cast<unsigned>(*day)));
}

std::optional<year_month_day> read_iso(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    return assemble(digits(text.substr(0, 4), 4, 4), digits(text.substr(5, 2), 2, 2),
                    digits(text.substr(8), 2, 2));
}

/// `30.06.2026`, also `1.7.2026`; a year of two digits is not guessed.
std::optional<year_month_day> read_german(std::string_view text)
{
    const auto first = std::min(text.find('.'), text.size());
    const auto second = std::min(text.find('.', first + 1), text.size());
    if (second == text.size())
        return std::nullopt;
    return assemble(digits(text.substr(second + 1), 4, 4),
                    digits(text.substr(first + 1, second - first - 1), 1, 2),
                    digits(text.substr(0, first), 1, 2));
}

bool known_year(year_month_day day)
{
    return int(day.year()) >= first_year && int(day.year()) <= last_year;
}

/// `text` is for the message only.
Date checked(year_month_day day, std::string_view text)
{
    if (!day.ok())
        throw error(ErrorKind::usage, "there is no day '{}'", text);
    if (!known_year(day))
        throw error(ErrorKind::usage, "'{}' is not between the years {} and {}", text, first_year,
                    last_year);
    return day;
}

/// A span written as a number and its unit; nothing if it is something else.
std::optional<Duration> read_duration(std::string_view text)
{
    const auto end = std::min(text.find_first_not_of("0123456789"), text.size());
    const auto number = digits(text.substr(0, end), 1, 5);
    const auto unit = text.substr(end);
    if (!number)
        return std::nullopt;
    if (unit == "d")
        return Duration{*number, 0};
    if (unit == "w")
        return Duration{7 * *number, 0};
    if (unit == "mo")
        return Duration{0, *number};
    if (unit == "y")
        return Duration{0, 12 * *number};
    if (unit == "m")
        throw error(ErrorKind::usage, "'{}' may mean minutes or months", text)
            .with_hint("write {}mo for months", *number);
    return std::nullopt;
}

/// A date relative to today: by a word, or by a sign and a span.
std::optional<Date> read_relative(std::string_view text, Date today)
{
    if (text == "today")
        return today;
    if (text == "yesterday")
        return today - days(1);
    if (text == "tomorrow")
        return today + days(1);
    if (!text.starts_with('-') && !text.starts_with('+'))
        return std::nullopt;
    const auto span = read_duration(text.substr(1));
    if (!span)
        return std::nullopt;
    return checked(text.front() == '-' ? minus(today, *span) : plus(today, *span), text);
}

std::optional<int> read_clock(std::string_view text)
{
    if (text.size() != 5 || text[2] != ':')
        return std::nullopt;
    const auto hour = digits(text.substr(0, 2), 2, 2);
    const auto minute = digits(text.substr(3), 2, 2);
    if (!hour || !minute || *hour > 23 || *minute > 59)
        return std::nullopt;
    return *hour * 60 + *minute;
}

} // namespace

ShortText short_text(Date day)
{
    const year_month_day parts(day);
    ShortText text;
    const auto put = [&text](unsigned number, int places) {
        for (; places > 0; --places, number /= 10)
            text.push_front(static_cast<char>('0' + number % 10));
    };
    put(unsigned(parts.day()), 2);
    text.push_front('-');
    put(unsigned(parts.month()), 2);
    text.push_front('-');
    put(static_cast<unsigned>(int(parts.year())), 4);
    return text;
}

std::string to_string(Date day)
{
    return short_text(day).str();
}

Date plus(Date day, Duration span)
{
    auto moved = year_month_day(day) + months(span.months);
    if (!moved.ok())
        moved = moved.year() / moved.month() / std::chrono::last;
    return Date(moved) + days(span.days);
}

Date minus(Date day, Duration span)
{
    return plus(day, {-span.days, -span.months});
}

Date parse_date(std::string_view text, Date today)
{
    if (const auto day = read_iso(text))
        return checked(*day, text);
    if (const auto day = read_german(text))
        return checked(*day, text);
    if (const auto day = read_relative(text, today))
        return *day;
    throw error(ErrorKind::usage, "'{}' is not a date", text)
        .with_hint("write 2026-06-30, 30.06.2026, today, yesterday, -30d, +2w, -3mo or -1y");
}

std::optional<Date> parse_iso_date(std::string_view text)
{
    const auto day = read_iso(text);
    if (!day || !day->ok() || !known_year(*day))
        return std::nullopt;
    return Date(*day);
}

Duration parse_duration(std::string_view text)
{
    if (const auto span = read_duration(text))
        return *span;
    throw error(ErrorKind::usage, "'{}' is not a duration", text)
        .with_hint("write 30d, 6w, 3mo or 1y");
}

Date parse_since(std::string_view text, Date today)
{
    if (const auto span = read_duration(text))
        return checked(minus(today, *span), text);
    return parse_date(text, today);
}

int parse_talk_length(std::string_view text)
{
    const auto end = text.find('h');
    const auto hours = end == text.npos ? 0 : digits(text.substr(0, end), 1, 2);
    const auto rest = end == text.npos ? text : text.substr(end + 1);
    const bool has_minutes = end == text.npos || !rest.empty();
    const auto minutes = !has_minutes          ? 0
                         : rest.ends_with('m') ? digits(rest.substr(0, rest.size() - 1), 1, 4)
                                               : std::nullopt;
    if (!hours || !minutes || (end != text.npos && *minutes > 59))
        throw error(ErrorKind::usage, "'{}' is not the length of a talk", text)
            .with_hint("write 15m, 2h or 1h30m");
    return *hours * 60 + *minutes;
}

std::string to_string(LocalTime time)
{
    return fmt::format("{}T{:02}:{:02}", short_text(time.day).view(), time.minute / 60,
                       time.minute % 60);
}

LocalTime parse_time(std::string_view text, Date today)
{
    const auto end = text.rfind('T');
    const auto clock = read_clock(end == text.npos ? text : text.substr(end + 1));
    if (end == text.npos && text.find(':') == text.npos)
        return {parse_date(text, today), 0};
    if (!clock)
        throw error(ErrorKind::usage, "'{}' is not a time", text)
            .with_hint("write 14:05, 2026-06-30T14:05 or yesterdayT14:05");
    return {end == text.npos ? today : parse_date(text.substr(0, end), today), *clock};
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/base/date.hpp"
#include "crm/base/error.hpp"

#include <array>

namespace crm
{

namespace
{

using std::chrono::days;
using std::chrono::year_month_day;

/// A month as one number, so that steps over the turn of a year are plain arithmetic.
int month_index(Date day)
{
    const year_month_day parts(day);
    return int(parts.year()) * 12 + static_cast<int>(unsigned(parts.month())) - 1;
}

/// The day of that month, or its last if it has no such day.
Date day_of_month(int index, unsigned day = 1)
{
    const auto month =
        std::chrono::year(index / 12) / std::chrono::month(static_cast<unsigned>(index % 12) + 1);
    const auto wanted = month / std::chrono::day(day);
    return wanted.ok() ? Date(wanted) : Date(month / std::chrono::last);
}

/// `count` whole calendar months from that one on.
Period whole_months(int index, int count)
{
    return {day_of_month(index), day_of_month(index + count) - days(1)};
}

int month_count(FiscalRule::Length length)
{
    constexpr std::array counts = {1, 3, 12};
    return counts.at(static_cast<std::size_t>(length));
}

/// `this-month`, `last-year` and their like.
std::optional<Period> read_word(std::string_view text, Date today)
{
    const bool last = text.starts_with("last-");
    if (!last && !text.starts_with("this-"))
        return std::nullopt;
    const auto word = text.substr(5);
    const int count = word == "month" ? 1 : word == "quarter" ? 3 : word == "year" ? 12 : 0;
    if (count == 0)
        return std::nullopt;
    const int index = month_index(today);
    return whole_months(index - index % count - (last ? count : 0), count);
}

/// `2026`, `2026-Q2`, `2026-06`: what is left of a date when its end is cut off.
std::optional<Period> read_calendar(std::string_view text)
{
    const auto january = parse_iso_date(std::string(text.substr(0, 4)) + "-01-01");
    if (!january)
        return std::nullopt;
    const int index = month_index(*january);
    const auto rest = text.substr(4);
    if (rest.empty())
        return whole_months(index, 12);
    if (rest.size() == 3 && rest.starts_with("-Q") && rest[2] >= '1' && rest[2] <= '4')
        return whole_months(index + 3 * (rest[2] - '1'), 3);
    if (const auto first = parse_iso_date(std::string(text) + "-01"))
        return whole_months(month_index(*first), 1);
    return std::nullopt;
}

Period read_range(std::string_view text, std::size_t dots, Date today)
{
    const Period period{parse_date(text.substr(0, dots), today),
                        parse_date(text.substr(dots + 2), today)};
    if (period.last < period.first)
        throw error(ErrorKind::usage, "the period '{}' ends before it starts", text);
    return period;
}

/// The accounting period that ended last before today.
Period last_fiscal_period(Date today, const FiscalRule& rule)
{
    const int count = month_count(rule.period);
    const int index = month_index(today);
    const int since_start = (index + 12 - static_cast<int>(rule.start_month - 1)) % count;
    int current = index - since_start;
    if (day_of_month(current, rule.start_day) > today)
        current -= count;
    return {day_of_month(current - count, rule.start_day),
            day_of_month(current, rule.start_day) - days(1)};
}

} // namespace

Period parse_period(std::string_view text, Date today, const FiscalRule& fiscal)
{
    if (const auto dots = text.find(".."); dots != text.npos)
        return read_range(text, dots, today);
    if (text == "last-period")
        return last_fiscal_period(today, fiscal);
    if (const auto period = read_word(text, today))
        return *period;
    if (const auto period = read_calendar(text))
        return *period;
    throw error(ErrorKind::usage, "'{}' is not a period", text)
        .with_hint("write 2026, 2026-Q2, 2026-06, this-month, last-quarter, last-year, last-period "
                   "or FROM..TO");
}

} // namespace crm

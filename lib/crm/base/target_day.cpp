// SPDX-License-Identifier: MIT
#include "crm/base/target_day.hpp"

namespace crm
{

namespace
{

/// Easter Sunday of the Gregorian calendar (Oudin's form of Gauss's rule).
Date easter(std::chrono::year of)
{
    const int year = static_cast<int>(of);
    const int golden = year % 19;
    const int century = year / 100;
    const int epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
    const int moon = epact - epact / 28 * (1 - 29 / (epact + 1) * ((21 - golden) / 11));
    const int weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7;
    return Date(of / std::chrono::March / 28) + std::chrono::days(moon - weekday);
}

} // namespace

bool is_target_day(Date day)
{
    const std::chrono::weekday weekday(day);
    if (weekday == std::chrono::Saturday || weekday == std::chrono::Sunday)
        return false;
    const std::chrono::year_month_day ymd(day);
    const auto in = [&](std::chrono::month month, unsigned number) {
        return ymd.month() == month && ymd.day() == std::chrono::day(number);
    };
    if (in(std::chrono::January, 1) || in(std::chrono::May, 1) || in(std::chrono::December, 25) ||
        in(std::chrono::December, 26))
        return false;
    const auto after_easter = (day - easter(ymd.year())).count();
    constexpr int good_friday = -2, easter_monday = 1;
    return after_easter != good_friday && after_easter != easter_monday;
}

Date target_day_from(Date day)
{
    while (!is_target_day(day))
        day += std::chrono::days(1);
    return day;
}

} // namespace crm

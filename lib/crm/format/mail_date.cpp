// SPDX-License-Identifier: MIT
#include "crm/base/text.hpp"
#include "crm/format/mail_header.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

namespace crm
{

namespace
{

constexpr std::array<std::string_view, 12> month_names = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<std::string_view, 7> weekdays = {"Sun", "Mon", "Tue", "Wed",
                                                      "Thu", "Fri", "Sat"};

/// The zones of RFC 5322 4.3, in hours; those of the military mean nothing there.
constexpr std::array<std::pair<std::string_view, int>, 10> zones = {{
    {"ut", 0},
    {"gmt", 0},
    {"est", -5},
    {"edt", -4},
    {"cst", -6},
    {"cdt", -5},
    {"mst", -7},
    {"mdt", -6},
    {"pst", -8},
    {"pdt", -7},
}};

std::optional<int> number(std::string_view text)
{
    int value = 0;
    const auto* const end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, value);
    if (text.empty() || text.size() > 4 || text.front() == '-' || result.ec != std::errc() ||
        result.ptr != end)
        return std::nullopt;
    return value;
}

std::optional<std::chrono::sys_days> day_of(std::string_view day, std::string_view month,
                                            std::string_view year)
{
    const auto day_number = number(day);
    auto year_number = number(year);
    const auto place = std::ranges::find(month_names, lower(month).substr(0, 3), lower);
    if (!day_number || !year_number || place == month_names.end())
        return std::nullopt;
    if (year.size() < 4) // RFC 5322 4.3
        *year_number += *year_number < 50 ? 2000 : 1900;
    const auto date = std::chrono::year(*year_number) /
                      std::chrono::month(static_cast<unsigned>(place - month_names.begin()) + 1) /
                      std::chrono::day(static_cast<unsigned>(*day_number));
    if (!date.ok() || *year_number < 1900)
        return std::nullopt;
    return std::chrono::sys_days(date);
}

/// `14:05` or `14:05:09`, in seconds.
std::optional<int> clock_of(std::string_view text)
{
    int seconds = 0;
    int parts = 0;
    while (!text.empty() && parts < 3) {
        const auto end = std::min(text.find(':'), text.size());
        const auto part = number(text.substr(0, end));
        if (!part || *part > 60)
            return std::nullopt;
        seconds = seconds * 60 + *part;
        text.remove_prefix(std::min(text.size(), end + 1));
        ++parts;
    }
    if (parts < 2)
        return std::nullopt;
    return parts == 2 ? seconds * 60 : seconds;
}

/// Seconds east of Greenwich; what is no zone counts as UTC, as RFC 5322 says of unknown ones.
int offset_of(std::string_view text)
{
    if (text.size() == 5 && (text.front() == '+' || text.front() == '-')) {
        const auto digits = number(text.substr(1));
        const int minutes = digits ? *digits / 100 * 60 + *digits % 100 : 0;
        return (text.front() == '-' ? -60 : 60) * minutes;
    }
    const auto zone =
        std::ranges::find(zones, lower(text), &std::pair<std::string_view, int>::first);
    return zone == zones.end() ? 0 : zone->second * 3600;
}

} // namespace

std::optional<std::chrono::sys_seconds> parse_mail_date(std::string_view text)
{
    text = text.substr(0, text.find('('));
    if (const auto comma = text.find(','); comma != text.npos)
        text.remove_prefix(comma + 1);
    std::array<std::string_view, 5> words; // day month year clock zone
    for (auto& word : words) {
        text = trim(text);
        word = text.substr(0, text.find_first_of(" \t"));
        text.remove_prefix(word.size());
    }
    const auto day = day_of(words[0], words[1], words[2]);
    const auto clock = clock_of(words[3]);
    if (!day || !clock)
        return std::nullopt;
    return *day + std::chrono::seconds(*clock - offset_of(words[4]));
}

std::string mail_date(std::chrono::sys_seconds time, int offset)
{
    const auto local = time + std::chrono::minutes(offset);
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(local - day);
    const int distance = std::abs(offset);
    return fmt::format(
        "{}, {:02} {} {:04} {:02}:{:02}:{:02} {}{:02}{:02}",
        weekdays.at(std::chrono::weekday(day).c_encoding()), static_cast<unsigned>(date.day()),
        month_names.at(static_cast<unsigned>(date.month()) - 1), static_cast<int>(date.year()),
        clock.hours().count(), clock.minutes().count(), clock.seconds().count(),
        offset < 0 ? '-' : '+', distance / 60, distance % 60);
}

} // namespace crm

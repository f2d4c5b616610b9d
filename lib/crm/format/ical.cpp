// SPDX-License-Identifier: MIT
#include "crm/format/ical.hpp"

#include <fmt/format.h>

namespace crm
{

namespace
{

constexpr std::size_t longest_line = 75; // bytes, without the line's end

/// `20260630`.
std::string basic(Date day)
{
    auto text = to_string(day);
    std::erase(text, '-');
    return text;
}

bool continues_character(char c)
{
    return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

} // namespace

std::string ical_text(std::string_view text)
{
    std::string escaped;
    for (const char c : text) {
        if (c == '\\' || c == ',' || c == ';')
            escaped += '\\';
        if (c == '\n')
            escaped += "\\n";
        else if (static_cast<unsigned char>(c) >= 0x20 || c == '\t') // others are not allowed
            escaped += c;
    }
    return escaped;
}

CalendarWriter::CalendarWriter(std::ostream& out) : out_(out)
{
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", "-//crm//follow-ups//EN");
}

void CalendarWriter::line(std::string_view name, std::string_view value)
{
    std::string text(name);
    text.append(":").append(value);
    std::string_view rest = text;
    for (std::size_t room = longest_line; rest.size() > room; room = longest_line - 1) {
        auto end = room;
        while (continues_character(rest[end]))
            --end;
        out_ << rest.substr(0, end) << "\r\n ";
        rest.remove_prefix(end);
    }
    out_ << rest << "\r\n";
}

void CalendarWriter::event(const CalendarEvent& event)
{
    line("BEGIN", "VEVENT");
    line("UID", event.uid);
    line("DTSTAMP", fmt::format("{}T{:02}{:02}00Z", basic(event.stamp.day), event.stamp.minute / 60,
                                event.stamp.minute % 60));
    line("DTSTART;VALUE=DATE", basic(event.day));
    line("DTEND;VALUE=DATE", basic(event.day + std::chrono::days(1)));
    line("SUMMARY", ical_text(event.summary));
    if (!event.description.empty())
        line("DESCRIPTION", ical_text(event.description));
    line("TRANSP", "TRANSPARENT"); // a reminder keeps nobody busy
    line("END", "VEVENT");
}

void CalendarWriter::finish()
{
    line("END", "VCALENDAR");
}

} // namespace crm

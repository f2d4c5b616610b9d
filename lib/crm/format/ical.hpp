// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"

#include <ostream>
#include <string>
#include <string_view>

namespace crm
{

/// An event of a whole day.
struct CalendarEvent {
    std::string uid; ///< the same for the same thing in every file
    LocalTime stamp; ///< when it was recorded
    Date day;
    std::string summary;
    std::string description; ///< may be empty
};

/// Writes an iCalendar file (RFC 5545) event by event: lines end in CRLF and are folded at 75
/// bytes, between characters.
class CalendarWriter
{
  public:
    /// Writes the beginning. The stream outlives this.
    explicit CalendarWriter(std::ostream& out);
    void event(const CalendarEvent& event);
    /// Without it the file is not complete.
    void finish();

  private:
    void line(std::string_view name, std::string_view value);
    std::ostream& out_;
};

/// Text as a value: backslash, comma, semicolon and line break escaped (RFC 5545 3.3.11).
std::string ical_text(std::string_view text);

} // namespace crm

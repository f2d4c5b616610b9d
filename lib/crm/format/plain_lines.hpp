// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace crm
{

// Plain text for a terminal, a plain e-mail, a line printer.

inline constexpr int plain_width = 78;

/// Filled with blanks up to so many columns.
std::string padded(const std::string& text, int columns, bool right);
/// The text in lines of at most so many columns, broken at blanks where there are any.
std::vector<std::string> wrapped(const std::string& text, int columns);
/// Adds a line without blanks at its end, and without anything that a terminal would obey.
void add_line(std::string& page, std::string line);

} // namespace crm

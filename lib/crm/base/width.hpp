// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace crm
{

/// The columns that a text takes on a terminal once printable() has made it harmless: umlauts one,
/// CJK and emoji two, combining marks none.
int display_width(std::string_view text);

/// The text with nothing in it that a terminal obeys: `\n`, `\r`, `\t` for line breaks and tabs,
/// `\xNN` for other control characters, C1 among them, and for invalid bytes, `\uNNNN` for what
/// reverses the direction of writing or breaks the line. Everything else is as it was.
std::string printable(std::string_view text);

/// As much of a text as fits into `columns`, ending in `…` if something is missing. Letters keep
/// their accents and emoji their parts. For columns below 1: nothing.
std::string cut_to_width(std::string_view text, int columns);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace crm
{

// How text stands in tab-separated values: tab, line breaks and backslash as `\t`, `\n`, `\r`,
// `\\`, and quotes are characters like others. Spreadsheets write another kind, with cells in
// quotes and no escapes; what a file says itself tells them apart.

/// The escape of a character, empty for one that has none.
std::string_view tsv_escape(char character);

/// Appends the text that escapes stand for; a backslash that begins none is itself.
void append_unescaped_tsv(std::string& to, std::string_view text);

/// Whether every backslash begins an escape. One cut off at the end may do so.
bool escapes_backslashes(std::string_view text);

/// Whether there are cells in quotes as spreadsheets set them: around all, names of columns among
/// them, or around cells with tabs, line breaks, commas and doubled quotes. Text that just begins
/// with a word in quotes is not meant.
bool quotes_cells(std::string_view text);

} // namespace crm

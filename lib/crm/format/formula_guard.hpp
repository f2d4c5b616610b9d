// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace crm
{

// What a spreadsheet would run as a formula is given a leading `'` by the writer of dialect
// excel-de, which the reader of such files takes off again. Text that has it of its own gets one
// more: so everything comes back as it was.

/// Whether the text is to be guarded: it begins like a formula, maybe after `'`.
inline bool begins_like_formula(std::string_view text)
{
    constexpr std::string_view starts = "=+-@\t";
    const auto first = text.find_first_not_of('\'');
    return first != text.npos && starts.find(text[first]) != starts.npos;
}

/// The text as it was before it was guarded.
inline std::string_view without_guard(std::string_view text)
{
    if (text.starts_with('\'') && begins_like_formula(text))
        text.remove_prefix(1);
    return text;
}

} // namespace crm

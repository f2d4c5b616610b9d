// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace crm
{

/// The text without the blanks, tabs and line breaks around it, the non-breaking blank of
/// spreadsheets (U+00A0) among them.
inline std::string_view trim_blanks(std::string_view text)
{
    constexpr std::string_view non_breaking = "\xC2\xA0";
    const auto is_blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    while (!text.empty()) {
        if (is_blank(text.front())) {
            text.remove_prefix(1);
        } else if (text.front() == non_breaking.front() && text.starts_with(non_breaking)) {
            text.remove_prefix(2);
        } else {
            break;
        }
    }
    while (!text.empty()) {
        if (is_blank(text.back())) {
            text.remove_suffix(1);
        } else if (text.back() == non_breaking.back() && text.ends_with(non_breaking)) {
            text.remove_suffix(2);
        } else {
            break;
        }
    }
    return text;
}

} // namespace crm

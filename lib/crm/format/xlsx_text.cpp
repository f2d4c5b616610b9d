// SPDX-License-Identifier: MIT
#include "crm/format/xlsx_text.hpp"

#include "crm/base/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace crm
{

namespace
{

bool is_hex(char character)
{
    return (character >= '0' && character <= '9') || (character >= 'A' && character <= 'F') ||
           (character >= 'a' && character <= 'f');
}

/// `_xHHHH_`
bool starts_with_escape(std::string_view text)
{
    return text.size() >= 7 && text.starts_with("_x") && text[6] == '_' &&
           std::ranges::all_of(text.substr(2, 4), is_hex);
}

bool needs_escape(char character)
{
    return character >= 0 && character < 0x20 && character != '\t' && character != '\n';
}

/// Whether it is a character at all, and not one of the two that XML forbids.
bool is_allowed(const CodePoint& character)
{
    return character.valid && character.value != 0xFFFE && character.value != 0xFFFF;
}

bool is_plain(std::string_view text)
{
    return std::ranges::all_of(text, [](char character) {
        return character >= 0 && character != '_' && !needs_escape(character);
    });
}

} // namespace

std::string xlsx_text(std::string_view text)
{
    if (is_plain(text))
        return std::string(text);
    std::string escaped;
    while (!text.empty()) {
        const auto character = first_code_point(text);
        if (!is_allowed(character))
            escaped += "\uFFFD";
        else if (needs_escape(text.front()))
            escaped += fmt::format("_x{:04X}_", static_cast<unsigned>(text.front()));
        else if (starts_with_escape(text))
            escaped += "_x005F_";
        else
            escaped += text.substr(0, character.length);
        text.remove_prefix(character.length);
    }
    return escaped;
}

} // namespace crm

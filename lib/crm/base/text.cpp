// SPDX-License-Identifier: MIT
#include "crm/base/text.hpp"

#include "crm/base/utf8.hpp"

#include <utf8proc.h>

#include <cstdint>
#include <cstring>

namespace crm
{

namespace
{

/// How many bytes from the front on are ASCII, in whole blocks of eight.
std::size_t ascii_blocks(std::string_view text)
{
    constexpr std::uint64_t high_bits = 0x8080808080808080;
    std::size_t place = 0;
    for (std::uint64_t block = 0; place + sizeof block <= text.size(); place += sizeof block) {
        std::memcpy(&block, text.data() + place, sizeof block);
        if ((block & high_bits) != 0)
            break;
    }
    return place;
}

bool is_letter_digit_or_mark(char32_t c)
{
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return true;
    default:
        return false;
    }
}

/// How many bytes the letter, digit or mark in front takes; 0 if it is something else.
std::size_t word_character(std::string_view text)
{
    const auto c = first_code_point(text);
    if (c.valid && c.value >= 0xC0 && c.value < 0x250) // Latin letters, but for two signs
        return c.value == 0xD7 || c.value == 0xF7 ? 0 : c.length;
    return c.valid && is_letter_digit_or_mark(c.value) ? c.length : 0;
}

bool is_ascii_word_character(char c)
{
    return is_ascii_letter(c) || is_ascii_digit(c);
}

/// Where the run of word characters, or of anything else, that begins at `place` ends.
std::size_t end_of_run(std::string_view text, std::size_t place, bool of_words)
{
    while (place < text.size()) {
        const char c = text[place];
        if (byte(c) < 0x80) {
            if (is_ascii_word_character(c) != of_words)
                break;
            ++place;
            continue;
        }
        const auto length = word_character(text.substr(place));
        if ((length > 0) != of_words)
            break;
        place += of_words ? length : first_code_point(text.substr(place)).length;
    }
    return place;
}

} // namespace

bool is_valid_utf8(std::string_view text)
{
    while (!text.empty()) {
        text.remove_prefix(ascii_blocks(text));
        // One code point beyond ASCII is usually followed by ASCII, but rarely by eight of it.
        for (int count = 0; count < 8 && !text.empty(); ++count) {
            const auto c = first_code_point(text);
            if (!c.valid)
                return false;
            text.remove_prefix(c.length);
        }
    }
    return true;
}

std::string_view trim(std::string_view text)
{
    while (!text.empty()) {
        const auto first = first_code_point(text);
        if (!is_white_space(first))
            break;
        text.remove_prefix(first.length);
    }
    while (!text.empty()) {
        const auto last = last_code_point(text);
        if (!is_white_space(last))
            break;
        text.remove_suffix(last.length);
    }
    return text;
}

std::string_view next_word(std::string_view text)
{
    const auto begin = end_of_run(text, 0, false);
    return text.substr(begin, end_of_run(text, begin, true) - begin);
}

std::vector<std::string> words(std::string_view text)
{
    std::vector<std::string> found;
    for_each_word(text, [&](std::string_view word) { found.emplace_back(word); });
    return found;
}

std::string reversed(std::string_view text)
{
    std::string backwards;
    backwards.reserve(text.size());
    while (!text.empty()) {
        const auto length = last_code_point(text).length;
        backwards += text.substr(text.size() - length);
        text.remove_suffix(length);
    }
    return backwards;
}

} // namespace crm

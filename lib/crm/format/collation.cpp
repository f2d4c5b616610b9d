// SPDX-License-Identifier: MIT
#include "crm/format/collation.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace crm
{

namespace
{

bool is_digit(char character)
{
    return character >= '0' && character <= '9';
}

char lower(char character)
{
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a')
                                                : character;
}

std::string ascii_folded(std::string_view text)
{
    std::string folded(text);
    std::ranges::transform(folded, folded.begin(), lower);
    return folded;
}

/// Lower case without diacritics. Text that is not UTF-8 sorts by its bytes.
std::string folded(std::string_view text)
{
    if (std::ranges::all_of(text, [](char character) { return character >= 0; }))
        return ascii_folded(text);
    constexpr auto options = UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
                             UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK;
    utf8proc_uint8_t* mapped = nullptr;
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &mapped,
                                   static_cast<utf8proc_option_t>(options));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
    if (size < 0)
        return ascii_folded(text);
    return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size)};
}

/// Puts the number of digits before each run of them: bytes then compare as numbers do.
std::string by_value(std::string_view text)
{
    std::string key;
    for (std::size_t place = 0; place < text.size();) {
        if (!is_digit(text[place])) {
            key += text[place++];
            continue;
        }
        auto end = place;
        while (end < text.size() && is_digit(text[end]))
            ++end;
        while (place + 1 < end && text[place] == '0')
            ++place;
        key += '0'; // where digits stand among other characters
        key += static_cast<char>(std::min<std::size_t>(end - place, 0xFF));
        key += text.substr(place, end - place);
        place = end;
    }
    return key;
}

} // namespace

std::string collation_key(std::string_view text)
{
    auto key = by_value(folded(text));
    key += '\0';
    return key += text;
}

} // namespace crm

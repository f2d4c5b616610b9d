// SPDX-License-Identifier: MIT
#include "crm/counts.hpp"

#include "crm/base/error.hpp"

#include <charconv>

namespace crm
{

namespace
{

/// Digits and nothing else, or -1.
std::int64_t whole_number(const std::string& text)
{
    std::int64_t value = -1;
    const auto* end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, value);
    return result.ec == std::errc() && result.ptr == end ? value : -1;
}

} // namespace

std::int64_t parse_count(const char* option, const std::string& text)
{
    const auto value = whole_number(text);
    if (value < 0)
        throw error(ErrorKind::usage, "'{}' is no value for {}", text, option)
            .with_hint("give a whole number from 0 on");
    return value;
}

std::int64_t parse_count(const char* option, const std::string& text, std::int64_t least,
                         std::int64_t most)
{
    const auto value = whole_number(text);
    if (value < least || value > most)
        throw error(ErrorKind::usage, "'{}' is no value for {}", text, option)
            .with_hint("give a whole number from {} to {}", least, most);
    return value;
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/base/code_text.hpp"

#include "crm/base/utf8.hpp"

#include <algorithm>

namespace crm
{

bool all_digits(std::string_view text)
{
    return std::ranges::all_of(text, is_ascii_digit);
}

bool all_capitals(std::string_view text)
{
    return std::ranges::all_of(text, is_capital);
}

bool all_digits_or_capitals(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return is_ascii_digit(c) || is_capital(c); });
}

std::string packed(std::string_view text, std::string_view separators)
{
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const auto c = first_code_point(text);
        const auto bytes = text.substr(0, c.length);
        if (!is_white_space(c) && separators.find(bytes) == std::string_view::npos)
            result += bytes;
        text.remove_prefix(c.length);
    }
    std::ranges::transform(result, result.begin(), ascii_upper);
    return result;
}

int remainder_97(std::string_view digits_and_capitals)
{
    int remainder = 0;
    for (const char c : digits_and_capitals)
        remainder = is_capital(c) ? (remainder * 100 + (c - 'A' + 10)) % 97
                                  : (remainder * 10 + (c - '0')) % 97;
    return remainder;
}

} // namespace crm

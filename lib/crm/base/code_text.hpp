// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace crm
{

// Codes of capitals and digits: what the checks of them share.

constexpr bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool all_digits(std::string_view text);
bool all_capitals(std::string_view text);
bool all_digits_or_capitals(std::string_view text);

/// ASCII letters as capitals, without white space and without each character of `separators`.
std::string packed(std::string_view text, std::string_view separators = {});

/// The remainder by 97 of the digits, a letter counting as two: A = 10 to Z = 35 (ISO 7064).
int remainder_97(std::string_view digits_and_capitals);

} // namespace crm

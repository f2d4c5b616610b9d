// SPDX-License-Identifier: MIT
#include "crm/base/checks.hpp"
#include "crm/base/code_text.hpp"
#include "crm/base/country.hpp"
#include "crm/base/utf8.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

struct VatPattern {
    std::string_view country, pattern;
};

/// What follows the country: `9` a digit, `#` a digit that may be missing at the end, `A` a letter,
/// `X` a letter or digit, `+` also one of the signs of old Irish numbers, `'` before a fixed
/// character. European Commission, VIES: structure of the VAT identification numbers.
constexpr std::array<VatPattern, 45> vat_patterns = {{
    {"AT", "'U99999999"},
    {"BE", "999999999#"},
    {"BG", "999999999#"},
    {"CH", "'E999999999"},
    {"CH", "'E999999999'M'W'S'T"},
    {"CH", "'E999999999'T'V'A"},
    {"CH", "'E999999999'I'V'A"},
    {"CY", "99999999A"},
    {"CZ", "99999999##"},
    {"DE", "999999999"},
    {"DK", "99999999"},
    {"EE", "999999999"},
    {"EL", "999999999"},
    {"ES", "A9999999X"},
    {"ES", "99999999A"},
    {"FI", "99999999"},
    {"FR", "XX999999999"},
    {"GB", "999999999"},
    {"GB", "999999999999"},
    {"GB", "'G'D999"},
    {"GB", "'H'A999"},
    {"GR", "999999999"},
    {"HR", "99999999999"},
    {"HU", "99999999"},
    {"IE", "9999999A"},
    {"IE", "9999999AA"},
    {"IE", "9+99999A"},
    {"IT", "99999999999"},
    {"LT", "999999999"},
    {"LT", "999999999999"},
    {"LU", "99999999"},
    {"LV", "99999999999"},
    {"MT", "99999999"},
    {"NL", "999999999'B99"},
    {"NO", "999999999"},
    {"NO", "999999999'M'V'A"},
    {"PL", "9999999999"},
    {"PT", "999999999"},
    {"RO", "99########"},
    {"SE", "9999999999'0'1"},
    {"SI", "99999999"},
    {"SK", "9999999999"},
    {"XI", "999999999"},
    {"XI", "999999999999"},
    {"XI", "'G'D999"},
}};

bool fits(char c, char kind)
{
    switch (kind) {
    case '9':
    case '#':
        return is_ascii_digit(c);
    case 'A':
        return is_capital(c);
    case '+':
        return is_ascii_digit(c) || is_capital(c) || c == '+' || c == '*';
    default: // X
        return is_ascii_digit(c) || is_capital(c);
    }
}

bool matches(std::string_view text, std::string_view pattern)
{
    std::size_t place = 0;
    for (std::size_t at = 0; at < pattern.size(); ++at, ++place) {
        if (place == text.size())
            return pattern[at] == '#';
        const bool fixed = pattern[at] == '\'';
        if (fixed ? text[place] != pattern[++at] : !fits(text[place], pattern[at]))
            return false;
    }
    return place == text.size();
}

/// ISO 7064 mod 11,10 over nine digits.
bool has_german_check_digit(std::string_view digits)
{
    int product = 10;
    for (const char c : digits.substr(0, 8)) {
        const int sum = (c - '0' + product) % 10;
        product = 2 * (sum == 0 ? 10 : sum) % 11;
    }
    return (11 - product) % 10 == digits[8] - '0';
}

/// Weights 5 4 3 2 7 6 5 4, mod 11 (Swiss Federal Statistical Office: UID-Register).
bool has_swiss_check_digit(std::string_view digits)
{
    constexpr std::array<int, 8> weights = {5, 4, 3, 2, 7, 6, 5, 4};
    int sum = 0;
    for (std::size_t place = 0; place < weights.size(); ++place)
        sum += weights[place] * (digits[place] - '0');
    return (11 - sum % 11) % 11 == digits[8] - '0';
}

bool is_foreign(std::string_view country, std::string_view rest)
{
    return is_country(country) && rest.size() >= 2 && rest.size() <= 15 &&
           all_digits_or_capitals(rest);
}

} // namespace

bool valid_vat_id(std::string_view vat_id)
{
    const auto normal = normal_vat_id(vat_id);
    if (normal.size() < 4)
        return false;
    const auto country = std::string_view(normal).substr(0, 2);
    const auto rest = std::string_view(normal).substr(2);
    bool known = false;
    bool matched = false;
    for (const auto& each : vat_patterns) {
        known = known || each.country == country;
        matched = matched || (each.country == country && matches(rest, each.pattern));
    }
    if (!known)
        return is_foreign(country, rest);
    if (matched && country == "DE")
        return has_german_check_digit(rest);
    if (matched && country == "CH")
        return has_swiss_check_digit(rest.substr(1));
    return matched;
}

std::string normal_vat_id(std::string_view vat_id)
{
    return packed(vat_id, ".-");
}

} // namespace crm

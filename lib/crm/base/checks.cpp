// SPDX-License-Identifier: MIT
#include "crm/base/checks.hpp"

#include "crm/base/code_text.hpp"
#include "crm/base/country.hpp"
#include "crm/base/text.hpp"
#include "crm/base/utf8.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

struct IbanLength {
    std::string_view country;
    std::size_t length;
};

/// SWIFT IBAN registry: Europe and the countries that trade with it most.
constexpr std::array<IbanLength, 63> iban_lengths = {{
    {"AD", 24}, {"AE", 23}, {"AL", 28}, {"AT", 20}, {"AZ", 28}, {"BA", 20}, {"BE", 16}, {"BG", 22},
    {"BH", 22}, {"BR", 29}, {"BY", 28}, {"CH", 21}, {"CY", 28}, {"CZ", 24}, {"DE", 22}, {"DK", 18},
    {"EE", 20}, {"EG", 29}, {"ES", 24}, {"FI", 18}, {"FO", 18}, {"FR", 27}, {"GB", 22}, {"GE", 22},
    {"GI", 23}, {"GL", 18}, {"GR", 27}, {"HR", 21}, {"HU", 28}, {"IE", 22}, {"IL", 23}, {"IS", 26},
    {"IT", 27}, {"JO", 30}, {"KW", 30}, {"KZ", 20}, {"LB", 28}, {"LI", 21}, {"LT", 20}, {"LU", 20},
    {"LV", 21}, {"MC", 27}, {"MD", 24}, {"ME", 22}, {"MK", 19}, {"MT", 31}, {"NL", 18}, {"NO", 15},
    {"PL", 28}, {"PT", 25}, {"QA", 29}, {"RO", 24}, {"RS", 22}, {"SA", 24}, {"SE", 24}, {"SI", 19},
    {"SK", 24}, {"SM", 27}, {"TN", 24}, {"TR", 26}, {"UA", 29}, {"VA", 22}, {"XK", 20},
}};

bool fits_country(std::string_view iban)
{
    constexpr std::size_t shortest = 15, longest = 34;
    const auto known = std::ranges::find(iban_lengths, iban.substr(0, 2), &IbanLength::country);
    if (known != iban_lengths.end())
        return iban.size() == known->length;
    return iban.size() >= shortest && iban.size() <= longest;
}

/// A part of a domain between two dots; letters of any script.
bool is_domain_label(std::string_view label)
{
    constexpr std::size_t longest = 63;
    if (label.empty() || label.size() > longest || label.front() == '-' || label.back() == '-')
        return false;
    while (!label.empty()) {
        const auto c = label.substr(0, first_code_point(label).length);
        if (c != "-" && next_word(c).empty())
            return false;
        label.remove_prefix(c.size());
    }
    return true;
}

bool is_domain(std::string_view domain)
{
    const auto last_dot = domain.rfind('.');
    if (last_dot == std::string_view::npos || all_digits(domain.substr(last_dot + 1)))
        return false;
    for (;;) {
        const auto end = domain.find('.');
        if (!is_domain_label(domain.substr(0, end)))
            return false;
        if (end == std::string_view::npos)
            return true;
        domain.remove_prefix(end + 1);
    }
}

/// Between quotation marks anything printable goes; a mark or a backslash needs a backslash before
/// it.
bool is_quoted_local_part(std::string_view quoted)
{
    const auto inside = quoted.substr(1, quoted.size() - 2);
    for (std::size_t place = 0; place < inside.size(); ++place) {
        const char c = inside[place];
        if (byte(c) < ' ' || c == '\x7F' || c == '"')
            return false;
        if (c == '\\' && ++place == inside.size())
            return false;
    }
    return !inside.empty();
}

bool is_local_part(std::string_view local)
{
    constexpr std::size_t longest = 64;
    if (local.empty() || local.size() > longest || !is_valid_utf8(local))
        return false;
    if (local.size() >= 2 && local.front() == '"' && local.back() == '"')
        return is_quoted_local_part(local);
    if (local.front() == '.' || local.back() == '.' || local.find("..") != std::string_view::npos)
        return false;
    const auto is_odd = [](char c) {
        constexpr std::string_view specials = R"(@()<>[]:;,\")";
        return byte(c) <= ' ' || c == '\x7F' || specials.find(c) != std::string_view::npos;
    };
    return std::ranges::none_of(local, is_odd) && packed(local).size() == local.size();
}

} // namespace

bool valid_ledger_account(std::string_view account)
{
    return account.size() == 4 && all_digits(account);
}

bool valid_iban(std::string_view iban)
{
    const auto normal = normal_iban(iban);
    const std::string_view text = normal;
    if (text.size() < 5 || !all_digits_or_capitals(text) || !fits_country(text))
        return false;
    if (!all_capitals(text.substr(0, 2)) || !all_digits(text.substr(2, 2)))
        return false;
    return remainder_97(std::string(text.substr(4)).append(text.substr(0, 4))) == 1;
}

std::string normal_iban(std::string_view iban)
{
    return packed(iban, "-");
}

bool valid_bic(std::string_view bic)
{
    const auto normal = normal_bic(bic);
    const std::string_view text = normal;
    if ((text.size() != 8 && text.size() != 11) || !all_digits_or_capitals(text))
        return false;
    const auto country = text.substr(4, 2);
    return all_capitals(text.substr(0, 4)) && (is_country(country) || country == "XK");
}

std::string normal_bic(std::string_view bic)
{
    return packed(bic);
}

bool valid_creditor_id(std::string_view creditor_id)
{
    constexpr std::size_t before_national = 7, longest = 35, german = 18;
    const auto normal = normal_creditor_id(creditor_id);
    const std::string_view text = normal;
    if (text.size() <= before_national || text.size() > longest || !all_digits_or_capitals(text))
        return false;
    const auto country = text.substr(0, 2);
    const auto national = text.substr(before_national);
    if (!is_country(country) || !all_digits(text.substr(2, 2)))
        return false;
    if (country == "DE" && (text.size() != german || !all_digits(national)))
        return false;
    return remainder_97(std::string(national).append(text.substr(0, 4))) == 1;
}

std::string normal_creditor_id(std::string_view creditor_id)
{
    return packed(creditor_id);
}

bool valid_leitweg_id(std::string_view leitweg_id)
{
    constexpr std::size_t longest_fine = 30;
    const auto normal = normal_leitweg_id(leitweg_id);
    const std::string_view text = normal;
    const auto first = text.find('-');
    const auto last = text.rfind('-');
    if (first == std::string_view::npos)
        return false;
    const auto coarse = text.substr(0, first);
    const auto fine = first == last ? std::string_view() : text.substr(first + 1, last - first - 1);
    const auto check = text.substr(last + 1);
    const bool sizes = coarse.size() >= 2 && coarse.size() <= 12 && check.size() == 2 &&
                       (first == last || !fine.empty()) && fine.size() <= longest_fine;
    if (!sizes || !all_digits(coarse) || !all_digits_or_capitals(fine) || !all_digits(check))
        return false;
    return remainder_97(packed(text, "-")) == 1;
}

std::string normal_leitweg_id(std::string_view leitweg_id)
{
    return packed(leitweg_id);
}

bool valid_gtin(std::string_view gtin)
{
    const auto digits = normal_gtin(gtin);
    const auto size = digits.size();
    if ((size != 8 && (size < 12 || size > 14)) || !all_digits(digits))
        return false;
    int sum = 0;
    for (std::size_t place = 0; place < size; ++place)
        sum += (digits[size - 1 - place] - '0') * (place % 2 == 0 ? 1 : 3);
    return sum % 10 == 0;
}

std::string normal_gtin(std::string_view gtin)
{
    return packed(gtin, "-");
}

bool valid_email(std::string_view email)
{
    constexpr std::size_t longest = 254;
    const auto text = trim(email);
    const auto at = text.rfind('@');
    return at != std::string_view::npos && text.size() <= longest &&
           is_local_part(text.substr(0, at)) && is_domain(text.substr(at + 1));
}

std::string normal_email(std::string_view email)
{
    const auto text = trim(email);
    const auto at = text.rfind('@');
    if (at == std::string_view::npos)
        return std::string(text);
    return std::string(text.substr(0, at + 1)) + lower(text.substr(at + 1));
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/base/written.hpp"

#include <fmt/format.h>

namespace crm
{

namespace
{

/// Groups the digits before the decimals by thousands.
std::string grouped(std::string digits, Language language)
{
    const char decimal = language == Language::german ? ',' : '.';
    const char group = language == Language::german ? '.' : ',';
    auto end = digits.find('.');
    if (end == std::string::npos)
        end = digits.size();
    else
        digits[end] = decimal;
    const std::size_t first = digits.starts_with('-') ? 1 : 0;
    for (auto place = end; place > first + 3;)
        digits.insert(place -= 3, 1, group);
    return digits;
}

} // namespace

std::string written(Language language, Money amount)
{
    return grouped(to_string(amount), language);
}

std::string written(Language language, UnitPrice price)
{
    return grouped(to_string(price), language);
}

std::string written(Language language, Quantity quantity)
{
    return grouped(to_string(quantity), language);
}

std::string written(Language language, Rate rate)
{
    return grouped(to_string(rate), language);
}

std::string written(Language language, Date day)
{
    const auto iso = to_string(day);
    if (language == Language::english)
        return iso;
    return fmt::format("{}.{}.{}", iso.substr(8, 2), iso.substr(5, 2), iso.substr(0, 4));
}

std::string in_fours(std::string_view iban)
{
    std::string text;
    for (std::size_t place = 0; place < iban.size(); ++place) {
        if (place > 0 && place % 4 == 0)
            text += ' ';
        text += iban[place];
    }
    return text;
}

} // namespace crm

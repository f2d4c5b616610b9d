// SPDX-License-Identifier: MIT
#include "crm/base/short_text.hpp"

namespace crm
{

namespace
{

std::uint64_t magnitude(std::int64_t value)
{
    const auto bits = static_cast<std::uint64_t>(value);
    return value < 0 ? 0 - bits : bits;
}

char digit(std::uint64_t rest)
{
    return static_cast<char>('0' + rest % 10);
}

} // namespace

ShortText short_text(std::int64_t value)
{
    return decimal_text(value, 0, 0);
}

ShortText decimal_text(std::int64_t value, int decimals, int at_least)
{
    ShortText text;
    auto rest = magnitude(value);
    while (decimals > at_least && rest % 10 == 0) {
        rest /= 10;
        --decimals;
    }
    if (decimals > 0) {
        for (int place = 0; place < decimals; ++place, rest /= 10)
            text.push_front(digit(rest));
        text.push_front('.');
    }
    do {
        text.push_front(digit(rest));
        rest /= 10;
    } while (rest != 0);
    if (value < 0)
        text.push_front('-');
    return text;
}

} // namespace crm

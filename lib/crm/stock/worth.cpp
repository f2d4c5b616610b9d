// SPDX-License-Identifier: MIT
#include "crm/stock/worth.hpp"

#include "crm/base/error.hpp"

#include <limits>

namespace crm
{

namespace
{

/// A quotient of which the divisor may be below 0.
std::int64_t quotient(Int128 numerator, Int128 denominator)
{
    return denominator < 0 ? round_half_away(-numerator, -denominator)
                           : round_half_away(numerator, denominator);
}

} // namespace

std::int64_t stored(Worth worth)
{
    constexpr Int128 most = std::numeric_limits<std::int64_t>::max();
    if (worth.ten_millionths > most || worth.ten_millionths < -most)
        throw error(ErrorKind::rejected, "goods of one product cannot be worth more than {}",
                    to_string(to_money({most})));
    return static_cast<std::int64_t>(worth.ten_millionths);
}

Worth worth_of(Quantity quantity, UnitPrice unit_cost)
{
    return {Int128{quantity.thousandths} * unit_cost.ten_thousandths};
}

Worth worth_of(Quantity quantity, UnitPrice price, Rate discount)
{
    constexpr std::int64_t whole = 100'00;
    const auto gross = stored(worth_of(quantity, price));
    return {round_half_away(Int128{gross} * (whole - discount.hundredths), whole)};
}

Worth share_of(Worth worth, Quantity part, Quantity all)
{
    return {quotient(Int128{stored(worth)} * part.thousandths, all.thousandths)};
}

Money to_money(Worth worth)
{
    constexpr int to_cents = 100'000;
    return {round_half_away(worth.ten_millionths, to_cents)};
}

UnitPrice unit_cost_of(Worth worth, Quantity quantity)
{
    return {quotient(worth.ten_millionths, quantity.thousandths)};
}

} // namespace crm

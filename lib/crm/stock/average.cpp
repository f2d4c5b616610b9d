// SPDX-License-Identifier: MIT
#include "crm/stock/average.hpp"

#include <algorithm>

namespace crm
{

namespace
{

Int128 worth(Quantity quantity, UnitPrice unit_cost)
{
    return Int128{quantity.thousandths} * unit_cost.ten_thousandths;
}

/// Of stock that stays above 0 before and after the movement.
std::optional<UnitPrice> averaged(const AverageStock& stock, Quantity quantity,
                                  std::optional<UnitPrice> cost)
{
    if (!stock.unit_cost || !cost || *stock.unit_cost == *cost)
        return cost ? stock.unit_cost : std::nullopt;
    const auto total = worth(stock.on_hand, *stock.unit_cost) + worth(quantity, *cost);
    const auto average = round_half_away(total, (stock.on_hand + quantity).thousandths);
    return UnitPrice{std::max<std::int64_t>(average, 0)};
}

} // namespace

void AverageStock::move(Quantity quantity, std::optional<UnitPrice> cost)
{
    const auto after = on_hand + quantity;
    if (quantity > Quantity{} && on_hand <= Quantity{})
        unit_cost = cost;
    else if (quantity > Quantity{} || (cost && after > Quantity{}))
        unit_cost = averaged(*this, quantity, cost);
    on_hand = after;
}

Money value_of(Quantity quantity, UnitPrice unit_cost)
{
    constexpr int to_cents = 100'000; // of thousandths times ten-thousandths
    return {round_half_away(worth(quantity, unit_cost), to_cents)};
}

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/money.hpp"

#include <optional>

namespace crm
{

/// What lies of a product in all places, and what a unit of it costs on average: the moving average
/// of § 240 (4) HGB (german-practice.md 3.16), to the ten-thousandth after every movement.
struct AverageStock {
    Quantity on_hand;
    std::optional<UnitPrice> unit_cost; ///< nothing: not known

    /// Takes the next movement in the order of recording.
    ///
    /// What comes in at a known cost is averaged with what is there, or makes the average alone if
    /// nothing is there. Goods of unknown cost make it unknown until the stock is used up. What
    /// goes out changes it only by a cost of its own; the average never falls below 0.
    void move(Quantity quantity, std::optional<UnitPrice> cost);
};

/// What that many units are worth, to the cent.
Money value_of(Quantity quantity, UnitPrice unit_cost);

} // namespace crm

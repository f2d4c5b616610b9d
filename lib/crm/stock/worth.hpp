// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/money.hpp"

#include <compare>
#include <cstdint>

namespace crm
{

/// What goods cost in all, in ten-millionths: thousandths of a unit times ten-thousandths of its
/// price, so that quantity × unit cost is kept to the last digit. What is stored fits into 64 bits
/// (922 billion a product; more is refused), sums of such never leave 128 bits.
struct Worth {
    Int128 ten_millionths = 0;
    auto operator<=>(const Worth&) const = default;

    Worth operator-() const { return {-ten_millionths}; }
    Worth operator+(Worth other) const { return {ten_millionths + other.ten_millionths}; }
    Worth operator-(Worth other) const { return {ten_millionths - other.ten_millionths}; }
    Worth& operator+=(Worth other) { return *this = *this + other; }
    Worth& operator-=(Worth other) { return *this = *this - other; }
};

/// As it is stored. Throws ErrorKind::rejected if it does not fit.
std::int64_t stored(Worth worth);

/// Quantity × unit cost, exactly.
Worth worth_of(Quantity quantity, UnitPrice unit_cost);
/// The same less a discount, rounded once.
Worth worth_of(Quantity quantity, UnitPrice price, Rate discount);
/// What a part of goods is worth, rounded once; `all` is not 0. Throws ErrorKind::rejected for a
/// worth that could not be stored, so that the product of both fits into 128 bits.
Worth share_of(Worth worth, Quantity part, Quantity all);

/// To the cent.
Money to_money(Worth worth);
/// What a unit of that many costs, to the ten-thousandth; the quantity is not 0.
UnitPrice unit_cost_of(Worth worth, Quantity quantity);

} // namespace crm

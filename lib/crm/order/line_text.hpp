// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/money.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace crm
{

/// A line of an order as it is typed: `SKU[:QTY][@PRICE][-PCT%]`.
struct LineText {
    std::string sku;
    Quantity quantity{1000};
    std::optional<UnitPrice> price;
    std::optional<Rate> discount;
    /// What looks like a number and cannot be read as one, a sentence: part of the SKU, or a slip.
    std::string doubt = {};
    bool operator==(const LineText&) const = default;
};

/// Reads it from the right: a final `-N%`, then `@PRICE`, then the last `:QTY`. A SKU may have any
/// of these signs: what cannot be read as a number belongs to it, and `A:2:1` is one of `A:2`.
/// Throws usage without a SKU; rejected for a quantity that is not above 0, a price below 0, a
/// discount above 100 %.
LineText parse_line(std::string_view text, Decimal decimal);

/// As parse_line reads it with Decimal::point.
std::string to_string(const LineText& line);

} // namespace crm

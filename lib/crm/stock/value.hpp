// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/cell.hpp"
#include "crm/stock/stocked.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>

namespace crm
{

/// How stock is valued: at the moving average, or as if what came first had gone first.
enum class CostMethod { average, fifo };

/// One line of `stock value`: what is there of a product in all places.
struct ValueRow {
    std::string sku;
    std::string name;
    std::string group;
    std::string unit;
    Quantity on_hand;
    std::optional<UnitPrice> unit_cost; ///< nothing: not known
    std::optional<UnitPrice> market;    ///< what a unit would cost now
    std::optional<Money> value;
};

std::span<const Column<ValueRow>> value_columns();

struct ValueQuery {
    Date as_of;
    CostMethod method = CostMethod::average;
    /// The lower of cost and market, product by product (§ 253 (4) HGB).
    bool lower_of_market = false;
    /// What a unit would cost if so many were bought; without it the price that the product has.
    std::function<std::optional<UnitPrice>(const StockedProduct&, Quantity)> market = {};
};

/// Hands over every product of which there was something on that day, by SKU, until `use` returns
/// false.
void list_values(Store& store, const ValueQuery& wanted,
                 const std::function<bool(const ValueRow&)>& use);

} // namespace crm

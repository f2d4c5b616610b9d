// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/cell.hpp"
#include "crm/stock/location.hpp"
#include "crm/stock/stocked.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>

namespace crm
{

/// One line of `stock list`: a product over all locations, at one, or one of its lots there.
struct StockRow {
    std::string sku;
    std::string name;
    std::string group;
    std::string unit;
    std::string location; ///< empty: all
    std::string lot;
    std::optional<Date> best_before;
    Quantity on_hand;
    std::optional<Quantity> reserved; ///< nothing: not kept for a day of the past, nor for a lot
    std::optional<Quantity> on_order;
    std::optional<Quantity> available; ///< on hand but not reserved
    std::optional<Quantity> reorder_at;
    std::optional<UnitPrice> unit_cost; ///< moving average; nothing: not known
    std::optional<Money> value;
};

/// With lot and best_before if `by_lot`.
std::span<const Column<StockRow>> stock_list_columns(bool by_lot);

struct StockFilter {
    std::optional<Location> location;
    std::optional<std::string> group_key;
    bool below_reorder = false; ///< less on hand than reorder_at
    bool by_lot = false;
    bool archived = false; ///< archived products, too, of which nothing is left
    Date as_of;            ///< what is booked for later days does not count
    Date today;
};

/// Hands over the rows by SKU until `use` returns false. Open orders name no location: what they
/// promise shows at the location `main`.
void list_stock(Store& store, const StockFilter& filter,
                const std::function<bool(const StockRow&)>& use);

} // namespace crm

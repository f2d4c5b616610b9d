// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/cell.hpp"
#include "crm/store/store.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>

namespace crm
{

/// One line of `stock slow`: goods that lie.
struct SlowRow {
    std::string sku;
    std::string name;
    std::string group;
    std::string unit;
    Quantity on_hand;
    std::optional<UnitPrice> unit_cost;
    std::optional<Money> value;
    std::optional<Date> last_out; ///< nothing: never
    std::optional<std::int64_t> days_since;
};

std::span<const Column<SlowRow>> slow_columns();

/// Hands over, by SKU, the products in stock of which nothing was issued or delivered to anybody
/// from a day on, until `use` returns false. What first came in on or after that day is new, not
/// slow, unless it is opening stock. Transfers, counts and returns do not tell that goods are
/// wanted.
void list_slow(Store& store, Date not_moved_since, Date today,
               const std::function<bool(const SlowRow&)>& use);

} // namespace crm

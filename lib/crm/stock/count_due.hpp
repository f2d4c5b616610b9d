// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/money.hpp"
#include "crm/format/cell.hpp"
#include "crm/store/store.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>

namespace crm
{

/// One line of `count due`: a product at a location.
struct DueRow {
    std::string sku;
    std::string name;
    std::string group;
    std::string unit;
    std::string location;
    Quantity on_hand; ///< now
    std::optional<Date> last_counted;
};

std::span<const Column<DueRow>> count_due_columns();

/// Permanent stocktaking (§ 241 (2) HGB, R 5.3 EStR): what must be counted once in a year. Those
/// products of which there was stock at a location at the end of the year and that no posted count
/// has an entry of that year and location for; and those that only moved there in the year, if they
/// were counted nowhere. By SKU and location.
void list_count_due(Store& store, int year, const std::function<bool(const DueRow&)>& use);

} // namespace crm

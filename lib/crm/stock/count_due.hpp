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

/// One line of `count due`.
struct DueRow {
    std::string sku;
    std::string name;
    std::string group;
    std::string unit;
    Quantity on_hand; ///< now
    std::optional<Date> last_counted;
};

std::span<const Column<DueRow>> count_due_columns();

/// Permanent stocktaking (R 5.3 EStR): what must be counted once in a year. Those products of which
/// there was stock at the end of the year, or that moved in it, and that no posted count has an
/// entry of that year for.
void list_count_due(Store& store, int year, const std::function<bool(const DueRow&)>& use);

} // namespace crm

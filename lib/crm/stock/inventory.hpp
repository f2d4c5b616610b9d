// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/cell.hpp"
#include "crm/stock/stocked.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace crm
{

/// One line of an inventory list (§ 240 HGB): what lay of a lot at a location on a day.
struct InventoryRow {
    std::string sku;
    std::string name;
    std::string group;
    std::string unit;
    std::string location;
    std::string lot;
    Quantity on_hand;
    std::optional<UnitPrice> unit_cost; ///< moving average of that day; nothing: not known
    std::optional<Money> value;
};

std::span<const Column<InventoryRow>> inventory_columns();

/// Hands over what was there at the end of a day, by SKU, location and lot, until `use` returns
/// false.
void list_inventory(Store& store, Date as_of, const std::function<bool(const InventoryRow&)>& use);

/// What is kept of a list that was handed out.
struct InventoryList {
    Date as_of;
    LocalTime made_at;
    std::int64_t rows = 0;
    Money value;
    std::string checksum; ///< SHA-256 of the file's bytes, in hexadecimal
};

/// Records a list inside the caller's transaction; returns its id.
std::int64_t record_inventory(Store& store, const InventoryList& list);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/cell.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>

namespace crm
{

/// One line of `stock moves`.
struct MoveRow {
    std::int64_t id = 0;
    std::string at;
    std::string sku;
    std::string location;
    Quantity quantity;
    std::optional<UnitPrice> unit_cost;
    std::string kind;
    std::string reference; ///< delivery note, count, or the reason
    std::string staff;
};

std::span<const Column<MoveRow>> move_columns();

struct MoveFilter {
    std::optional<std::int64_t> product_id;
    std::optional<Date> since;
    std::optional<Date> until;
};

/// Hands over the movements in the order of recording until `use` returns false.
void list_moves(Store& store, const MoveFilter& filter,
                const std::function<bool(const MoveRow&)>& use);

/// The row of one movement. Throws not_found.
MoveRow move_row(Store& store, std::int64_t id);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/cell.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace crm
{

/// One line of `stock reorder`: what runs short, and what to order from whom.
struct ReorderRow {
    std::int64_t product_id = 0;
    std::optional<std::int64_t> supplier_id; ///< the main supplier, if there is one
    std::string supplier_number;
    std::string supplier;
    std::string sku;
    std::string name;
    Quantity on_hand;
    Quantity reserved;
    Quantity on_order;
    Quantity reorder_at;
    std::optional<Quantity> order_up_to;
    Quantity quantity;
    std::string order;                  ///< number of the purchase order that was made of it
    std::string doubt;                  ///< why none can be made, a sentence
    std::string hint;                   ///< and what to do about it
    std::optional<UnitPrice> unit_cost; ///< the supplier's price, else what a unit usually costs
};

/// Those of cli.md 5; `order` only where orders were made.
std::span<const Column<ReorderRow>> reorder_columns(bool with_orders = false);

/// The products of which there is no more than `reorder_at`, counting what is reserved and on
/// order: filled up to `order_up_to`, without it to one unit more than `reorder_at`, so that it
/// does not run short at once, and not less than the supplier's least quantity. By supplier and
/// SKU, those without a supplier last.
std::vector<ReorderRow> reorder_proposal(Store& store);

} // namespace crm

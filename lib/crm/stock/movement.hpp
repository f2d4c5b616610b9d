// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/base/money.hpp"
#include "crm/stock/product.hpp"
#include "crm/stock/worth.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

// Stock is the sum of movements, never a number that someone edits. Each movement keeps its cost:
// receipts what was paid, issues the moving average of their day (average.hpp).

enum class MovementKind { opening, receipt, issue, transfer, delivery, return_, count, reversal };

/// Its key: "opening", "return". What takes a transfer back is one itself.
std::string_view to_string(MovementKind kind);

/// What is to be booked.
struct Booking {
    std::int64_t product_id = 0;
    std::int64_t location_id = 0;
    Quantity quantity; ///< above 0 comes in, below 0 goes out
    /// What all of it cost, above 0 either way, or what a unit did. Without both goods that come in
    /// have no known cost, goods that go out the moving average.
    std::optional<Worth> worth;
    std::optional<UnitPrice> unit_cost;
    MovementKind kind = MovementKind::receipt;
    LocalTime at;
    std::string lot;                 ///< none: goods that go out are taken from what expires first
    std::optional<Date> best_before; ///< without a lot, the goods are those of this day
    std::string reason;
    std::optional<std::int64_t> delivery_line_id;
    std::optional<std::int64_t> count_line_id;
    std::optional<std::int64_t> returns_id; ///< the movement whose goods come back, or taken back
    Worth correction; ///< of what goes out: what the movement taken back had corrected, below 0
};

/// What was booked; goods of several lots are a movement each.
struct Booked {
    std::int64_t id = 0;
    Quantity quantity;
    std::optional<Worth> worth; ///< below 0: went out; nothing: not known
    std::string lot;
    std::optional<Date> best_before;
    std::int64_t returns_id = 0; ///< the movement that it takes back, or whose goods came back
};

// The following work inside the caller's transaction and keep the sums right.

/// Books a movement. Rejected: a product without stock, a receipt of an archived one, less than
/// there is on that or any later day unless the product allows it, a time before the freeze of an
/// open count of those goods, a lot that keeps until another day, a worth that cannot be stored.
/// Goods that come back have the lot and the cost of what they return, unless others are given.
std::vector<Booked> book(Store& store, const Booking& booking);

/// What open orders of a product promise has changed.
void change_demand(Store& store, std::int64_t product_id, Quantity reserved, Quantity on_order);

/// The sums of a product over all locations.
struct ProductStock {
    Quantity on_hand;
    Quantity reserved;
    Quantity on_order;
    std::optional<UnitPrice> unit_cost; ///< moving average; nothing: not known
};

ProductStock product_stock(Store& store, std::int64_t product_id);

/// What lies at a location, over all lots or of one.
Quantity on_hand(Store& store, std::int64_t product_id, std::int64_t location_id);

} // namespace crm

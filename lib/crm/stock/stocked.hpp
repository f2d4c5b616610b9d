// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/stock/average.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace crm
{

// What every listing of stock reads: products by SKU with their kept sums, and, where a day of the
// past is asked for, their movements up to it.

/// A product that lies in stock, as it is kept.
struct StockedProduct {
    std::int64_t id = 0;
    std::string sku;
    std::string name;
    std::string group;
    std::string unit;
    std::optional<Quantity> reorder_at;
    std::optional<UnitPrice> market; ///< the main supplier's price, else what a unit usually costs
    bool archived = false;
    AverageStock sums;
    Quantity reserved;
    Quantity on_order;
};

/// Hands over all products but services, by SKU, until `use` returns false. `group_key` leaves out
/// those of other groups.
void for_each_stocked(Store& store, const std::optional<std::string>& group_key,
                      const std::function<bool(const StockedProduct&)>& use);

/// One movement as a listing needs it.
struct Moved {
    std::int64_t id = 0;
    std::int64_t location_id = 0;
    std::string lot;
    std::optional<Date> best_before;
    Quantity quantity;
    std::optional<UnitPrice> unit_cost;
    bool transfer = false;
    std::optional<std::int64_t> returns_id;
};

/// The movements of a product up to the end of a day, in the order of recording.
void for_each_movement(Store& store, std::int64_t product_id, Date until,
                       const std::function<void(const Moved&)>& use);

/// What lies of a lot at a location.
struct StockLevel {
    std::int64_t location_id = 0;
    std::string lot;
    std::optional<Date> best_before;
    Quantity on_hand;
};

/// What was there at the end of a day, by location and lot, and the average of that day.
struct StockState {
    AverageStock sums;
    std::vector<StockLevel> levels;
};

StockState state_on(Store& store, std::int64_t product_id, Date day);

/// What lies where now.
std::vector<StockLevel> kept_levels(Store& store, std::int64_t product_id);

/// Whether the kept sums are those of the end of a day: nothing is booked for a later one.
bool kept_sums_hold(Store& store, Date day);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/stock/replay.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace crm
{

// What every listing of stock reads: products by SKU with their kept sums, or what there was of
// them on another day.

/// A product that lies in stock, as it is kept.
struct StockedProduct {
    std::int64_t id = 0;
    std::string sku;
    std::string name;
    std::string group;
    std::string unit;
    std::optional<Quantity> reorder_at;
    std::optional<UnitPrice> market; ///< the main supplier's price, else what a unit usually costs
    std::optional<std::int64_t> supplier_id; ///< the main one
    std::optional<Quantity> min_quantity;    ///< the least that it sells
    bool archived = false;
    AverageStock sums;
    Quantity reserved;
    Quantity on_order;
};

/// Hands over all products but services, by SKU, until `use` returns false. `group_key` leaves out
/// those of other groups.
void for_each_stocked(Store& store, const std::optional<std::string>& group_key,
                      const std::function<bool(const StockedProduct&)>& use);

/// The sums of a product as they are kept.
AverageStock kept_sums(Store& store, std::int64_t product_id);

/// What lies of a product where now.
std::vector<StockLevel> kept_levels(Store& store, std::int64_t product_id);

/// Whether the kept sums are those of the end of a day: nothing is booked for a later one.
bool kept_sums_hold(Store& store, Date day);

/// What there was at the end of a day: as it is kept if that holds, else from the movements.
class StockOnDay
{
  public:
    StockOnDay(Store& store, Date day);

    [[nodiscard]] AverageStock sums(const StockedProduct& product) const;
    [[nodiscard]] std::vector<StockLevel> levels(const StockedProduct& product) const;

  private:
    Store& store_;
    std::optional<StockReplay> replay_;
};

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/stock/average.hpp"
#include "crm/stock/fifo.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace crm
{

/// What lies of a lot at a location.
struct StockLevel {
    std::int64_t location_id = 0;
    std::string lot; ///< empty: goods without a lot
    std::optional<Date> best_before;
    Quantity on_hand;

    bool operator==(const StockLevel&) const = default;
};

/// What there is of a product: in all and on average, and by location and lot.
struct StockState {
    AverageStock sums;
    std::vector<StockLevel> levels;
};

/// Movements gone through once more, in one pass over the table; pairs of what was taken back and
/// what took it back lie where they do, but are left out of the sums. What it keeps grows with
/// products and lots, not with movements.
class StockReplay
{
  public:
    /// Up to the end of a day; without one all of them.
    StockReplay(Store& store, std::optional<Date> until);

    /// Of a product that never moved there is nothing.
    [[nodiscard]] const StockState& state(std::int64_t product_id) const;
    [[nodiscard]] const std::unordered_map<std::int64_t, StockState>& states() const
    {
        return states_;
    }

  private:
    std::unordered_map<std::int64_t, StockState> states_;
};

/// The same for layers, first in, first out; transfers and what was taken back are no movements
/// there.
class LayerReplay
{
  public:
    LayerReplay(Store& store, Date until);
    [[nodiscard]] const FifoLayers& layers(std::int64_t product_id) const;

  private:
    std::unordered_map<std::int64_t, FifoLayers> layers_;
};

} // namespace crm

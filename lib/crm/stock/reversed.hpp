// SPDX-License-Identifier: MIT
#pragma once

#include "crm/stock/average.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace crm
{

/// What was taken back until a day, with the movements that took it back: the books are as if
/// neither had been. They are few, and read before the movements are gone through.
class Reversed
{
  public:
    /// Of a product, or of all; without a day of all days.
    Reversed(Store& store, std::optional<std::int64_t> product_id, std::optional<Date> until);

    /// What the books still have to do of a movement; nothing: it counts as any other. What took
    /// another one back keeps what it was worth more or less: goods that leave last take the rest.
    [[nodiscard]] std::optional<Worth> left(std::int64_t movement_id) const;
    [[nodiscard]] bool contains(std::int64_t movement_id) const
    {
        return left(movement_id).has_value();
    }

  private:
    struct Entry {
        std::int64_t movement_id;
        Worth left;
    };
    std::vector<Entry> entries_; ///< by movement
};

/// Whether something of the product was taken back after the end of a day, or at all.
bool reversed_after(Store& store, std::int64_t product_id, std::optional<Date> day);

} // namespace crm

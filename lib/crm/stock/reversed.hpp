// SPDX-License-Identifier: MIT
#pragma once

#include "crm/stock/average.hpp"
#include "crm/store/store.hpp"

#include <cstddef>
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
    /// The same for one who goes through all movements, in the order of recording.
    std::optional<Worth> next(std::int64_t movement_id)
    {
        while (next_ < entries_.size() && entries_[next_].movement_id < movement_id)
            ++next_;
        if (next_ == entries_.size() || entries_[next_].movement_id != movement_id)
            return std::nullopt;
        return entries_[next_].left;
    }

  private:
    struct Entry {
        std::int64_t movement_id;
        Worth left;
    };
    std::vector<Entry> entries_; ///< by movement
    std::size_t next_ = 0;
};

/// Whether something of the product was taken back after the end of a day, or at all.
bool reversed_after(Store& store, std::int64_t product_id, std::optional<Date> day);

} // namespace crm

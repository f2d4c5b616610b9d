// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/stock/worth.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace crm
{

/// What the books have of a lot at a place.
struct FrozenLine {
    std::int64_t product_id = 0;
    std::int64_t location_id = 0;
    std::string lot;
    Quantity book;
};

/// Adds lines to a count, inside the caller's transaction, with what the goods were worth at the
/// end of its day: differences are valued and booked at that. Goods of which nothing was there cost
/// what they did last, or usually do.
class CountFreezer
{
  public:
    CountFreezer(Store& store, std::int64_t count_id, Date day)
        : store_(store), count_id_(count_id), day_(day)
    {
    }

    /// Returns the id of the line. Fastest if those of a product follow each other.
    std::int64_t add(const FrozenLine& line);

  private:
    void look_up(std::int64_t product_id);

    Store& store_;
    std::int64_t count_id_;
    Date day_;
    std::int64_t product_id_ = 0; ///< whose costs these are:
    Quantity on_hand_;
    std::optional<Worth> worth_; ///< of that, if something is there
    std::optional<UnitPrice> unit_cost_;
};

} // namespace crm

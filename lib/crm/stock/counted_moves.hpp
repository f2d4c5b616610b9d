// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace crm
{

/// Goods of which something was recorded for a time before a posted count of them.
struct CountedMove {
    std::string sku;
    std::string location;
    std::int64_t count_id = 0; ///< the latest one
    std::string counted_at;    ///< the moment that it is of
    Date day;                  ///< that of the movement
};

/// Those of movements recorded after one, each product once at each location; what a count booked
/// itself is none. Of a movement that is booked afterwards for the day of a count nobody knows at
/// what time it was.
std::vector<CountedMove> counted_moves_since(Store& store, std::int64_t movement_id, Date today);

} // namespace crm

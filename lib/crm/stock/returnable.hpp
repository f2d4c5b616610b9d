// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/money.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <vector>

namespace crm
{

/// A movement of a delivery whose goods may come back.
struct Returnable {
    std::int64_t movement_id = 0;
    std::int64_t location_id = 0;
    Quantity left; ///< what has not come back yet, above 0
    bool went_out = true;
};

/// The movements of a line of a delivery, the last first, as far as anything of them is left.
std::vector<Returnable> returnable_movements(Store& store, std::int64_t delivery_line_id);

} // namespace crm

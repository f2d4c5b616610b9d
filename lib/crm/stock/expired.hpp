// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/base/money.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace crm
{

/// Goods that were delivered or received after the day until which they keep.
struct ExpiredGoods {
    std::string sku;
    std::string lot;
    Date best_before;
    Quantity quantity;
    bool came_in = false;
};

/// The last movement recorded; 0 if there is none.
std::int64_t last_movement(Store& store);
/// Those of deliveries and receipts recorded after a movement.
std::vector<ExpiredGoods> expired_since(Store& store, std::int64_t movement_id);

} // namespace crm

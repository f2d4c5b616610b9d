// SPDX-License-Identifier: MIT
#pragma once

#include "crm/stock/average.hpp"
#include "crm/stock/lots.hpp"

namespace crm
{

// What a booking consists of, for those who book: book() and StockBook.

/// What a booking has to know of its product.
struct Goods {
    std::string sku;
    std::string group_key;
    bool stock = true;
    bool archived = false;
    bool allow_negative = false;
    std::optional<UnitPrice> usual_cost;
    AverageStock sums;
};

Goods goods_of(Store& store, std::int64_t product_id);

/// Rejected: nothing to move, a product without stock, a receipt of an archived one.
void check_goods(const Goods& goods, const Booking& booking);

/// Records the movement of one part and returns its id.
std::int64_t insert_movement(Store& store, const Booking& booking, const LotPart& part,
                             std::optional<UnitPrice> unit_cost);

/// Adds the part to what lies there.
void keep_level(Store& store, const Booking& booking, const LotPart& part);

void keep_sums(Store& store, std::int64_t product_id, const AverageStock& sums);

} // namespace crm

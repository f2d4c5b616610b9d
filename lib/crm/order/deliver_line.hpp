// SPDX-License-Identifier: MIT
#pragma once

#include "crm/order/delivered.hpp"
#include "crm/order/delivery.hpp"
#include "crm/stock/stock_book.hpp"

#include <optional>
#include <string>

namespace crm
{

/// Where goods go out or come in.
struct DeliveryPlace {
    std::int64_t location_id = 0;
    std::string lot;                 ///< without one: what expires first
    std::optional<Date> best_before; ///< of a lot that comes in
};

/// Records that so much of a line of an order is delivered, with its cost, and moves the goods if
/// they lie in stock. An order that is only recorded afterwards moves nothing, and what it cost
/// nobody knows. The order is left to the caller, who flushes the stock. Throws what book() throws.
DeliveredLine deliver_line(Store& store, StockBook& stock, const Order& order,
                           const OrderLine& line, const Delivery& delivery, Quantity quantity,
                           const DeliveryPlace& place);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/order/line_text.hpp"
#include "crm/order/order.hpp"
#include "crm/stock/product.hpp"

namespace crm
{

// What a line costs, and why. A price or discount that is given replaces all conditions. Without:
// the price that was agreed for the quantity, else the list price of a sale, or the price of the
// supplier and then the usual cost of a purchase; on any of them the discount that was agreed. What
// was agreed with a customer counts for sales alone. All of these are in the currency of the books:
// in another one a price has to be given. The line says what applied: `price 12.50 from 100 product
// HY-100 #7 | discount 10% group Hydraulik #3`, `price list`, `supplier price`, `cost`, or `given`.

/// A new line of an order, from its contact's conditions on its day. Throws not_found for an
/// unknown SKU; rejected if nothing says a price.
OrderLine priced_line(Store& store, const Order& order, const LineText& wanted);
/// The same if the product is at hand.
OrderLine priced_line(Store& store, const Order& order, const LineText& wanted,
                      const Product& product);

/// Prices a line anew after its quantity changed, unless price or discount were given.
void reprice(Store& store, const Order& order, OrderLine& line);

/// What a unit of a line costs, less its discount.
UnitPrice unit_price(const OrderLine& line);

/// Says of a line that its price or discount was given.
void mark_given(OrderLine& line);

} // namespace crm

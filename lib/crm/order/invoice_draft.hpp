// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/document.hpp"
#include "crm/openitems/parts.hpp"
#include "crm/order/delivered.hpp"
#include "crm/order/order.hpp"

#include <string>

namespace crm
{

/// An invoice for an order, without lines yet; one for a purchase bears the supplier's number.
Document invoice_for(const Order& order, Date day, const std::string& supplier_number);

/// So much of a line of a delivery on an invoice, at the price of the order, the rate of tax of the
/// day of the delivery, and the cost of the goods. `before` is what of the line of the order is
/// invoiced already.
DocumentLine invoice_line(Store& store, const Order& order, const OrderLine& line,
                          const LinePart& before, const DeliveredLine& delivered,
                          Quantity quantity);

} // namespace crm

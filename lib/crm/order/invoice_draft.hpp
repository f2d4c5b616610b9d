// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/document.hpp"
#include "crm/openitems/parts.hpp"
#include "crm/order/delivered.hpp"
#include "crm/order/order.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// The one of these for a line of the order.
TaxCase case_for(const Order& order, const OrderLine& line, const TaxCases& cases);

/// A sentence if a line that is delivered will be taxed otherwise than the order says.
std::optional<std::string> doubt_about_tax(const Order& order, const OrderLine& line,
                                           const TaxCases& cases, const std::string& delivery);

/// An invoice for an order, without lines yet; one for a purchase bears the supplier's number.
Document invoice_for(const Order& order, Date day, const std::string& supplier_number);

/// So much of a line of a delivery on an invoice, at the price of the order, the rate of tax of the
/// day of the delivery if it is taxed at home, and the cost of the goods. `before` is what of the
/// line of the order is invoiced already.
DocumentLine invoice_line(Store& store, const OrderLine& line, const LinePart& before,
                          const DeliveredLine& delivered, Quantity quantity, TaxCase tax_case);

/// Gives an invoice the lines, and the case of those that words share the lot of, without any of
/// these that of its first line.
void set_lines(Document& document, const Order& order, std::vector<DocumentLine> lines);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/contact.hpp"
#include "crm/order/line_text.hpp"
#include "crm/order/order.hpp"

#include <span>
#include <string>
#include <vector>

namespace crm
{

// How a new order comes about. All work inside the caller's transaction.

/// An order as its contact's master data and conditions make it on a day: draft, manager, terms
/// and currency are set, lines are still to come. Rejected for the own company.
Order order_for(Store& store, OrderKind kind, const Contact& contact, Date day);

/// Says for whom of a company it is. Rejected unless the person is the contact or works there on
/// the day of the order.
void set_person(Store& store, Order& order, const Contact& person);

/// Prices the lines and adds them. Throws what priced_line throws.
void add_lines(Store& store, Order& order, std::span<const LineText> lines);

/// What speaks against an order without forbidding it, in sentences: its contact or a product is
/// archived.
std::vector<std::string> doubts_about(Store& store, const Order& order);

} // namespace crm

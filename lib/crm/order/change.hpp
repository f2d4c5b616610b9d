// SPDX-License-Identifier: MIT
#pragma once

#include "crm/order/order.hpp"

#include <string>

namespace crm
{

// What becomes of an order. Each works inside the caller's transaction, leaves an entry in the log
// at the time given, and is rejected if the order is past it. What binds makes the contact a
// customer or supplier, and is rejected beyond the credit limit unless forced.

/// Makes a draft an order that binds.
void confirm_order(Store& store, Order& order, LocalTime at, bool force);

/// The confirmed order, with a number of its own, that a quote became on a day. Lines, prices and
/// terms are those of the quote.
Order accept_quote(Store& store, Order& quote, Date day, LocalTime at, bool force);

/// A quote of which nothing came, and why.
void lose_quote(Store& store, Order& quote, const std::string& reason, LocalTime at);

/// Gives up what is not delivered yet. Rejected if nothing is open.
void cancel_order(Store& store, Order& order, const std::string& reason, LocalTime at);

/// Throws rejected for an order whose lines are fixed.
void check_open_to_change(const Order& order);

} // namespace crm

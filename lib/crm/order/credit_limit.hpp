// SPDX-License-Identifier: MIT
#pragma once

#include "crm/order/order.hpp"

namespace crm
{

/// What a customer owes and is about to owe, gross.
struct Credit {
    Money limit;       ///< the condition of the contact, or of the company where it mainly works
    Money open_items;  ///< invoiced and not paid
    Money open_orders; ///< of other orders that bind: what is not invoiced yet
    Money order;       ///< this one

    [[nodiscard]] Money used() const { return open_items + open_orders + order; }
};

/// Where a sale would leave its customer; nothing without a limit on the day of the order, or for
/// an order in another currency than that of the books. A limit of a company covers its people,
/// too.
std::optional<Credit> credit_of(Store& store, const Order& order);

/// Throws rejected for an order that goes beyond the limit.
void check_credit_limit(Store& store, const Order& order);

/// What of a customer with a limit is open or ordered in other currencies, in a sentence: it is not
/// counted. Nothing if there is none of it.
std::optional<std::string> doubt_about_credit(Store& store, const Order& order);

} // namespace crm

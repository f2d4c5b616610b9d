// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/contact.hpp"
#include "crm/order/order.hpp"

#include <optional>
#include <string>

namespace crm
{

/// Which orders a list takes; what is not set takes all.
struct OrderFilter {
    std::optional<Contact> contact;    ///< a person's are also those that were placed for a company
    std::optional<std::int64_t> order; ///< this one alone
    std::optional<OrderKind> kind;
    std::optional<OrderStatus> status;
    std::optional<Date> since; ///< by the day of the order, both included
    std::optional<Date> until;
    bool open = false; ///< those that bind and are not delivered and invoiced whole
};

/// The condition for `order_head AS o`, with WHERE, and its values. Conditions stand in the text
/// only where they are asked for, so that their index is used.
std::string filter_sql(const OrderFilter& filter);
void bind_filter(Statement& query, const OrderFilter& filter);

} // namespace crm

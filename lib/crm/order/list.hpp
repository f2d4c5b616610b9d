// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/cell.hpp"
#include "crm/order/filter.hpp"

#include <functional>
#include <span>
#include <string>

namespace crm
{

/// One line of `order list`; what has words is written by its key.
struct OrderRow {
    std::string number;
    std::string kind;
    std::optional<Date> date;
    std::string contact_number;
    std::string contact;
    std::string status;
    Money net;
    Money tax;
    std::string currency;
    std::string reference;
    std::string delivered;
    std::string invoiced;
    std::string manager; ///< staff code
};

std::span<const Column<OrderRow>> order_list_columns();

/// Hands over the orders by number, until `use` returns false.
void list_orders(Store& store, const OrderFilter& filter,
                 const std::function<bool(const OrderRow&)>& use);

} // namespace crm

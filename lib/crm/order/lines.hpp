// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/cell.hpp"
#include "crm/order/filter.hpp"

#include <functional>
#include <span>
#include <string>

namespace crm
{

/// One line of `order lines`; what has words is written by its key.
struct OrderLineRow {
    std::string order; ///< its number
    std::int64_t line = 0;
    std::string kind;
    std::optional<Date> date;
    std::string contact_number;
    std::string sku; ///< empty for words and freight
    std::string text;
    Quantity quantity;
    Quantity delivered;
    Quantity invoiced;
    UnitPrice price;
    Rate discount;
    Money net;
    std::string tax; ///< class: its rate is that of the day of each delivery
    std::string condition;
};

std::span<const Column<OrderLineRow>> order_line_columns();

/// Hands over the lines of the orders that the filter takes, by the order's number, until `use`
/// returns false.
void list_order_lines(Store& store, const OrderFilter& filter,
                      const std::function<bool(const OrderLineRow&)>& use);

} // namespace crm

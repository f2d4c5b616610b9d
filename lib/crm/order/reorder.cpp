// SPDX-License-Identifier: MIT
#include "crm/order/reorder.hpp"

#include "crm/base/error.hpp"
#include "crm/order/change.hpp"
#include "crm/order/place.hpp"
#include "crm/order/pricing.hpp"
#include "crm/stock/worth.hpp"

#include <map>
#include <vector>

namespace crm
{

namespace
{

/// What a unit of so much would cost in an order; nothing if that would need a price that is given.
std::optional<UnitPrice> order_price(Store& store, const Order& order, const ReorderRow& row)
{
    try {
        constexpr Quantity one{1000};
        const auto line =
            priced_line(store, order, {row.sku, row.quantity, std::nullopt, std::nullopt});
        return unit_cost_of(worth_of(one, line.price, line.discount), one);
    } catch (const Error&) {
        return std::nullopt;
    }
}

} // namespace

void price_proposed(Store& store, std::span<ReorderRow> proposed, Date day)
{
    std::optional<Order> order; // of one supplier after the other
    for (auto& row : proposed) {
        if (!row.supplier_id)
            continue;
        if (!order || order->contact_id != *row.supplier_id)
            order =
                order_for(store, OrderKind::purchase, contact_by_id(store, *row.supplier_id), day);
        if (const auto price = order_price(store, *order, row))
            row.unit_cost = price;
    }
}

void order_proposed(Store& store, std::span<ReorderRow> proposed, LocalTime at)
{
    std::map<std::int64_t, std::vector<ReorderRow*>> by_supplier;
    for (auto& row : proposed)
        if (row.supplier_id)
            by_supplier[*row.supplier_id].push_back(&row);
    for (const auto& [supplier, rows] : by_supplier) {
        auto order = order_for(store, OrderKind::purchase, contact_by_id(store, supplier), at.day);
        std::vector<LineText> lines;
        for (const auto* row : rows)
            lines.push_back({row->sku, row->quantity, std::nullopt, std::nullopt});
        add_lines(store, order, lines);
        insert_order(store, order);
        confirm_order(store, order, at, false);
        for (auto* row : rows)
            row->order = order.number;
    }
}

} // namespace crm

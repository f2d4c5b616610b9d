// SPDX-License-Identifier: MIT
#include "crm/order/reorder.hpp"

#include "crm/base/error.hpp"
#include "crm/order/change.hpp"
#include "crm/order/place.hpp"
#include "crm/order/pricing.hpp"

#include <map>
#include <vector>

namespace crm
{

namespace
{

/// What a unit of so much would cost in an order. If that would need a price that is given, the row
/// says so.
void price_row(Store& store, const Order& order, ReorderRow& row)
{
    try {
        row.unit_cost = unit_price(
            priced_line(store, order, {row.sku, row.quantity, std::nullopt, std::nullopt}));
    } catch (const Error& failure) {
        if (failure.kind != ErrorKind::rejected)
            throw;
        row.doubt = failure.what();
        row.hint = format("crm stock product supplier add {} {} --price AMOUNT", row.sku,
                          row.supplier_number);
    }
}

} // namespace

void price_proposed(Store& store, std::span<ReorderRow> proposed, Date day)
{
    std::optional<Order> order; // of one supplier after the other
    for (auto& row : proposed) {
        if (!row.supplier_id) {
            row.doubt = format("'{}' has no supplier", row.sku);
            row.hint = format("crm stock product supplier add {} CONTACT --price AMOUNT", row.sku);
            continue;
        }
        if (!order || order->contact_id != *row.supplier_id)
            order =
                order_for(store, OrderKind::purchase, contact_by_id(store, *row.supplier_id), day);
        price_row(store, *order, row);
    }
}

void order_proposed(Store& store, std::span<ReorderRow> proposed, LocalTime at)
{
    std::map<std::int64_t, std::vector<ReorderRow*>> by_supplier;
    for (auto& row : proposed)
        if (row.doubt.empty())
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

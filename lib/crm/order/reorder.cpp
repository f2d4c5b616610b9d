// SPDX-License-Identifier: MIT
#include "crm/order/reorder.hpp"

#include "crm/order/change.hpp"
#include "crm/order/place.hpp"

#include <map>
#include <vector>

namespace crm
{

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

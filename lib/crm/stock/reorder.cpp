// SPDX-License-Identifier: MIT
#include "crm/stock/reorder.hpp"

#include "crm/stock/stored.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

using Row = ReorderRow;

constexpr std::array<Column<Row>, 12> columns = {{
    {"supplier_number", "SUPPLIER NUMBER", Kind::text,
     [](const Row& r) { return text_cell(r.supplier_number); }},
    {"supplier", "SUPPLIER", Kind::text, [](const Row& r) { return text_cell(r.supplier); }},
    {"sku", "SKU", Kind::text, [](const Row& r) { return text_cell(r.sku); }},
    {"name", "NAME", Kind::text, [](const Row& r) { return text_cell(r.name); }},
    {"on_hand", "ON HAND", Kind::quantity, [](const Row& r) { return Cell(r.on_hand); }},
    {"reserved", "RESERVED", Kind::quantity, [](const Row& r) { return Cell(r.reserved); }},
    {"on_order", "ON ORDER", Kind::quantity, [](const Row& r) { return Cell(r.on_order); }},
    {"reorder_at", "REORDER AT", Kind::quantity, [](const Row& r) { return Cell(r.reorder_at); }},
    {"order_up_to", "ORDER UP TO", Kind::quantity,
     [](const Row& r) { return cell(r.order_up_to); }},
    {"quantity", "QUANTITY", Kind::quantity, [](const Row& r) { return Cell(r.quantity); }},
    {"unit_cost", "UNIT COST", Kind::unit_price, [](const Row& r) { return cell(r.unit_cost); }},
    {"order", "ORDER", Kind::text, [](const Row& r) { return text_cell(r.order); }},
}};

constexpr const char* short_goods = R"sql(
    SELECT p.id, c.id, c.number, c.name, p.sku, p.name, coalesce(i.on_hand, 0),
           coalesce(i.reserved, 0), coalesce(i.on_order, 0), p.reorder_at, p.order_up_to,
           coalesce(s.price, p.cost, i.unit_cost), s.min_quantity
      FROM product AS p
      LEFT JOIN product_stock_index AS i ON i.product_id = p.id
      LEFT JOIN product_supplier AS s ON s.product_id = p.id AND s.main = 1
      LEFT JOIN contact AS c ON c.id = s.contact_id
     WHERE p.stock = 1 AND p.archived_on IS NULL
       AND coalesce(i.on_hand, 0) - coalesce(i.reserved, 0) + coalesce(i.on_order, 0)
           <= p.reorder_at
     ORDER BY c.number_key IS NULL, c.number_key, p.sku_key)sql";

} // namespace

std::span<const Column<ReorderRow>> reorder_columns(bool with_orders)
{
    return std::span(columns).first(columns.size() - (with_orders ? 0 : 1));
}

std::vector<ReorderRow> reorder_proposal(Store& store)
{
    constexpr Quantity one_unit{1000};
    auto query = store.prepare(short_goods);
    std::vector<ReorderRow> rows;
    while (query.step()) {
        Row row;
        row.product_id = query.integer(0);
        row.supplier_id = query.optional_integer(1);
        row.supplier_number = query.text(2);
        row.supplier = query.text(3);
        row.sku = query.text(4);
        row.name = query.text(5);
        row.on_hand = Quantity{query.integer(6)};
        row.reserved = Quantity{query.integer(7)};
        row.on_order = Quantity{query.integer(8)};
        row.reorder_at = Quantity{query.integer(9)};
        row.order_up_to = stored_quantity(query, 10);
        row.unit_cost = stored_price(query, 11);
        const auto expected = row.on_hand - row.reserved + row.on_order;
        const auto missing = row.order_up_to.value_or(row.reorder_at + one_unit) - expected;
        if (missing <= Quantity{}) // as full as it is to be, though that is no more than reorder_at
            continue;
        row.quantity = std::max(missing, stored_quantity(query, 12).value_or(Quantity{}));
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace crm

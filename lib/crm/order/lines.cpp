// SPDX-License-Identifier: MIT
#include "crm/order/lines.hpp"

#include <array>

namespace crm
{

namespace
{

constexpr const char* select_rows = R"sql(
    SELECT o.number, l.position, o.kind, o.date, c.number, p.sku, l.text, l.quantity, l.delivered,
           l.invoiced, l.price, l.discount, l.net, l.tax, l.condition
      FROM order_head AS o
      JOIN contact AS c ON c.id = o.contact_id
      JOIN order_line AS l ON l.order_id = o.id
      LEFT JOIN products AS p ON p.id = l.product_id)sql";

void read_row(const Statement& query, OrderLineRow& row)
{
    row.order = query.text(0);
    row.line = query.integer(1);
    row.kind = query.text(2);
    row.date = query.date(3);
    row.contact_number = query.text(4);
    row.sku = query.text(5);
    row.text = query.text(6);
    row.quantity = {query.integer(7)};
    row.delivered = {query.integer(8)};
    row.invoiced = {query.integer(9)};
    row.price = {query.integer(10)};
    row.discount = {query.integer(11)};
    row.net = query.money(12);
    row.tax = query.text(13);
    row.condition = query.text(14);
}

using Row = OrderLineRow;
constexpr std::array<Column<Row>, 15> columns = {{
    {"order", "ORDER", Kind::text, [](const Row& r) { return text_cell(r.order); }},
    {"line", "LINE", Kind::integer, [](const Row& r) { return Cell(r.line); }},
    {"kind", "KIND", Kind::text, [](const Row& r) { return text_cell(r.kind); }, detail},
    {"date", "DATE", Kind::date, [](const Row& r) { return cell(r.date); }},
    {"contact_number", "CONTACT NUMBER", Kind::text,
     [](const Row& r) { return text_cell(r.contact_number); }, detail},
    {"sku", "SKU", Kind::text, [](const Row& r) { return text_cell(r.sku); }},
    {"text", "TEXT", Kind::text, [](const Row& r) { return text_cell(r.text); }},
    {"quantity", "QUANTITY", Kind::quantity, [](const Row& r) { return Cell(r.quantity); }},
    {"delivered", "DELIVERED", Kind::quantity, [](const Row& r) { return Cell(r.delivered); },
     detail},
    {"invoiced", "INVOICED", Kind::quantity, [](const Row& r) { return Cell(r.invoiced); }, detail},
    {"price", "PRICE", Kind::unit_price, [](const Row& r) { return Cell(r.price); }},
    {"discount", "DISCOUNT", Kind::percent, [](const Row& r) { return Cell(r.discount); }, detail},
    {"net", "NET", Kind::money, [](const Row& r) { return Cell(r.net); }},
    {"tax", "TAX", Kind::text, [](const Row& r) { return text_cell(r.tax); }, detail},
    {"condition", "CONDITION", Kind::text, [](const Row& r) { return text_cell(r.condition); },
     detail},
}};

} // namespace

std::span<const Column<OrderLineRow>> order_line_columns()
{
    return columns;
}

void list_order_lines(Store& store, const OrderFilter& filter,
                      const std::function<bool(const OrderLineRow&)>& use)
{
    auto query =
        store.prepare(select_rows + filter_sql(filter) + " ORDER BY o.number_key, l.position");
    bind_filter(query, filter);
    OrderLineRow row; // one for all, so that its strings keep their room
    while (query.step()) {
        read_row(query, row);
        if (!use(row))
            return;
    }
}

} // namespace crm

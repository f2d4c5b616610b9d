// SPDX-License-Identifier: MIT
#include "crm/order/list.hpp"

#include <array>

namespace crm
{

namespace
{

constexpr const char* select_rows = R"sql(
    SELECT o.number, o.kind, o.date, c.number, c.name, o.status, o.net, o.tax_amount, o.currency,
           o.reference, o.delivered, o.invoiced, m.code
      FROM order_head AS o
      JOIN contact AS c ON c.id = o.contact_id
      LEFT JOIN staff AS m ON m.contact_id = o.manager_id)sql";

void read_row(const Statement& query, OrderRow& row)
{
    row.number = query.text(0);
    row.kind = query.text(1);
    row.date = query.date(2);
    row.contact_number = query.text(3);
    row.contact = query.text(4);
    row.status = query.text(5);
    row.net = query.money(6);
    row.tax = query.money(7);
    row.currency = query.text(8);
    row.reference = query.text(9);
    row.delivered = query.text(10);
    row.invoiced = query.text(11);
    row.manager = query.text(12);
}

using Row = OrderRow;
constexpr std::array<Column<Row>, 14> columns = {{
    {"number", "NUMBER", Kind::text, [](const Row& r) { return text_cell(r.number); }},
    {"kind", "KIND", Kind::text, [](const Row& r) { return text_cell(r.kind); }},
    {"date", "DATE", Kind::date, [](const Row& r) { return cell(r.date); }},
    {"contact_number", "CONTACT NUMBER", Kind::text,
     [](const Row& r) { return text_cell(r.contact_number); }, detail},
    {"contact", "CONTACT", Kind::text, [](const Row& r) { return text_cell(r.contact); }},
    {"status", "STATUS", Kind::text, [](const Row& r) { return text_cell(r.status); }},
    {"net", "NET", Kind::money, [](const Row& r) { return Cell(r.net); }},
    {"tax", "TAX", Kind::money, [](const Row& r) { return Cell(r.tax); }, detail},
    {"gross", "GROSS", Kind::money, [](const Row& r) { return Cell(r.net + r.tax); }, detail},
    {"currency", "CURRENCY", Kind::text, [](const Row& r) { return text_cell(r.currency); },
     detail},
    {"reference", "REFERENCE", Kind::text, [](const Row& r) { return text_cell(r.reference); },
     detail},
    {"delivered", "DELIVERED", Kind::text, [](const Row& r) { return text_cell(r.delivered); },
     detail},
    {"invoiced", "INVOICED", Kind::text, [](const Row& r) { return text_cell(r.invoiced); },
     detail},
    {"manager", "MANAGER", Kind::text, [](const Row& r) { return text_cell(r.manager); }},
}};

} // namespace

std::span<const Column<OrderRow>> order_list_columns()
{
    return columns;
}

void list_orders(Store& store, const OrderFilter& filter,
                 const std::function<bool(const OrderRow&)>& use)
{
    auto query = store.prepare(select_rows + filter_sql(filter) + " ORDER BY o.number_key");
    bind_filter(query, filter);
    OrderRow row; // one for all, so that its strings keep their room
    while (query.step()) {
        read_row(query, row);
        if (!use(row))
            return;
    }
}

} // namespace crm

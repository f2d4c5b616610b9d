// SPDX-License-Identifier: MIT
#include "crm/stock/moves.hpp"

#include "crm/base/error.hpp"
#include "crm/stock/stored.hpp"

#include <array>

namespace crm
{

namespace
{

using std::chrono::days;

using Row = MoveRow;

constexpr std::array<Column<Row>, 9> columns = {{
    {"id", "ID", Kind::integer, [](const Row& r) { return Cell(r.id); }},
    {"at", "AT", Kind::time, [](const Row& r) { return text_cell(r.at); }},
    {"sku", "SKU", Kind::text, [](const Row& r) { return text_cell(r.sku); }},
    {"location", "LOCATION", Kind::text, [](const Row& r) { return text_cell(r.location); }},
    {"quantity", "QUANTITY", Kind::quantity, [](const Row& r) { return Cell(r.quantity); }},
    {"unit_cost", "UNIT COST", Kind::unit_price, [](const Row& r) { return cell(r.unit_cost); }},
    {"kind", "KIND", Kind::text, [](const Row& r) { return text_cell(r.kind); }},
    {"reference", "REFERENCE", Kind::text, [](const Row& r) { return text_cell(r.reference); }},
    {"staff", "STAFF", Kind::text, [](const Row& r) { return text_cell(r.staff); }},
}};

constexpr const char* select_rows = R"sql(
    SELECT m.id, m.at, p.sku, l.name, m.quantity, m.unit_cost, m.kind,
           coalesce(d.number, 'count ' || k.count_id,
                    'reverses ' || m.returns_id || coalesce(': ' || m.reason, ''), m.reason),
           s.code
      FROM movement AS m
      LEFT JOIN product AS p ON p.id = m.product_id -- so that movements are read in their order
      LEFT JOIN location AS l ON l.id = m.location_id
      LEFT JOIN delivery_line AS dl ON dl.id = m.delivery_line_id
      LEFT JOIN delivery AS d ON d.id = dl.delivery_id
      LEFT JOIN count_line AS k ON k.id = m.count_line_id
      LEFT JOIN staff AS s ON s.contact_id = m.staff_id)sql";

/// Conditions stand in the text only where they are asked for, so that their index is used.
std::string filter_sql(const MoveFilter& filter)
{
    std::string sql;
    const auto add = [&](std::string_view condition) {
        sql.append(sql.empty() ? " WHERE " : " AND ").append(condition);
    };
    if (filter.product_id)
        add("m.product_id = :product");
    if (filter.since)
        add("m.at >= :since");
    if (filter.until)
        add("m.at < :after");
    return sql;
}

Statement select_where(Store& store, std::string_view conditions)
{
    std::string sql = select_rows;
    return store.prepare(sql.append(conditions).append(" ORDER BY m.id"));
}

void read_row(const Statement& query, Row& row)
{
    row.id = query.integer(0);
    row.at = query.text(1);
    row.sku = query.text(2);
    row.location = query.text(3);
    row.quantity = Quantity{query.integer(4)};
    row.unit_cost = stored_price(query, 5);
    row.kind = query.text(6);
    row.reference = query.text(7);
    row.staff = query.text(8);
}

} // namespace

std::span<const Column<MoveRow>> move_columns()
{
    return columns;
}

void list_moves(Store& store, const MoveFilter& filter,
                const std::function<bool(const MoveRow&)>& use)
{
    auto query = select_where(store, filter_sql(filter));
    if (filter.product_id)
        query.bind(":product", *filter.product_id);
    if (filter.since)
        query.bind(":since", *filter.since);
    if (filter.until)
        query.bind(":after", *filter.until + days(1));
    Row row; // one for all, so that its strings keep their room
    while (query.step()) {
        read_row(query, row);
        if (!use(row))
            return;
    }
}

MoveRow move_row(Store& store, std::int64_t id)
{
    auto query = select_where(store, " WHERE m.id = :id");
    query.bind(":id", id);
    if (!query.step())
        throw error(ErrorKind::not_found, "there is no movement {}", id);
    Row row;
    read_row(query, row);
    return row;
}

} // namespace crm

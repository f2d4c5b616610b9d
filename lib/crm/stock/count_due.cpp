// SPDX-License-Identifier: MIT
#include "crm/stock/count_due.hpp"

#include <fmt/format.h>

#include <array>

namespace crm
{

namespace
{

using Row = DueRow;
constexpr std::array<Column<Row>, 7> columns = {{
    {"sku", "SKU", Kind::text, [](const Row& r) { return text_cell(r.sku); }},
    {"name", "NAME", Kind::text, [](const Row& r) { return text_cell(r.name); }},
    {"group", "GROUP", Kind::text, [](const Row& r) { return text_cell(r.group); }},
    {"unit", "UNIT", Kind::text, [](const Row& r) { return text_cell(r.unit); }},
    {"location", "LOCATION", Kind::text, [](const Row& r) { return text_cell(r.location); }},
    {"on_hand", "ON HAND", Kind::quantity, [](const Row& r) { return Cell(r.on_hand); }},
    {"last_counted", "LAST COUNTED", Kind::date, [](const Row& r) { return cell(r.last_counted); }},
}};

constexpr std::string_view select_due = R"sql(
    WITH counted AS (
        SELECT l.product_id, l.location_id, max(e.at) AS last, 
               max(e.at >= :first AND e.at < :after) AS this_year
          FROM stock_count AS k
          JOIN count_line AS l ON l.count_id = k.id
          JOIN count_entry AS e ON e.count_line_id = l.id
         WHERE k.status = 'posted'
         GROUP BY l.product_id, l.location_id),
    place AS (
        SELECT product_id, location_id, sum(on_hand) AS on_hand
          FROM stock_level_index
         GROUP BY product_id, location_id)
    SELECT p.sku, p.name, p.product_group, p.unit, o.name, i.on_hand, substr(c.last, 1, 10)
      FROM place AS i
      JOIN product AS p ON p.id = i.product_id
      JOIN location AS o ON o.id = i.location_id
      LEFT JOIN counted AS c ON c.product_id = p.id AND c.location_id = o.id
     WHERE p.stock = 1 AND coalesce(c.this_year, 0) = 0
       AND (i.on_hand <> (SELECT coalesce(sum(m.quantity), 0)
                            FROM movement AS m
                           WHERE m.product_id = p.id AND m.location_id = o.id
                             AND m.at >= :after)
            OR (EXISTS (SELECT 1 FROM movement AS m
                         WHERE m.product_id = p.id AND m.location_id = o.id
                           AND m.at >= :first AND m.at < :after)
                AND NOT EXISTS (SELECT 1 FROM counted AS e
                                 WHERE e.product_id = p.id AND e.this_year = 1)))
     ORDER BY p.sku_key, o.id)sql";

} // namespace

std::span<const Column<DueRow>> count_due_columns()
{
    return columns;
}

void list_count_due(Store& store, int year, const std::function<bool(const DueRow&)>& use)
{
    auto query = store.prepare(select_due);
    query.bind(":first", fmt::format("{:04}-01-01", year))
        .bind(":after", fmt::format("{:04}-01-01", year + 1));
    DueRow row;
    while (query.step()) {
        row.sku = query.text(0);
        row.name = query.text(1);
        row.group = query.text(2);
        row.unit = query.text(3);
        row.location = query.text(4);
        row.on_hand = Quantity{query.integer(5)};
        row.last_counted = query.date(6);
        if (!use(row))
            return;
    }
}

} // namespace crm

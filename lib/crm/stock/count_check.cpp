// SPDX-License-Identifier: MIT
#include "crm/stock/count_check.hpp"

#include "crm/base/money.hpp"
#include "crm/base/translate.hpp"

#include <array>
#include <string>

namespace crm
{

namespace
{

/// Reports each row that a query finds: count, SKU, and two quantities.
void report_quantities(
    Store& store, const Report& report, std::string_view sql,
    fmt::format_string<std::int64_t, std::string, std::string, std::string> msgid)
{
    auto query = store.prepare(sql);
    while (query.step())
        report(crm::format(msgid, query.integer(0), query.string(1),
                           to_string(Quantity{query.integer(2)}),
                           to_string(Quantity{query.integer(3)})));
}

void check_posted(Store& store, const Report& report)
{
    report_quantities(store, report, R"sql(
        WITH booked AS (
            SELECT count_line_id, sum(quantity) AS quantity
              FROM movement
             WHERE count_line_id IS NOT NULL
             GROUP BY count_line_id),
        wanted AS (
            SELECT l.id, l.count_id, p.sku_key, p.sku,
                   CASE WHEN k.status = 'posted' THEN coalesce(e.quantity - e.book, 0)
                        ELSE 0 END AS quantity
              FROM count_line AS l
              JOIN stock_count AS k ON k.id = l.count_id
              JOIN product AS p ON p.id = l.product_id
              LEFT JOIN count_entry AS e
                ON e.id = (SELECT max(id) FROM count_entry WHERE count_line_id = l.id))
        SELECT w.count_id, w.sku, coalesce(b.quantity, 0), w.quantity
          FROM wanted AS w
          LEFT JOIN booked AS b ON b.count_line_id = w.id
         WHERE coalesce(b.quantity, 0) <> w.quantity
         ORDER BY w.count_id, w.sku_key)sql",
                      "count {} of '{}' booked {}, where its difference is {}");
    report_quantities(store, report, R"sql(
        SELECT l.count_id, p.sku, m.quantity, 0
          FROM movement AS m
          JOIN count_line AS l ON l.id = m.count_line_id
          JOIN product AS p ON p.id = l.product_id
         WHERE (m.product_id, m.location_id, m.lot) IS NOT (l.product_id, l.location_id, l.lot)
         ORDER BY m.id)sql",
                      "count {} of '{}' booked {} elsewhere");
}

void check_books(Store& store, const Report& report)
{
    report_quantities(store, report, R"sql(
        SELECT * FROM (
            SELECT l.count_id, p.sku, l.book,
                   (SELECT coalesce(sum(m.quantity), 0)
                      FROM movement AS m
                     WHERE m.product_id = l.product_id AND m.location_id = l.location_id
                       AND m.lot = l.lot AND m.id <= k.last_movement
                       AND m.at < substr(k.at, 1, 10) || 'U') AS moved
              FROM stock_count AS k
              JOIN count_line AS l ON l.count_id = k.id
              JOIN product AS p ON p.id = l.product_id
             WHERE k.status = 'open')
         WHERE book <> moved
         ORDER BY 1, 2)sql",
                      "count {} has frozen '{}' at {}, where {} was there");
}

constexpr std::array<Check, 2> checks = {{
    {"counts", "a posted count booked its differences, others booked nothing", check_posted},
    {"count-books", "an open count has frozen what the books said then", check_books},
}};

} // namespace

std::span<const Check> count_checks()
{
    return checks;
}

} // namespace crm

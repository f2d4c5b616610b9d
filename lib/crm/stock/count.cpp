// SPDX-License-Identifier: MIT
#include "crm/stock/count.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/contact/staff.hpp"
#include "crm/stock/count_freeze.hpp"
#include "crm/store/closed_period.hpp"

#include <array>
#include <vector>

namespace crm
{

namespace
{

std::string after_day(LocalTime at)
{
    return to_string(at.day + std::chrono::days(1));
}

bool share_goods(const CountScope& a, const CountScope& b)
{
    return (!a.location || !b.location || a.location->id == b.location->id) &&
           (!a.group || !b.group || a.group->key == b.group->key);
}

void refuse_second_count(Store& store, const CountScope& scope)
{
    std::vector<std::int64_t> open;
    auto query = store.prepare("SELECT id FROM stock_count WHERE status = 'open' ORDER BY id");
    while (query.step())
        open.push_back(query.integer(0));
    for (const auto id : open)
        if (share_goods(count_by_id(store, id).scope, scope))
            throw error(ErrorKind::rejected, "count {} of the same goods is open", id)
                .with_hint("post or cancel it first");
}

/// A line for each lot that was there, one for each place where nothing is any more, and one for
/// goods that never were anywhere. Where the books stand now, less what moved on later days, is
/// where they stood then.
constexpr std::string_view frozen_sql = R"sql(
    WITH later AS (
        SELECT product_id, location_id, lot, sum(quantity) AS quantity
          FROM movement
         WHERE at >= :after
         GROUP BY product_id, location_id, lot),
    goods AS (
        SELECT p.id, p.archived_on IS NOT NULL AS archived
          FROM product AS p
         WHERE p.stock = 1 AND (:group IS NULL OR p.group_key = :group)),
    level AS (
        SELECT g.id AS product_id, l.location_id, l.lot, g.archived,
               l.on_hand - coalesce(t.quantity, 0) AS book
          FROM goods AS g
          JOIN stock_level_index AS l ON l.product_id = g.id
          LEFT JOIN later AS t ON t.product_id = l.product_id AND t.location_id = l.location_id
                              AND t.lot = l.lot
         WHERE :location IS NULL OR l.location_id = :location)
    SELECT product_id, location_id, lot, book FROM level WHERE book <> 0
    UNION ALL
    SELECT product_id, location_id, '', 0
      FROM level
     WHERE NOT archived
     GROUP BY product_id, location_id
    HAVING max(book <> 0) = 0
    UNION ALL
    SELECT g.id, coalesce(:location, :main), '', 0
      FROM goods AS g
     WHERE NOT g.archived
       AND NOT EXISTS (SELECT 1 FROM stock_level_index AS l WHERE l.product_id = g.id)
     ORDER BY 1, 2, 3)sql";

std::optional<std::int64_t> location_id(const CountScope& scope)
{
    return scope.location ? std::optional(scope.location->id) : std::nullopt;
}

void freeze(Store& store, std::int64_t count_id, const CountScope& scope, LocalTime at)
{
    auto query = store.prepare(frozen_sql);
    query.bind(":after", after_day(at))
        .bind(":location", location_id(scope))
        .bind(":main", find_location(store, main_location).id);
    if (scope.group)
        query.bind(":group", scope.group->key);
    CountFreezer freezer(store, count_id, at.day);
    bool any = false;
    for (; query.step(); any = true)
        freezer.add(
            {query.integer(0), query.integer(1), query.string(2), Quantity{query.integer(3)}});
    if (!any)
        throw error(ErrorKind::rejected, "there are no such goods to be counted");
}

std::int64_t insert_count(Store& store, const CountScope& scope, LocalTime at)
{
    auto insert = store.prepare(R"sql(
        INSERT INTO stock_count (location_id, product_group, at, last_movement, staff_id)
        VALUES (:location, :group, :at, (SELECT coalesce(max(id), 0) FROM movement), :staff))sql");
    insert.bind(":location", location_id(scope))
        .bind(":at", to_string(at))
        .bind(":staff", acting_staff(store));
    if (scope.group)
        insert.bind(":group", scope.group->name);
    insert.run();
    return store.last_id();
}

constexpr std::string_view select_rows = R"sql(
    SELECT k.id, k.at, l.name, k.product_group, k.status,
           (SELECT count(*) FROM count_line AS c WHERE c.count_id = k.id),
           (SELECT count(*) FROM count_line AS c
             WHERE c.count_id = k.id
               AND EXISTS (SELECT 1 FROM count_entry AS e WHERE e.count_line_id = c.id)),
           s.code
      FROM stock_count AS k
      LEFT JOIN location AS l ON l.id = k.location_id
      LEFT JOIN staff AS s ON s.contact_id = k.staff_id)sql";

CountRow read_row(const Statement& query)
{
    CountRow row;
    row.id = query.integer(0);
    row.at = query.text(1);
    row.location = query.text(2);
    row.group = query.text(3);
    row.status = query.text(4);
    row.lines = query.integer(5);
    row.counted = query.integer(6);
    row.staff = query.text(7);
    return row;
}

using Row = CountRow;
constexpr std::array<Column<Row>, 8> columns = {{
    {"id", "ID", Kind::integer, [](const Row& r) { return Cell(r.id); }},
    {"at", "AT", Kind::time, [](const Row& r) { return text_cell(r.at); }},
    {"location", "LOCATION", Kind::text, [](const Row& r) { return text_cell(r.location); }},
    {"group", "GROUP", Kind::text, [](const Row& r) { return text_cell(r.group); }},
    {"status", "STATUS", Kind::text, [](const Row& r) { return text_cell(r.status); }},
    {"lines", "LINES", Kind::integer, [](const Row& r) { return Cell(r.lines); }},
    {"counted", "COUNTED", Kind::integer, [](const Row& r) { return Cell(r.counted); }},
    {"staff", "STAFF", Kind::text, [](const Row& r) { return text_cell(r.staff); }},
}};

} // namespace

Count count_by_id(Store& store, std::int64_t id)
{
    auto query = store.prepare(R"sql(
        SELECT k.location_id, l.name, k.product_group, k.at, k.last_movement, k.status
          FROM stock_count AS k
          LEFT JOIN location AS l ON l.id = k.location_id
         WHERE k.id = :id)sql");
    query.bind(":id", id);
    if (!query.step())
        throw error(ErrorKind::not_found, "there is no count {}", id);
    Count count;
    count.id = id;
    if (!query.is_null(0))
        count.scope.location = Location{query.integer(0), query.string(1)};
    if (!query.is_null(2))
        count.scope.group = ProductGroup{query.string(2), lower(query.text(2))};
    count.at = parse_time(query.text(3), Date{});
    count.last_movement = query.integer(4);
    count.status = query.text(5);
    return count;
}

Count open_count(Store& store, std::int64_t id)
{
    auto count = count_by_id(store, id);
    if (count.status != "open")
        throw error(ErrorKind::rejected, "count {} is {}", id, tr(count.status.c_str()));
    return count;
}

std::int64_t start_count(Store& store, const CountScope& scope, LocalTime at)
{
    require_open_period(store, at.day); // nothing could be posted for it
    refuse_second_count(store, scope);
    const auto id = insert_count(store, scope, at);
    freeze(store, id, scope, at);
    return id;
}

void cancel_count(Store& store, std::int64_t id, LocalTime now)
{
    open_count(store, id);
    close_count(store, id, "cancelled", now);
}

void close_count(Store& store, std::int64_t id, std::string_view status, LocalTime now)
{
    store
        .prepare(R"sql(
            UPDATE stock_count SET status = :status, closed_at = :now, closed_by_id = :staff
             WHERE id = :id)sql")
        .bind(":status", status)
        .bind(":now", to_string(now))
        .bind(":staff", acting_staff(store))
        .bind(":id", id)
        .run();
}

std::int64_t add_count_line(Store& store, const Count& count, std::int64_t product_id,
                            std::int64_t location_id, std::string_view lot)
{
    auto query = store.prepare(R"sql(
        SELECT coalesce(sum(quantity), 0)
          FROM movement
         WHERE product_id = :product AND location_id = :location AND lot = :lot
           AND id <= :last AND at < :after)sql");
    query.bind(":product", product_id)
        .bind(":location", location_id)
        .bind(":lot", lot)
        .bind(":last", count.last_movement)
        .bind(":after", after_day(count.at));
    query.step();
    return CountFreezer(store, count.id, count.at.day)
        .add({product_id, location_id, std::string(lot), Quantity{query.integer(0)}});
}

Quantity moved_since_freeze(Store& store, const Count& count, std::int64_t line_id, LocalTime until)
{
    auto query = store.prepare(R"sql(
        SELECT coalesce(sum(m.quantity), 0)
          FROM count_line AS l
          JOIN movement AS m ON m.product_id = l.product_id AND m.location_id = l.location_id
                            AND m.lot = l.lot
         WHERE l.id = :line AND m.at <= :until AND (m.id > :last OR m.at >= :after))sql");
    query.bind(":line", line_id)
        .bind(":until", to_string(until))
        .bind(":last", count.last_movement)
        .bind(":after", after_day(count.at));
    query.step();
    return Quantity{query.integer(0)};
}

std::span<const Column<CountRow>> count_columns()
{
    return columns;
}

void list_counts(Store& store, const std::function<bool(const CountRow&)>& use)
{
    std::string sql(select_rows);
    auto query = store.prepare(sql.append(" ORDER BY k.id"));
    while (query.step())
        if (!use(read_row(query)))
            return;
}

CountRow count_row(Store& store, std::int64_t id)
{
    std::string sql(select_rows);
    auto query = store.prepare(sql.append(" WHERE k.id = :id"));
    query.bind(":id", id);
    if (!query.step())
        throw error(ErrorKind::not_found, "there is no count {}", id);
    return read_row(query);
}

} // namespace crm

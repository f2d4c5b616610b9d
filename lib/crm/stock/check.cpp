// SPDX-License-Identifier: MIT
#include "crm/stock/check.hpp"

#include "crm/base/date.hpp"
#include "crm/base/error.hpp"
#include "crm/stock/movement.hpp"
#include "crm/stock/stocked.hpp"

#include <array>
#include <map>
#include <set>
#include <utility>

namespace crm
{

namespace
{

/// Whether a text is a local time just as movements have it.
bool is_time(std::string_view text)
{
    try {
        return to_string(parse_time(text, Date{})) == text;
    } catch (const Error&) {
        return false;
    }
}

std::string sku_of(Store& store, std::int64_t product_id)
{
    auto query = store.prepare("SELECT sku FROM product WHERE id = :id");
    query.bind(":id", product_id);
    return query.step() ? query.string(0) : std::to_string(product_id);
}

/// What can only be seen of each movement, in one pass.
void check_one_by_one(Store& store, const Report& report)
{
    std::map<std::pair<std::int64_t, std::string>, Quantity> on_the_way;
    auto query = store.prepare(
        "SELECT id, at, product_id, lot, quantity, kind = 'transfer' FROM movement ORDER BY id");
    while (query.step()) {
        if (!is_time(query.text(1)))
            report(format("movement {} has the time '{}', which is none", query.integer(0),
                          query.text(1)));
        if (query.boolean(5))
            on_the_way[{query.integer(2), query.string(3)}] += Quantity{query.integer(4)};
    }
    for (const auto& [goods, quantity] : on_the_way)
        if (quantity != Quantity{})
            report(format("what was moved of '{}' from place to place did not all arrive",
                          sku_of(store, goods.first)));
}

void check_movements(Store& store, const Report& report)
{
    report_rows(store, report, R"sql(
        SELECT m.id, p.sku
          FROM product AS p
         CROSS JOIN movement AS m -- in this order: few products are services
         WHERE p.stock = 0 AND m.product_id = p.id)sql",
                "movement {} is one of '{}', which does not lie in stock");
    report_rows(store, report, R"sql(
        SELECT id, kind FROM movement
         WHERE (kind = 'receipt' AND quantity < 0) OR (kind = 'issue' AND quantity > 0))sql",
                "movement {} is called {}, but goes the other way");
    report_rows(store, report, R"sql(
        SELECT m.id, r.id
          FROM movement AS m
          JOIN movement AS r ON r.id = m.returns_id
         WHERE m.product_id <> r.product_id OR m.quantity > 0 = r.quantity > 0)sql",
                "movement {} is no return of {}");
    report_rows(store, report, R"sql(
        SELECT m.id, r.id
          FROM movement AS m
          JOIN movement AS r ON r.id = m.returns_id
         WHERE (m.kind = 'reversal' OR (m.kind = 'transfer' AND r.kind = 'transfer'))
           AND (m.quantity <> -r.quantity OR m.location_id <> r.location_id OR m.lot <> r.lot))sql",
                "movement {} does not take back what {} moved");
    check_one_by_one(store, report);
}

void check_lot_days(Store& store, const Report& report)
{
    report_rows(store, report, R"sql(
        SELECT m.id, m.lot
          FROM lot_day AS d
          JOIN movement AS m
            ON m.product_id = d.product_id AND m.lot = d.lot AND m.id > d.last_movement
         WHERE m.best_before IS NOT d.best_before
           AND NOT EXISTS (SELECT 1 FROM lot_day AS n
                            WHERE n.product_id = d.product_id AND n.lot = d.lot AND n.id > d.id
                              AND n.last_movement < m.id)
         ORDER BY m.id)sql",
                "movement {} of lot '{}' does not say the day that was given to it");
}

void check_not_below(Store& store, const Report& report)
{
    report_rows(store, report, R"sql(
        SELECT DISTINCT p.sku, l.name
          FROM stock_level_index AS i
          JOIN product AS p ON p.id = i.product_id
          JOIN location AS l ON l.id = i.location_id
         WHERE i.on_hand < 0 AND p.allow_negative = 0)sql",
                "the stock of '{}' at {} is below 0");
}

/// Every product that moved, or of which something is kept.
std::set<std::int64_t> products_with_stock(Store& store, const StockReplay& replay)
{
    std::set<std::int64_t> ids;
    for (const auto& [id, state] : replay.states())
        ids.insert(id);
    auto kept = store.prepare("SELECT product_id FROM stock_level_index"
                              " UNION SELECT product_id FROM product_stock_index");
    while (kept.step())
        ids.insert(kept.integer(0));
    return ids;
}

void check_kept(Store& store, const Report& report)
{
    const StockReplay replay(store, std::nullopt);
    for (const auto id : products_with_stock(store, replay)) {
        const auto& wanted = replay.state(id);
        const auto kept = kept_sums(store, id);
        if (kept.on_hand != wanted.sums.on_hand)
            report(format("the stock of '{}' is kept as {}, but its movements make {}",
                          sku_of(store, id), to_string(kept.on_hand),
                          to_string(wanted.sums.on_hand)));
        else if (kept != wanted.sums)
            report(format("what the stock of '{}' is worth is not what its movements say",
                          sku_of(store, id)));
        if (kept_levels(store, id) != wanted.levels)
            report(format("where '{}' lies is not what its movements say", sku_of(store, id)));
    }
}

/// Cents are those by which the value of the stock falls: at most one away.
void check_delivery_costs(Store& store, const Report& report)
{
    report_rows(store, report, R"sql(
        SELECT p.sku, l.number
          FROM movement AS m
          JOIN delivery_lines AS l ON l.id = m.delivery_line_id
          JOIN product AS p ON p.id = m.product_id
         WHERE m.kind = 'delivery' AND m.quantity < 0
         GROUP BY l.id
        HAVING (count(m.worth) = count(*)) <> (l.cost IS NOT NULL)
            OR abs(l.cost * 100000 + sum(m.worth)) > 100000
         ORDER BY l.id)sql",
                "'{}' on {} does not cost what it was worth when it left");
}

constexpr std::array<Check, 5> checks = {{
    {"movements", "movements are those of goods, and go the way that they are called",
     check_movements},
    {"stock", "what lies where, and what it costs on average, is what the movements say",
     check_kept},
    {"lot-days", "a lot keeps until the day that was given to it", check_lot_days},
    {"delivery-costs", "what is delivered costs what the goods were worth", check_delivery_costs},
    {"stock-not-below", "no stock is below 0, unless the product allows it", check_not_below},
}};

} // namespace

std::span<const Check> stock_checks()
{
    return checks;
}

} // namespace crm

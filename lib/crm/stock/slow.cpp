// SPDX-License-Identifier: MIT
#include "crm/stock/slow.hpp"

#include "crm/stock/stocked.hpp"

#include <array>

namespace crm
{

namespace
{

using Row = SlowRow;

constexpr std::array<Column<Row>, 9> columns = {{
    {"sku", "SKU", Kind::text, [](const Row& r) { return text_cell(r.sku); }},
    {"name", "NAME", Kind::text, [](const Row& r) { return text_cell(r.name); }},
    {"group", "GROUP", Kind::text, [](const Row& r) { return text_cell(r.group); }},
    {"unit", "UNIT", Kind::text, [](const Row& r) { return text_cell(r.unit); }},
    {"on_hand", "ON HAND", Kind::quantity, [](const Row& r) { return Cell(r.on_hand); }},
    {"unit_cost", "UNIT COST", Kind::unit_price, [](const Row& r) { return cell(r.unit_cost); }},
    {"value", "VALUE", Kind::money, [](const Row& r) { return cell(r.value); }},
    {"last_out", "LAST OUT", Kind::date, [](const Row& r) { return cell(r.last_out); }},
    {"days_since", "DAYS SINCE", Kind::integer, [](const Row& r) { return cell(r.days_since); }},
}};

/// When something last went out to somebody.
std::optional<Date> last_out(Store& store, std::int64_t product_id)
{
    auto query = store.prepare(R"sql(
        SELECT substr(at, 1, 10)
          FROM movement
         WHERE product_id = :product AND kind IN ('issue', 'delivery') AND quantity < 0
           AND NOT EXISTS (SELECT 1 FROM movement AS r
                            WHERE r.returns_id = movement.id AND r.kind = 'reversal')
         ORDER BY at DESC LIMIT 1)sql");
    query.bind(":product", product_id);
    return query.step() ? query.date(0) : std::nullopt;
}

/// Whether there was some before a day. Opening stock was, whenever it was recorded.
bool was_there_before(Store& store, std::int64_t product_id, Date day)
{
    auto query = store.prepare(R"sql(
        SELECT 1
          FROM movement
         WHERE product_id = :product AND quantity > 0 AND (at < :day OR kind = 'opening')
         LIMIT 1)sql");
    query.bind(":product", product_id).bind(":day", day);
    return query.step();
}

} // namespace

std::span<const Column<SlowRow>> slow_columns()
{
    return columns;
}

void list_slow(Store& store, Date not_moved_since, Date today,
               const std::function<bool(const SlowRow&)>& use)
{
    for_each_stocked(store, std::nullopt, [&](const StockedProduct& product) {
        if (product.sums.on_hand <= Quantity{})
            return true;
        const auto out = last_out(store, product.id);
        if (out >= not_moved_since || !was_there_before(store, product.id, not_moved_since))
            return true;
        Row row{product.sku,
                product.name,
                product.group,
                product.unit,
                product.sums.on_hand,
                {},
                {},
                out,
                {}};
        row.unit_cost = product.sums.unit_cost;
        row.value = product.sums.value();
        if (out)
            row.days_since = (today - *out).count();
        return use(row);
    });
}

} // namespace crm

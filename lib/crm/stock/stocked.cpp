// SPDX-License-Identifier: MIT
#include "crm/stock/stocked.hpp"

#include "crm/stock/stored.hpp"

#include <map>

namespace crm
{

namespace
{

using std::chrono::days;

void read_stocked(const Statement& query, StockedProduct& product)
{
    product.id = query.integer(0);
    product.sku = query.text(1);
    product.name = query.text(2);
    product.group = query.text(3);
    product.unit = query.text(4);
    product.reorder_at = stored_quantity(query, 5);
    product.market = stored_price(query, 6);
    product.archived = query.boolean(7);
    product.sums = {Quantity{query.integer(8)}, stored_price(query, 9)};
    product.reserved = Quantity{query.integer(10)};
    product.on_order = Quantity{query.integer(11)};
}

} // namespace

void for_each_stocked(Store& store, const std::optional<std::string>& group_key,
                      const std::function<bool(const StockedProduct&)>& use)
{
    auto query = store.prepare(R"sql(
        SELECT p.id, p.sku, p.name, p.product_group, p.unit, p.reorder_at,
               coalesce(s.price, p.cost), p.archived_on IS NOT NULL,
               i.on_hand, i.unit_cost, i.reserved, i.on_order
          FROM product AS p
          LEFT JOIN product_stock_index AS i ON i.product_id = p.id
          LEFT JOIN product_supplier AS s ON s.product_id = p.id AND s.main = 1
         WHERE p.stock = 1 AND (:every OR p.group_key = :group)
         ORDER BY p.sku_key)sql");
    query.bind(":every", !group_key).bind(":group", group_key);
    StockedProduct product; // one for all, so that its strings keep their room
    while (query.step()) {
        read_stocked(query, product);
        if (!use(product))
            return;
    }
}

void for_each_movement(Store& store, std::int64_t product_id, Date until,
                       const std::function<void(const Moved&)>& use)
{
    auto query = store.prepare(R"sql(
        SELECT id, location_id, lot, best_before, quantity, unit_cost, kind = 'transfer', returns_id
          FROM movement
         WHERE product_id = :product AND at < :after
         ORDER BY id)sql");
    query.bind(":product", product_id).bind(":after", until + days(1));
    Moved moved;
    while (query.step()) {
        moved.id = query.integer(0);
        moved.location_id = query.integer(1);
        moved.lot = query.text(2);
        moved.best_before = query.date(3);
        moved.quantity = Quantity{query.integer(4)};
        moved.unit_cost = stored_price(query, 5);
        moved.transfer = query.boolean(6);
        moved.returns_id = query.optional_integer(7);
        use(moved);
    }
}

StockState state_on(Store& store, std::int64_t product_id, Date day)
{
    StockState state;
    std::map<std::pair<std::int64_t, std::string>, StockLevel> levels;
    for_each_movement(store, product_id, day, [&](const Moved& moved) {
        state.sums.move(moved.quantity, moved.unit_cost);
        auto& level = levels[{moved.location_id, moved.lot}];
        level.on_hand += moved.quantity;
        if (moved.best_before && (!level.best_before || *moved.best_before < *level.best_before))
            level.best_before = moved.best_before;
    });
    for (auto& [place, level] : levels) {
        level.location_id = place.first;
        level.lot = place.second;
        state.levels.push_back(level);
    }
    return state;
}

std::vector<StockLevel> kept_levels(Store& store, std::int64_t product_id)
{
    auto query = store.prepare(R"sql(
        SELECT location_id, lot, best_before, on_hand
          FROM stock_level_index WHERE product_id = :product
         ORDER BY location_id, lot)sql");
    query.bind(":product", product_id);
    std::vector<StockLevel> levels;
    while (query.step())
        levels.push_back(
            {query.integer(0), query.string(1), query.date(2), Quantity{query.integer(3)}});
    return levels;
}

bool kept_sums_hold(Store& store, Date day)
{
    auto query = store.prepare("SELECT 1 FROM movement WHERE at >= :after LIMIT 1");
    query.bind(":after", day + days(1));
    return !query.step();
}

} // namespace crm

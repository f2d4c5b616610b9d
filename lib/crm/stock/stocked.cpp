// SPDX-License-Identifier: MIT
#include "crm/stock/stocked.hpp"

#include "crm/stock/stored.hpp"

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
    product.sums = {Quantity{query.integer(8)}, Worth{query.integer(9)}, stored_price(query, 10),
                    std::nullopt};
    product.reserved = Quantity{query.integer(11)};
    product.on_order = Quantity{query.integer(12)};
    product.supplier_id = query.optional_integer(13);
    product.min_quantity = stored_quantity(query, 14);
}

} // namespace

void for_each_stocked(Store& store, const std::optional<std::string>& group_key,
                      const std::function<bool(const StockedProduct&)>& use)
{
    auto query = store.prepare(R"sql(
        SELECT p.id, p.sku, p.name, p.product_group, p.unit, p.reorder_at,
               coalesce(s.price, p.cost), p.archived_on IS NOT NULL,
               i.on_hand, i.worth, i.unit_cost, i.reserved, i.on_order,
               s.contact_id, s.min_quantity
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

AverageStock kept_sums(Store& store, std::int64_t product_id)
{
    auto query = store.prepare(R"sql(
        SELECT on_hand, worth, unit_cost, since
          FROM product_stock_index WHERE product_id = :product)sql");
    query.bind(":product", product_id);
    if (!query.step())
        return {};
    return {Quantity{query.integer(0)}, Worth{query.integer(1)}, stored_price(query, 2),
            query.date(3)};
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

StockOnDay::StockOnDay(Store& store, Date day) : store_(store)
{
    if (!kept_sums_hold(store, day))
        replay_.emplace(store, day);
}

AverageStock StockOnDay::sums(const StockedProduct& product) const
{
    return replay_ ? replay_->state(product.id).sums : product.sums;
}

std::vector<StockLevel> StockOnDay::levels(const StockedProduct& product) const
{
    return replay_ ? replay_->state(product.id).levels : kept_levels(store_, product.id);
}

} // namespace crm

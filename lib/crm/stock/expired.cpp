// SPDX-License-Identifier: MIT
#include "crm/stock/expired.hpp"

namespace crm
{

std::int64_t last_movement(Store& store)
{
    auto query = store.prepare("SELECT coalesce(max(id), 0) FROM movement");
    query.step();
    return query.integer(0);
}

std::vector<ExpiredGoods> expired_since(Store& store, std::int64_t movement_id)
{
    auto query = store.prepare(R"sql(
        SELECT p.sku, m.lot, m.best_before, m.quantity
          FROM movement AS m
          JOIN product AS p ON p.id = m.product_id
         WHERE m.id > :after AND m.kind IN ('delivery', 'receipt')
           AND m.best_before < substr(m.at, 1, 10)
         ORDER BY m.id)sql");
    query.bind(":after", movement_id);
    std::vector<ExpiredGoods> goods;
    while (query.step()) {
        const Quantity quantity{query.integer(3)};
        const bool came_in = quantity > Quantity{};
        goods.push_back({query.string(0), query.string(1), query.date(2).value_or(Date{}),
                         came_in ? quantity : -quantity, came_in});
    }
    return goods;
}

} // namespace crm

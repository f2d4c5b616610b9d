// SPDX-License-Identifier: MIT
#include "crm/stock/counted_moves.hpp"

namespace crm
{

std::vector<CountedMove> counted_moves_since(Store& store, std::int64_t movement_id, Date today)
{
    auto query = store.prepare(R"sql(
        SELECT p.sku, o.name, k.id, e.at, substr(m.at, 1, 10)
          FROM movement AS m
          JOIN count_line AS l ON l.product_id = m.product_id AND l.location_id = m.location_id
          JOIN stock_count AS k ON k.id = l.count_id AND k.status = 'posted'
          JOIN count_entry AS e
            ON e.id = (SELECT max(id) FROM count_entry WHERE count_line_id = l.id)
          JOIN product AS p ON p.id = m.product_id
          JOIN location AS o ON o.id = m.location_id
         WHERE m.id > :after AND m.count_line_id IS NULL
           AND (m.at <= e.at OR (m.at < :today AND m.at < substr(e.at, 1, 10) || 'U'))
         ORDER BY p.sku_key, o.name, e.at DESC, k.id DESC, m.at)sql");
    query.bind(":after", movement_id).bind(":today", today);
    std::vector<CountedMove> goods;
    while (query.step())
        if (goods.empty() || goods.back().sku != query.text(0) ||
            goods.back().location != query.text(1))
            goods.push_back({query.string(0), query.string(1), query.integer(2), query.string(3),
                             query.date(4).value_or(Date{})});
    return goods;
}

} // namespace crm

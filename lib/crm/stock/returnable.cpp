// SPDX-License-Identifier: MIT
#include "crm/stock/returnable.hpp"

namespace crm
{

std::vector<Returnable> returnable_movements(Store& store, std::int64_t delivery_line_id)
{
    auto query = store.prepare(R"sql(
        SELECT m.id, m.location_id, m.quantity,
               coalesce((SELECT sum(quantity) FROM movement WHERE returns_id = m.id), 0)
          FROM movement AS m
         WHERE m.delivery_line_id = :line
         ORDER BY m.id DESC)sql");
    query.bind(":line", delivery_line_id);
    std::vector<Returnable> found;
    while (query.step()) {
        const Quantity moved{query.integer(2)};
        const bool out = moved < Quantity{};
        const auto left = moved + Quantity{query.integer(3)};
        if (left != Quantity{})
            found.push_back({query.integer(0), query.integer(1), out ? -left : left, out});
    }
    return found;
}

} // namespace crm

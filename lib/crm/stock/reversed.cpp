// SPDX-License-Identifier: MIT
#include "crm/stock/reversed.hpp"

#include <algorithm>
#include <limits>

namespace crm
{

namespace
{

using std::chrono::days;

} // namespace

Reversed::Reversed(Store& store, std::optional<std::int64_t> product_id, std::optional<Date> until)
{
    auto query = store.prepare(R"sql(
        SELECT r.id, o.id,
               coalesce(r.worth, 0) + r.correction + coalesce(o.worth, 0) + o.correction
          FROM movement AS r
         CROSS JOIN movement AS o -- in this order: few are taken back
         WHERE r.kind = 'reversal' AND o.id = r.returns_id
           AND o.product_id = r.product_id AND o.quantity = -r.quantity
           AND r.product_id BETWEEN :first AND :last AND (:every OR (r.at < :after AND o.at < :after)))sql");
    query.bind(":first", product_id.value_or(0))
        .bind(":last", product_id.value_or(std::numeric_limits<std::int64_t>::max()))
        .bind(":every", !until);
    if (until)
        query.bind(":after", *until + days(1));
    while (query.step()) {
        entries_.push_back({query.integer(0), Worth{query.integer(2)}});
        entries_.push_back({query.integer(1), Worth{}});
    }
    std::ranges::sort(entries_, {}, &Entry::movement_id);
}

std::optional<Worth> Reversed::left(std::int64_t movement_id) const
{
    if (entries_.empty())
        return std::nullopt;
    const auto found = std::ranges::lower_bound(entries_, movement_id, {}, &Entry::movement_id);
    if (found == entries_.end() || found->movement_id != movement_id)
        return std::nullopt;
    return found->left;
}

bool reversed_after(Store& store, std::int64_t product_id, std::optional<Date> day)
{
    auto query = store.prepare(R"sql(
        SELECT 1 FROM movement
         WHERE product_id = :product AND kind = 'reversal' AND (:every OR at >= :after)
         LIMIT 1)sql");
    query.bind(":product", product_id).bind(":every", !day);
    if (day)
        query.bind(":after", *day + days(1));
    return query.step();
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/report/quotes.hpp"

#include "crm/store/store.hpp"

namespace crm
{

std::optional<Rate> QuoteFates::hit_rate() const
{
    return percent_of({accepted}, {accepted + gone});
}

QuoteFates quote_fates(Store& store, const Period& period, Date on)
{
    auto query = store.prepare(R"sql(
        SELECT count(CASE WHEN status = 'accepted' THEN 1 END),
               count(CASE WHEN status = 'lost' OR (status = 'quote' AND valid_until < :on) THEN 1 END)
          FROM orders
         WHERE kind = 'sale' AND historical = 0 AND date BETWEEN :first AND :last
           AND status IN ('accepted', 'lost', 'quote'))sql");
    query.bind(":on", on).bind(":first", period.first).bind(":last", period.last).step();
    return {query.integer(0), query.integer(1)};
}

} // namespace crm

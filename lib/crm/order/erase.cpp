// SPDX-License-Identifier: MIT
#include "crm/order/erase.hpp"

#include "crm/store/erasure.hpp"

#include <algorithm>
#include <vector>

namespace crm
{

namespace
{

using Ids = std::vector<std::int64_t>;

/// The orders of a contact, or that name a person there, that are not kept.
Ids orders_of(Store& store, std::int64_t contact_id, std::span<const std::int64_t> kept)
{
    auto query = store.prepare(R"sql(
        SELECT id FROM order_head WHERE contact_id = :contact OR person_id = :contact ORDER BY id)sql");
    query.bind(":contact", contact_id);
    Ids ids;
    while (query.step())
        if (std::ranges::find(kept, query.integer(0)) == kept.end())
            ids.push_back(query.integer(0));
    return ids;
}

/// What of an order says to whom something went.
struct Papers {
    Ids confirmed; ///< orders
    Ids deliveries;
};

void add_papers(Store& store, std::int64_t order_id, Papers& papers)
{
    auto query = store.prepare(R"sql(
        SELECT 1, order_id
          FROM order_confirmation
         WHERE order_id = :order AND coalesce(recipient, vat_id) IS NOT NULL
        UNION ALL
        SELECT 0, id
          FROM delivery
         WHERE order_id = :order AND coalesce(recipient, vat_id) IS NOT NULL)sql");
    query.bind(":order", order_id);
    while (query.step())
        (query.boolean(0) ? papers.confirmed : papers.deliveries).push_back(query.integer(1));
}

} // namespace

void erase_recipients(Store& store, std::int64_t contact_id, std::span<const std::int64_t> kept)
{
    Papers papers;
    for (const auto id : orders_of(store, contact_id, kept))
        add_papers(store, id, papers);
    for (const auto id : papers.confirmed)
        store
            .prepare("UPDATE order_confirmation SET recipient = NULL, vat_id = NULL"
                     " WHERE order_id = :order")
            .bind(":order", id)
            .run();
    for (const auto id : papers.deliveries)
        store.prepare("UPDATE delivery SET recipient = NULL, vat_id = NULL WHERE id = :id")
            .bind(":id", id)
            .run();
    erase_audit_values(store, "order_confirmation", papers.confirmed);
    erase_audit_values(store, "delivery", papers.deliveries);
}

} // namespace crm

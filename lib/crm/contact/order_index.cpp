// SPDX-License-Identifier: MIT
#include "crm/contact/order_index.hpp"

namespace crm
{

LastOrders last_orders(Store& store, std::int64_t contact_id)
{
    auto query = store.prepare(
        "SELECT last_sale, last_purchase FROM contact_order_index WHERE contact_id = :id");
    query.bind(":id", contact_id);
    return query.step() ? LastOrders{query.date(0), query.date(1)} : LastOrders{};
}

void set_last_orders(Store& store, std::int64_t contact_id, const LastOrders& days)
{
    if (!days.sale && !days.purchase) {
        store.prepare("DELETE FROM contact_order_index WHERE contact_id = :id")
            .bind(":id", contact_id)
            .run();
        return;
    }
    store
        .prepare(R"sql(
            INSERT INTO contact_order_index (contact_id, last_sale, last_purchase)
            VALUES (:id, :sale, :purchase)
            ON CONFLICT (contact_id) DO UPDATE
               SET last_sale = excluded.last_sale, last_purchase = excluded.last_purchase)sql")
        .bind(":id", contact_id)
        .bind(":sale", days.sale)
        .bind(":purchase", days.purchase)
        .run();
}

} // namespace crm

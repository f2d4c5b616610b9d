// SPDX-License-Identifier: MIT
#include "crm/order/merge.hpp"

#include "crm/order/order.hpp"

namespace crm
{

void merge_orders(Store& store, std::int64_t keep_id, std::int64_t drop_id)
{
    for (const char* sql : {"UPDATE order_head SET contact_id = :keep WHERE contact_id = :drop",
                            "UPDATE order_head SET person_id = :keep WHERE person_id = :drop"})
        store.prepare(sql).bind(":keep", keep_id).bind(":drop", drop_id).run();
    recompute_last_orders(store, keep_id);
    recompute_last_orders(store, drop_id);
}

} // namespace crm

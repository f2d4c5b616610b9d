// SPDX-License-Identifier: MIT
#include "crm/expired_deliveries.hpp"

#include "crm/stock/expired.hpp"

namespace crm
{

ExpiredDeliveries::ExpiredDeliveries(Store& store)
    : store_(store), last_before_(last_movement(store))
{
}

void ExpiredDeliveries::warn(const Context& ctx) const
{
    for (const auto& goods : expired_since(store_, last_before_))
        ctx.warn(format("{} of '{}' of lot '{}' went out, best before {}",
                        to_string(goods.quantity), goods.sku, goods.lot,
                        to_string(goods.best_before)));
}

} // namespace crm

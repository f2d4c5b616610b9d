// SPDX-License-Identifier: MIT
#include "crm/moved_goods.hpp"

#include "crm/stock/counted_moves.hpp"
#include "crm/stock/expired.hpp"

#include <algorithm>

namespace crm
{

namespace
{

constexpr std::size_t most_named = 5;

} // namespace

MovedGoods::MovedGoods(Store& store) : store_(store), last_before_(last_movement(store)) {}

void MovedGoods::warn_of_expired(const Context& ctx) const
{
    for (const auto& goods : expired_since(store_, last_before_)) {
        const auto quantity = to_string(goods.quantity);
        const auto day = to_string(goods.best_before);
        ctx.warn(goods.came_in ? format("{} of '{}' of lot '{}' came in, best before {}", quantity,
                                        goods.sku, goods.lot, day)
                               : format("{} of '{}' of lot '{}' went out, best before {}", quantity,
                                        goods.sku, goods.lot, day));
    }
}

void MovedGoods::warn_of_counted(const Context& ctx) const
{
    const auto goods = counted_moves_since(store_, last_before_, ctx.today());
    for (std::size_t place = 0; place < std::min(goods.size(), most_named); ++place) {
        const auto& [sku, location, count_id, at, day] = goods[place];
        ctx.warn(format("count {} counted '{}' at {} as of {}: what is booked for {} may be in it "
                        "already",
                        count_id, sku, location, at, to_string(day)));
    }
    if (goods.size() > most_named)
        ctx.warn(format("so may be what is booked of {} more", goods.size() - most_named));
}

void MovedGoods::warn(const Context& ctx) const
{
    warn_of_expired(ctx);
    warn_of_counted(ctx);
}

} // namespace crm

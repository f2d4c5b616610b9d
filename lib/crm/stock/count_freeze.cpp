// SPDX-License-Identifier: MIT
#include "crm/stock/count_freeze.hpp"

#include "crm/stock/booking_steps.hpp"
#include "crm/stock/day_sums.hpp"
#include "crm/stock/stored.hpp"

namespace crm
{

void CountFreezer::look_up(std::int64_t product_id)
{
    const auto goods = goods_of(store_, product_id);
    const auto sums = DaySums(store_, product_id, day_).on_day(goods.sums);
    const bool there = sums.on_hand > Quantity{};
    product_id_ = product_id;
    on_hand_ = sums.on_hand;
    worth_ = there ? sums.share(sums.on_hand) : std::nullopt;
    unit_cost_ = there || sums.unit_cost ? sums.unit_cost : goods.usual_cost;
}

std::int64_t CountFreezer::add(const FrozenLine& line)
{
    if (line.product_id != product_id_)
        look_up(line.product_id);
    auto insert = store_.prepare(R"sql(
        INSERT INTO count_line (count_id, product_id, location_id, lot, book, on_hand, worth,
                                unit_cost)
        VALUES (:count, :product, :location, :lot, :book, :on_hand, :worth, :cost))sql");
    insert.bind(":count", count_id_)
        .bind(":product", line.product_id)
        .bind(":location", line.location_id)
        .bind(":lot", line.lot)
        .bind(":book", line.book.thousandths)
        .bind(":on_hand", on_hand_.thousandths)
        .bind(":worth", worth_ ? std::optional(stored(*worth_)) : std::nullopt)
        .bind(":cost", stored(unit_cost_))
        .run();
    return store_.last_id();
}

} // namespace crm

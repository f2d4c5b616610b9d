// SPDX-License-Identifier: MIT
#include "crm/stock/movement.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/stock/booking_steps.hpp"
#include "crm/stock/stored.hpp"
#include "crm/store/closed_period.hpp"

#include <array>

namespace crm
{

namespace
{

constexpr std::array<std::string_view, 7> kinds = {"opening",  "receipt", "issue", "transfer",
                                                   "delivery", "return",  "count"};

/// The books of an open count stand as they were when it began.
void check_counts(Store& store, const Goods& goods, const Booking& booking)
{
    if (booking.kind == MovementKind::count)
        return;
    auto query = store.prepare(R"sql(
        SELECT id, at, product_group
          FROM stock_count
         WHERE status = 'open' AND at > :at AND (location_id IS NULL OR location_id = :location)
         ORDER BY id)sql");
    query.bind(":at", to_string(booking.at)).bind(":location", booking.location_id);
    while (query.step())
        if (query.is_null(2) || lower(query.text(2)) == goods.group_key)
            throw error(ErrorKind::rejected, "'{}' is being counted as of {}, after {}", goods.sku,
                        query.text(1), to_string(booking.at))
                .with_hint("post or cancel count {} first", query.integer(0));
}

/// Goods that come back are of the lot and cost that they had.
void complete_return(Store& store, Booking& booking)
{
    if (!booking.returns_id)
        return;
    auto query = store.prepare("SELECT lot, best_before, unit_cost FROM movement WHERE id = :id");
    query.bind(":id", *booking.returns_id);
    if (!query.step())
        throw error(ErrorKind::not_found, "there is no movement {}", *booking.returns_id);
    if (booking.lot.empty()) {
        booking.lot = query.text(0);
        booking.best_before = query.date(1);
    }
    if (!booking.unit_cost)
        booking.unit_cost = stored_price(query, 2);
}

} // namespace

std::string_view to_string(MovementKind kind)
{
    return kinds[static_cast<std::size_t>(kind)];
}

std::vector<Booked> book(Store& store, const Booking& wanted)
{
    auto booking = wanted;
    auto goods = goods_of(store, booking.product_id);
    check_goods(goods, booking);
    require_open_period(store, booking.at.day);
    check_counts(store, goods, booking);
    complete_return(store, booking);
    const bool goes_out = booking.quantity < Quantity{};
    // A count and a return are of just one lot, also if that is the goods without any.
    const bool lot_matters = !booking.lot.empty() || booking.count_line_id || booking.returns_id;
    std::vector<LotPart> parts;
    if (goes_out)
        parts = lots_to_take(store, booking, lot_matters, goods.allow_negative);
    else
        parts.push_back({booking.lot, booking.best_before, booking.quantity});
    std::vector<Booked> booked;
    for (const auto& part : parts) {
        const auto cost = booking.unit_cost || !goes_out ? booking.unit_cost : goods.sums.unit_cost;
        const auto id = insert_movement(store, booking, part, cost);
        keep_level(store, booking, part);
        goods.sums.move(part.quantity, cost);
        booked.push_back({id, part.quantity, cost, part.lot, part.best_before});
    }
    keep_sums(store, booking.product_id, goods.sums);
    return booked;
}

void change_demand(Store& store, std::int64_t product_id, Quantity reserved, Quantity on_order)
{
    store
        .prepare(R"sql(
            INSERT INTO product_stock_index (product_id, reserved, on_order)
            VALUES (:product, :reserved, :on_order)
            ON CONFLICT (product_id) DO UPDATE
               SET reserved = reserved + excluded.reserved,
                   on_order = on_order + excluded.on_order)sql")
        .bind(":product", product_id)
        .bind(":reserved", reserved.thousandths)
        .bind(":on_order", on_order.thousandths)
        .run();
}

ProductStock product_stock(Store& store, std::int64_t product_id)
{
    auto query = store.prepare(R"sql(
        SELECT on_hand, reserved, on_order, unit_cost
          FROM product_stock_index WHERE product_id = :product)sql");
    query.bind(":product", product_id);
    if (!query.step())
        return {};
    return {Quantity{query.integer(0)}, Quantity{query.integer(1)}, Quantity{query.integer(2)},
            stored_price(query, 3)};
}

Quantity on_hand(Store& store, std::int64_t product_id, std::int64_t location_id)
{
    auto query = store.prepare(R"sql(
        SELECT coalesce(sum(on_hand), 0)
          FROM stock_level_index WHERE product_id = :product AND location_id = :location)sql");
    query.bind(":product", product_id).bind(":location", location_id);
    query.step();
    return Quantity{query.integer(0)};
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/stock/movement.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/contact/staff.hpp"
#include "crm/stock/average.hpp"
#include "crm/stock/lots.hpp"
#include "crm/stock/stored.hpp"
#include "crm/store/closed_period.hpp"

#include <array>

namespace crm
{

namespace
{

constexpr std::array<std::string_view, 7> kinds = {"opening",  "receipt", "issue", "transfer",
                                                   "delivery", "return",  "count"};

/// What a booking has to know of its product.
struct Goods {
    std::string sku;
    std::string group_key;
    bool stock = true;
    bool archived = false;
    bool allow_negative = false;
    AverageStock sums;
};

Goods goods_of(Store& store, std::int64_t product_id)
{
    auto query = store.prepare(R"sql(
        SELECT p.sku, p.group_key, p.stock, p.archived_on IS NOT NULL, p.allow_negative,
               i.on_hand, i.unit_cost
          FROM product AS p
          LEFT JOIN product_stock_index AS i ON i.product_id = p.id
         WHERE p.id = :id)sql");
    query.bind(":id", product_id);
    if (!query.step())
        throw error(ErrorKind::not_found, "there is no product with the id {}", product_id);
    return {query.string(0),  query.string(1),
            query.boolean(2), query.boolean(3),
            query.boolean(4), {Quantity{query.integer(5)}, stored_price(query, 6)}};
}

void check_goods(const Goods& goods, const Booking& booking)
{
    if (booking.quantity == Quantity{})
        throw error(ErrorKind::rejected, "a movement of 0 of '{}' would move nothing", goods.sku);
    if (!goods.stock)
        throw error(ErrorKind::rejected, "'{}' does not lie in stock", goods.sku)
            .with_hint("a product without stock has no movements");
    if (goods.archived && booking.kind == MovementKind::receipt)
        throw error(ErrorKind::rejected, "'{}' is archived: it only goes out", goods.sku)
            .with_hint("crm stock product unarchive {}", goods.sku);
}

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

std::int64_t insert_movement(Store& store, const Booking& booking, const LotPart& part,
                             std::optional<UnitPrice> unit_cost)
{
    auto insert = store.prepare(R"sql(
        INSERT INTO movement (at, product_id, location_id, lot, best_before, quantity, unit_cost,
                              kind, reason, delivery_line_id, count_line_id, returns_id, staff_id)
        VALUES (:at, :product, :location, :lot, :best_before, :quantity, :cost, :kind, :reason,
                :delivery, :count, :returns, :staff))sql");
    insert.bind(":at", to_string(booking.at))
        .bind(":product", booking.product_id)
        .bind(":location", booking.location_id)
        .bind(":lot", part.lot)
        .bind(":best_before", part.best_before)
        .bind(":quantity", part.quantity.thousandths)
        .bind(":cost", stored(unit_cost))
        .bind(":kind", to_string(booking.kind))
        .bind_or_null(":reason", booking.reason)
        .bind(":delivery", booking.delivery_line_id)
        .bind(":count", booking.count_line_id)
        .bind(":returns", booking.returns_id)
        .bind(":staff", acting_staff(store));
    insert.run();
    return store.last_id();
}

void keep_level(Store& store, const Booking& booking, const LotPart& part)
{
    store
        .prepare(R"sql(
            INSERT INTO stock_level_index (product_id, location_id, lot, on_hand, best_before)
            VALUES (:product, :location, :lot, :quantity, :best_before)
            ON CONFLICT (product_id, location_id, lot) DO UPDATE
               SET on_hand = on_hand + excluded.on_hand,
                   best_before = CASE WHEN best_before IS NULL
                                        OR excluded.best_before < best_before
                                      THEN excluded.best_before ELSE best_before END)sql")
        .bind(":product", booking.product_id)
        .bind(":location", booking.location_id)
        .bind(":lot", part.lot)
        .bind(":quantity", part.quantity.thousandths)
        .bind(":best_before", part.best_before)
        .run();
}

void keep_sums(Store& store, std::int64_t product_id, const AverageStock& sums)
{
    store
        .prepare(R"sql(
            INSERT INTO product_stock_index (product_id, on_hand, unit_cost)
            VALUES (:product, :on_hand, :cost)
            ON CONFLICT (product_id) DO UPDATE
               SET on_hand = excluded.on_hand, unit_cost = excluded.unit_cost)sql")
        .bind(":product", product_id)
        .bind(":on_hand", sums.on_hand.thousandths)
        .bind(":cost", stored(sums.unit_cost))
        .run();
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

// SPDX-License-Identifier: MIT
#include "crm/stock/booking_steps.hpp"

#include "crm/base/error.hpp"
#include "crm/contact/staff.hpp"
#include "crm/stock/stored.hpp"

namespace crm
{

Goods goods_of(Store& store, std::int64_t product_id)
{
    auto query = store.prepare(R"sql(
        SELECT p.sku, p.group_key, p.stock, p.archived_on IS NOT NULL, p.allow_negative,
               p.cost, i.on_hand, i.worth, i.unit_cost, i.since
          FROM product AS p
          LEFT JOIN product_stock_index AS i ON i.product_id = p.id
         WHERE p.id = :id)sql");
    query.bind(":id", product_id);
    if (!query.step())
        throw error(ErrorKind::not_found, "there is no product with the id {}", product_id);
    return {query.string(0),
            query.string(1),
            query.boolean(2),
            query.boolean(3),
            query.boolean(4),
            stored_price(query, 5),
            {Quantity{query.integer(6)}, Worth{query.integer(7)}, stored_price(query, 8),
             query.date(9)}};
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

bool leaves_nothing(const AverageStock& books, Quantity units, Worth worth)
{
    const auto left = books.worth - worth;
    const auto share = books.share(books.on_hand - units);
    return left < Worth{} || (to_money(left) == Money{} && share && to_money(*share) > Money{});
}

void check_own_cost(const Goods& goods, const Booking& booking)
{
    const auto& books = goods.sums;
    const auto units = -booking.quantity;
    if (!books.unit_cost || units <= Quantity{} || books.on_hand < units || books.worth <= Worth{})
        return;
    if (booking.kind == MovementKind::reversal && booking.worth && books.on_hand > units &&
        leaves_nothing(books, units, *booking.worth))
        throw error(ErrorKind::rejected,
                    "goods went out at what movement {} of '{}' cost: without it the rest would be "
                    "worth nothing",
                    booking.returns_id.value_or(0), goods.sku)
            .with_hint("take back what went out since, and book it again afterwards");
    if (booking.kind != MovementKind::issue || !booking.unit_cost)
        return;
    const bool too_much = books.on_hand == units
                              ? *booking.unit_cost > unit_cost_of(books.worth, units)
                              : leaves_nothing(books, units, worth_of(units, *booking.unit_cost));
    if (too_much)
        throw error(ErrorKind::rejected, "{} of '{}' at {} would take all that {} are worth ({})",
                    to_string(units), goods.sku, to_string(*booking.unit_cost),
                    to_string(books.on_hand), to_string(to_money(books.worth)))
            .with_hint("a unit is worth {}: without --cost the goods go out at that",
                       to_string(*books.unit_cost));
}

bool takes_average(const Booking& booking)
{
    return booking.quantity < Quantity{} && !booking.worth && !booking.unit_cost;
}

MovedWorth moved_worth(const Booking& booking, const AverageStock& books,
                       const AverageStock& on_day)
{
    const bool goes_out = booking.quantity < Quantity{};
    const auto units = goes_out ? -booking.quantity : booking.quantity;
    auto worth = booking.worth;
    if (!worth && booking.unit_cost)
        worth = worth_of(units, *booking.unit_cost);
    if (goes_out)
        worth = worth_out(books, on_day, units, worth);
    if (!worth)
        return {};
    stored(*worth); // refuses what does not fit before anything is reckoned with it
    if (goes_out)
        return {-*worth, booking.correction};
    // What changes its place was not missing, and what is taken back never went.
    const bool corrects =
        booking.kind != MovementKind::transfer && booking.kind != MovementKind::reversal;
    return {worth, corrects ? correction_of(books, units, worth) : booking.correction};
}

std::int64_t insert_movement(Store& store, const Booking& booking, const LotPart& part,
                             const MovedWorth& moved)
{
    std::optional<std::int64_t> worth;
    std::optional<std::int64_t> unit_cost;
    if (moved.worth) {
        worth = stored(*moved.worth);
        unit_cost = unit_cost_of(*moved.worth, part.quantity).ten_thousandths;
    }
    auto insert = store.prepare_insert(R"sql(
        INSERT INTO movement (at, product_id, location_id, lot, best_before, quantity, worth,
                              correction, unit_cost, kind, reason, delivery_line_id, count_line_id,
                              returns_id, staff_id)
        VALUES (:at, :product, :location, :lot, :best_before, :quantity, :worth, :correction, :cost,
                :kind, :reason, :delivery, :count, :returns, :staff))sql");
    insert.bind(":at", to_string(booking.at))
        .bind(":product", booking.product_id)
        .bind(":location", booking.location_id)
        .bind(":lot", part.lot)
        .bind(":best_before", part.best_before)
        .bind(":quantity", part.quantity.thousandths)
        .bind(":worth", worth)
        .bind(":correction", stored(moved.correction))
        .bind(":cost", unit_cost)
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
            INSERT INTO product_stock_index (product_id, on_hand, worth, unit_cost, since)
            VALUES (:product, :on_hand, :worth, :cost, :since)
            ON CONFLICT (product_id) DO UPDATE
               SET on_hand = excluded.on_hand, worth = excluded.worth,
                   unit_cost = excluded.unit_cost, since = excluded.since)sql")
        .bind(":product", product_id)
        .bind(":on_hand", sums.on_hand.thousandths)
        .bind(":worth", stored(sums.worth))
        .bind(":cost", stored(sums.unit_cost))
        .bind(":since", sums.since)
        .run();
}

} // namespace crm

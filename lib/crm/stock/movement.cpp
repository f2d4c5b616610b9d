// SPDX-License-Identifier: MIT
#include "crm/stock/movement.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/stock/booking_steps.hpp"
#include "crm/stock/day_sums.hpp"
#include "crm/stock/stored.hpp"
#include "crm/store/bulk_rows.hpp"
#include "crm/store/closed_period.hpp"

#include <array>

namespace crm
{

namespace
{

constexpr std::array<std::string_view, 8> kinds = {"opening",  "receipt", "issue", "transfer",
                                                   "delivery", "return",  "count", "reversal"};

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

/// Goods that come back are of the lot that they had, and cost their share of what is still out.
void complete_return(Store& store, Booking& booking)
{
    if (!booking.returns_id)
        return;
    auto query = store.prepare(R"sql(
        SELECT m.lot, m.best_before, m.worth + coalesce(sum(r.worth), 0),
               m.quantity + coalesce(sum(r.quantity), 0), m.correction
          FROM movement AS m
          LEFT JOIN movement AS r ON r.returns_id = m.id
         WHERE m.id = :id
         GROUP BY m.id)sql");
    query.bind(":id", *booking.returns_id);
    if (!query.step())
        throw error(ErrorKind::not_found, "there is no movement {}", *booking.returns_id);
    if (booking.lot.empty()) {
        booking.lot = query.text(0);
        booking.best_before = query.date(1);
    }
    const Quantity out{query.integer(3)};
    const auto of_out = stored_worth(query, 2);
    if (!booking.unit_cost && !booking.worth && of_out && out != Quantity{}) {
        const auto worth = share_of(*of_out, booking.quantity, out);
        booking.worth = worth < Worth{} ? -worth : worth;
    }
    if (booking.kind == MovementKind::reversal)
        booking.correction = -Worth{query.integer(4)};
}

/// Books the parts of a booking. What the whole is worth is theirs in proportion, the last takes
/// the rest.
std::vector<Booked> book_parts(Store& store, const Booking& booking,
                               const std::vector<LotPart>& parts, const MovedWorth& moved,
                               AverageStock& books)
{
    std::vector<Booked> booked;
    Quantity until;
    Worth used;
    for (const auto& part : parts) {
        auto of_part = moved;
        until += part.quantity;
        if (moved.worth) {
            const auto worth = share_of(*moved.worth, until, booking.quantity);
            of_part.worth = worth - used;
            used = worth;
        }
        const auto id = insert_movement(store, booking, part, of_part);
        keep_level(store, booking, part);
        books.move({booking.at.day, part.quantity, of_part.worth, of_part.correction});
        booked.push_back({id, part.quantity, of_part.worth, part.lot, part.best_before,
                          booking.returns_id.value_or(0)});
    }
    return booked;
}

/// The sums with what was booked: `moved` are the books `before` with it as the last movement.
AverageStock sums_after(MovementKind kind, const DaySums& sums, const AverageStock& before,
                        const AverageStock& moved)
{
    if (kind == MovementKind::transfer)
        return before;
    return kind == MovementKind::reversal ? sums.after_reversal(moved) : sums.after(before, moved);
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
    check_own_cost(goods, booking);
    complete_lot(store, booking);
    const bool goes_out = booking.quantity < Quantity{};
    // A count and a return are of just one lot, also if that is the goods without any.
    const bool lot_matters = !booking.lot.empty() || booking.count_line_id || booking.returns_id;
    std::vector<LotPart> parts;
    if (goes_out)
        parts = lots_to_take(store, booking, lot_matters, goods.allow_negative);
    else
        parts.push_back({booking.lot, booking.best_before, booking.quantity});
    const DaySums sums(store, booking.product_id, booking.at.day);
    const auto before = goods.sums;
    const auto moved =
        moved_worth(booking, before, takes_average(booking) ? sums.on_day(before) : before);
    auto booked = book_parts(store, booking, parts, moved, goods.sums);
    write_queued(store); // the sums may ask for them
    keep_sums(store, booking.product_id, sums_after(booking.kind, sums, before, goods.sums));
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

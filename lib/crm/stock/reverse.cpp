// SPDX-License-Identifier: MIT
#include "crm/stock/reverse.hpp"

#include "crm/base/error.hpp"

namespace crm
{

namespace
{

/// The movement that is taken back.
struct Original {
    std::int64_t id = 0;
    LocalTime at;
    std::int64_t product_id = 0;
    std::int64_t location_id = 0;
    Quantity quantity;
    std::string kind;
};

Original original(Store& store, std::int64_t id)
{
    auto query = store.prepare(R"sql(
        SELECT at, product_id, location_id, quantity, kind FROM movement WHERE id = :id)sql");
    query.bind(":id", id);
    if (!query.step())
        throw error(ErrorKind::not_found, "there is no movement {}", id);
    return {id,
            parse_time(query.text(0), Date{}),
            query.integer(1),
            query.integer(2),
            Quantity{query.integer(3)},
            query.string(4)};
}

void check_entered_by_hand(Store& store, const Original& movement)
{
    auto query = store.prepare(R"sql(
        SELECT d.number, h.number, k.count_id,
               CASE WHEN m.kind IN ('reversal', 'transfer') THEN m.returns_id END
          FROM movement AS m
          LEFT JOIN delivery_line AS l ON l.id = m.delivery_line_id
          LEFT JOIN delivery AS d ON d.id = l.delivery_id
          LEFT JOIN order_head AS h ON h.id = d.order_id
          LEFT JOIN count_line AS k ON k.id = m.count_line_id
         WHERE m.id = :id)sql");
    query.bind(":id", movement.id).step();
    if (!query.is_null(0))
        throw error(ErrorKind::rejected, "movement {} is one of {}", movement.id, query.text(0))
            .with_hint("what was delivered comes back with `crm order return {}`", query.text(1));
    if (!query.is_null(2))
        throw error(ErrorKind::rejected, "movement {} is one of count {}", movement.id,
                    query.integer(2))
            .with_hint("count the goods again");
    if (!query.is_null(3))
        throw error(ErrorKind::rejected, "movement {} takes {} back", movement.id, query.integer(3))
            .with_hint("book what is right anew");
}

void check_not_reversed(Store& store, const Original& movement)
{
    auto query = store.prepare("SELECT id FROM movement WHERE returns_id = :id");
    if (query.bind(":id", movement.id).step())
        throw error(ErrorKind::rejected, "movement {} is taken back by {}", movement.id,
                    query.integer(0));
}

/// What left before it was there left at a cost that later receipts corrected: of those the books
/// cannot tell what they would be without the movement. The same goes for goods of unknown worth
/// that are gone.
void check_not_needed(Store& store, const Original& movement)
{
    auto query = store.prepare(R"sql(
        WITH each AS (
            SELECT m.id, substr(m.at, 1, 10) AS day, m.quantity, m.worth,
                   m.kind = 'reversal' OR EXISTS (SELECT 1 FROM movement AS r
                                                   WHERE r.returns_id = m.id
                                                     AND r.kind = 'reversal') AS undone
              FROM movement AS m
             WHERE m.product_id = :product AND m.kind <> 'transfer'),
        later AS (
            SELECT e.id, p.allow_negative, i.since,
                   p.allow_negative AND e.quantity > 0 AND e.worth IS NOT NULL
                     AND NOT undone AS corrected,
                   sum(e.quantity) OVER (ORDER BY e.id) - e.quantity AS before,
                   sum(CASE WHEN e.id = :id OR undone THEN 0 ELSE e.quantity END)
                       OVER (ORDER BY e.day, e.id) AS without
              FROM each AS e
              JOIN product AS p ON p.id = :product
              LEFT JOIN product_stock_index AS i ON i.product_id = p.id)
        SELECT coalesce(max(corrected AND id > :id AND before < max(0, :quantity)), 0),
               coalesce(max(:quantity > 0 AND without < 0 AND NOT allow_negative
                            AND since IS NOT NULL), 0)
          FROM later)sql");
    query.bind(":id", movement.id)
        .bind(":product", movement.product_id)
        .bind(":quantity", movement.quantity.thousandths)
        .step();
    if (query.boolean(0))
        throw error(ErrorKind::rejected,
                    "what came in after movement {} filled a stock below 0: its cost was reckoned "
                    "with that movement",
                    movement.id)
            .with_hint("take back what came in since, and book it again afterwards");
    if (query.boolean(1))
        throw error(ErrorKind::rejected,
                    "goods of movement {} went out, and what they were worth is not known",
                    movement.id)
            .with_hint("take back what went out since, and book it again afterwards");
}

/// The other movement of a transfer: what left was recorded before what arrived, and each lot is
/// but once in it.
Original other_of_transfer(Store& store, const Original& movement)
{
    auto query = store.prepare(R"sql(
        SELECT o.id
          FROM movement AS m
          JOIN movement AS o
            ON o.product_id = m.product_id AND o.at = m.at AND o.lot = m.lot
           AND o.quantity = -m.quantity AND o.kind = 'transfer' AND o.returns_id IS NULL
           AND (o.id > m.id) = (m.quantity < 0)
         WHERE m.id = :id
         ORDER BY abs(o.id - m.id) LIMIT 1)sql");
    query.bind(":id", movement.id);
    if (!query.step())
        throw error(ErrorKind::rejected, "movement {} has no other one that it belongs to",
                    movement.id);
    return original(store, query.integer(0));
}

Booking counter_of(const Original& movement, const Reversal& wanted)
{
    Booking booking;
    booking.product_id = movement.product_id;
    booking.location_id = movement.location_id;
    booking.quantity = -movement.quantity;
    booking.kind = movement.kind == to_string(MovementKind::transfer) ? MovementKind::transfer
                                                                      : MovementKind::reversal;
    booking.at = {wanted.day.value_or(movement.at.day), movement.at.minute};
    booking.reason = wanted.reason;
    booking.returns_id = movement.id;
    return booking;
}

std::vector<Booked> reverse_transfer(Store& store, const Original& movement, const Reversal& wanted)
{
    const auto other = other_of_transfer(store, movement);
    const bool out = movement.quantity < Quantity{};
    auto booked = book(store, counter_of(out ? other : movement, wanted));
    auto back = counter_of(out ? movement : other, wanted);
    if (const auto worth = booked.front().worth)
        back.worth = -*worth; // what changes its place costs the same at both
    const auto arrived = book(store, back);
    booked.insert(booked.end(), arrived.begin(), arrived.end());
    return booked;
}

} // namespace

std::vector<Booked> reverse_movement(Store& store, const Reversal& wanted)
{
    const auto movement = original(store, wanted.movement_id);
    check_entered_by_hand(store, movement);
    check_not_reversed(store, movement);
    if (wanted.day && *wanted.day < movement.at.day)
        throw error(ErrorKind::rejected, "movement {} is of {}: it cannot be taken back on {}",
                    movement.id, to_string(movement.at.day), to_string(*wanted.day));
    if (movement.kind == to_string(MovementKind::transfer))
        return reverse_transfer(store, movement, wanted);
    check_not_needed(store, movement);
    return book(store, counter_of(movement, wanted));
}

} // namespace crm

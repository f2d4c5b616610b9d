// SPDX-License-Identifier: MIT
#pragma once

#include "tests/unit/order/trading.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

namespace crm::test
{

/// What a line of an order is, in pieces, as a child would count them.
struct LineModel {
    std::int64_t ordered = 0;
    std::int64_t open = 0;
    std::int64_t to_invoice = 0;
    std::int64_t invoiced = 0;
    std::int64_t credited = 0;
    std::int64_t returned = 0;
    std::int64_t cancelled = 0;

    [[nodiscard]] std::int64_t out() const { return to_invoice + invoiced + credited; }
};

struct OrderModel {
    std::int64_t id = 0;
    bool sale = true;
    LineModel line;
    std::map<std::int64_t, std::vector<std::int64_t>> to_credit; ///< by invoice, of each line
    Money net;                                                   ///< of documents, credits deducted
};

struct Place {
    std::int64_t id = 0;
    std::int64_t stock = 0;
};

/// A count of the pumps of a place that was begun.
struct CountModel {
    std::int64_t id = 0;
    std::size_t place = 0;
    std::int64_t book = 0;
};

/// A movement at a place, to it or from it.
inline Booking booking(const Place& place, std::int64_t number, const char* day)
{
    Booking booking;
    booking.product_id = pump;
    booking.location_id = place.id;
    booking.quantity = pieces(number);
    booking.kind = number > 0 ? MovementKind::receipt : MovementKind::issue;
    booking.at = noon(day);
    return booking;
}

} // namespace crm::test

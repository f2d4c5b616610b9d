// SPDX-License-Identifier: MIT
#include "crm/stock/lots.hpp"

#include "crm/base/error.hpp"
#include "crm/stock/lot_day.hpp"

#include <algorithm>

namespace crm
{

namespace
{

using std::chrono::days;

/// The least that there is of a lot at the end of the booking's day and of every later one, counted
/// back from `now`.
Quantity least_later(Store& store, const Booking& booking, std::string_view lot, Quantity now)
{
    auto query = store.prepare(R"sql(
        SELECT sum(quantity)
          FROM movement
         WHERE product_id = :product AND at >= :after AND location_id = :location AND lot = :lot
         GROUP BY substr(at, 1, 10)
         ORDER BY substr(at, 1, 10) DESC)sql");
    query.bind(":product", booking.product_id)
        .bind(":after", booking.at.day + days(1))
        .bind(":location", booking.location_id)
        .bind(":lot", lot);
    auto least = now;
    while (query.step()) {
        now -= Quantity{query.integer(0)};
        least = std::min(least, now);
    }
    return least;
}

/// What lies there of each lot that may be taken, in the order in which they are.
std::vector<LotPart> lots_there(Store& store, const Booking& booking, bool lot_matters)
{
    auto query = store.prepare(R"sql(
        SELECT lot, best_before, on_hand
          FROM stock_level_index
         WHERE product_id = :product AND location_id = :location AND (lot = :lot OR NOT :one)
           AND (:one OR :best_before IS NULL OR best_before = :best_before)
         ORDER BY lot = '', best_before IS NULL, best_before, lot)sql");
    query.bind(":product", booking.product_id)
        .bind(":location", booking.location_id)
        .bind(":lot", booking.lot)
        .bind(":one", lot_matters)
        .bind(":best_before", booking.best_before);
    std::vector<LotPart> lots;
    while (query.step())
        if (lot_matters || query.integer(2) > 0)
            lots.push_back({query.string(0), query.date(1), Quantity{query.integer(2)}});
    return lots;
}

std::string location_name(Store& store, std::int64_t id)
{
    auto query = store.prepare("SELECT name FROM location WHERE id = :id");
    query.bind(":id", id);
    return query.step() ? query.string(0) : "";
}

/// "'M8'", with the lot or the day of expiry if only such are wanted.
std::string goods_name(Store& store, const Booking& booking)
{
    const auto sku = product_by_id(store, booking.product_id).sku;
    if (!booking.lot.empty())
        return format("'{}' of lot '{}'", sku, booking.lot);
    if (booking.best_before)
        return format("'{}' best before {}", sku, to_string(*booking.best_before));
    return format("'{}'", sku);
}

/// "7 at Halle 2, 3 at Laden": where else there is some.
std::string elsewhere(Store& store, const Booking& booking)
{
    auto query = store.prepare(R"sql(
        SELECT l.name, sum(i.on_hand)
          FROM stock_level_index AS i
          JOIN location AS l ON l.id = i.location_id
         WHERE i.product_id = :product AND i.location_id <> :location
         GROUP BY l.name
        HAVING sum(i.on_hand) > 0
         ORDER BY l.name)sql");
    query.bind(":product", booking.product_id).bind(":location", booking.location_id);
    std::string places;
    while (query.step()) {
        if (!places.empty())
            places += ", ";
        places += format("{} at {}", to_string(Quantity{query.integer(1)}), query.text(0));
    }
    return places;
}

[[noreturn]] void refuse(Store& store, const Booking& booking, Quantity free, bool later)
{
    const auto goods = goods_name(store, booking);
    const auto place = location_name(store, booking.location_id);
    const auto wanted = to_string(-booking.quantity);
    free = std::max(free, Quantity{});
    if (later)
        throw error(ErrorKind::rejected, "only {} of {} can leave {} on {}, not {}",
                    to_string(free), goods, place, to_string(booking.at.day), wanted)
            .with_hint("what is booked for that and later days needs the rest");
    auto refusal = error(ErrorKind::rejected, "there is only {} of {} at {}, not {}",
                         to_string(free), goods, place, wanted);
    const auto others = elsewhere(store, booking);
    if (!others.empty())
        throw std::move(refusal).with_hint("there is {}", others);
    throw refusal;
}

[[noreturn]] void refuse_lot(Store& store, const Booking& booking)
{
    std::vector<std::string> candidates;
    auto any = booking;
    any.lot.clear();
    for (const auto& lot : lots_there(store, any, false))
        if (!lot.lot.empty())
            candidates.push_back(lot.lot);
    throw error(ErrorKind::not_found, "there is no lot '{}' of '{}' at {}", booking.lot,
                product_by_id(store, booking.product_id).sku,
                location_name(store, booking.location_id))
        .with_candidates(std::move(candidates));
}

} // namespace

void complete_lot(Store& store, Booking& booking)
{
    const bool comes_in = booking.quantity > Quantity{};
    if (!booking.lot.empty() && (!booking.best_before || booking.returns_id))
        if (const auto given = given_day(store, booking.product_id, booking.lot))
            booking.best_before = given;
    if (!booking.best_before)
        return;
    if (booking.lot.empty() && comes_in)
        booking.lot = to_string(*booking.best_before);
    auto query = store.prepare(R"sql(
        SELECT best_before
          FROM stock_level_index
         WHERE product_id = :product AND lot = :lot AND lot <> '' AND best_before <> :day
         LIMIT 1)sql");
    query.bind(":product", booking.product_id)
        .bind(":lot", booking.lot)
        .bind(":day", *booking.best_before);
    if (!query.step())
        return;
    if (!comes_in || lot_is_there(store, booking.product_id, booking.lot)) {
        const auto sku = product_by_id(store, booking.product_id).sku;
        throw error(ErrorKind::rejected, "lot '{}' of '{}' is best before {}, not {}", booking.lot,
                    sku, query.text(0), to_string(*booking.best_before))
            .with_hint("goods of another day are another lot; a wrong day is corrected with `crm "
                       "stock lot edit {} {} --best-before DATE`",
                       sku, booking.lot);
    }
    give_day(store, booking.product_id, booking.lot, *booking.best_before);
}

void check_lot(Store& store, std::int64_t product_id, std::string_view lot)
{
    auto query = store.prepare("SELECT 1 FROM movement WHERE product_id = :product AND lot = :lot");
    if (query.bind(":product", product_id).bind(":lot", lot).step())
        return;
    auto lots = store.prepare(R"sql(
        SELECT lot FROM movement
         WHERE product_id = :product AND lot <> ''
         GROUP BY lot ORDER BY max(at) DESC, lot LIMIT 10)sql");
    lots.bind(":product", product_id);
    std::vector<std::string> candidates;
    while (lots.step())
        candidates.push_back(lots.string(0));
    throw error(ErrorKind::not_found, "there never was a lot '{}' of '{}'", lot,
                product_by_id(store, product_id).sku)
        .with_candidates(std::move(candidates));
}

bool moves_later(Store& store, std::int64_t product_id, Date day)
{
    auto query = store.prepare("SELECT max(at) FROM movement WHERE product_id = :product");
    query.bind(":product", product_id);
    return query.step() && query.text(0) >= to_string(day + days(1));
}

std::vector<LotPart> lots_to_take(Store& store, const Booking& booking, bool lot_matters,
                                  bool allow_negative)
{
    const bool later = moves_later(store, booking.product_id, booking.at.day);
    auto lots = lots_there(store, booking, lot_matters);
    if (lots.empty() && !booking.lot.empty() && !allow_negative)
        refuse_lot(store, booking);
    auto left = -booking.quantity;
    std::vector<LotPart> taken;
    for (auto& lot : lots) {
        const auto free = later ? least_later(store, booking, lot.lot, lot.quantity) : lot.quantity;
        const auto part = std::clamp(free, Quantity{}, left);
        if (part == Quantity{})
            continue;
        taken.push_back({lot.lot, lot.best_before, -part});
        left -= part;
    }
    if (left == Quantity{})
        return taken;
    if (!allow_negative)
        refuse(store, booking, -booking.quantity - left, later);
    if (taken.empty() || taken.back().lot != booking.lot)
        taken.push_back({booking.lot, booking.best_before, Quantity{}});
    taken.back().quantity -= left;
    return taken;
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/stock/stock_book.hpp"

#include "crm/stock/day_sums.hpp"
#include "crm/stock/reversed.hpp"
#include "crm/store/bulk_rows.hpp"
#include "crm/store/closed_period.hpp"

namespace crm
{

namespace
{

bool any_open_count(Store& store)
{
    return store.prepare("SELECT 1 FROM stock_count WHERE status = 'open' LIMIT 1").step();
}

/// Of a product without any movement the first of all days.
Date last_day(Store& store, std::int64_t product_id)
{
    auto query =
        store.prepare("SELECT substr(max(at), 1, 10) FROM movement WHERE product_id = :product");
    query.bind(":product", product_id);
    return query.step() ? query.date(0).value_or(Date::min()) : Date::min();
}

} // namespace

StockBook::StockBook(Store& store)
    : store_(store), closed_until_(closed_until(store)), counting_(any_open_count(store))
{
}

StockBook::Kept& StockBook::kept(std::int64_t product_id)
{
    const auto found = kept_.find(product_id);
    if (found != kept_.end())
        return found->second;
    const auto goods = goods_of(store_, product_id);
    Kept kept{goods, {goods.sums, last_day(store_, product_id)}};
    look_where(product_id, kept);
    return kept_.emplace(product_id, std::move(kept)).first->second;
}

/// Plain are goods without lots and days of expiry that lie in one place, or nowhere yet, and of
/// which nothing was taken back.
void StockBook::look_where(std::int64_t product_id, Kept& kept)
{
    auto query = store_.prepare(R"sql(
        SELECT location_id, lot <> '' OR best_before IS NOT NULL
          FROM stock_level_index WHERE product_id = :product LIMIT 2)sql");
    query.bind(":product", product_id);
    while (query.step()) {
        kept.plain = kept.location_id == 0 && !query.boolean(1);
        kept.location_id = query.integer(0);
    }
    kept.reversed = reversed_after(store_, product_id, std::nullopt);
    kept.plain = kept.plain && !kept.reversed;
}

std::optional<UnitPrice> StockBook::usual_cost(std::int64_t product_id)
{
    return kept(product_id).goods.usual_cost;
}

LatestMoves& StockBook::latest(std::int64_t product_id, Kept& kept, Date day)
{
    if (!kept.latest.reach(day)) {
        if (kept.booked)
            write_queued(store_);
        kept.latest.read(store_, product_id, day);
    }
    return kept.latest;
}

std::optional<Money> StockBook::price_out(Booking& booking)
{
    const auto day = booking.at.day;
    auto& kept = this->kept(booking.product_id);
    auto books = kept.goods.sums;
    AverageStock on_day;
    if (kept.reversed) { // always up to date
        write_queued(store_);
        on_day = DaySums(store_, booking.product_id, day).on_day(books);
    } else {
        const auto& latest = this->latest(booking.product_id, kept, day);
        books = latest.books();
        on_day = latest.on_day(day);
    }
    booking.worth = worth_out(books, on_day, -booking.quantity, booking.worth);
    if (!booking.worth)
        return std::nullopt;
    return books.unit_cost ? cost_out(books, *booking.worth) : to_money(*booking.worth);
}

/// Whether a booking of such goods needs to know nothing else, and may be made.
bool StockBook::is_plain(Kept& kept, const Booking& booking)
{
    const auto day = booking.at.day;
    if (counting_ || !kept.plain || !booking.lot.empty() || booking.best_before ||
        booking.count_line_id || booking.returns_id || booking.kind == MovementKind::transfer ||
        !kept.goods.stock || (closed_until_ && day <= *closed_until_) ||
        (kept.location_id != 0 && kept.location_id != booking.location_id))
        return false;
    return booking.quantity > Quantity{} || kept.goods.allow_negative ||
           latest(booking.product_id, kept, day).least_from(day) + booking.quantity >= Quantity{};
}

void StockBook::book(const Booking& booking)
{
    auto& kept = this->kept(booking.product_id);
    if (!is_plain(kept, booking)) {
        write_queued(store_); // the rest asks for the movements
        write(booking.product_id, kept);
        kept_.erase(booking.product_id);
        crm::book(store_, booking);
        return;
    }
    check_goods(kept.goods, booking);
    const auto day = booking.at.day;
    auto& latest = this->latest(booking.product_id, kept, day);
    const auto& books = latest.books();
    const auto moved =
        moved_worth(booking, books, takes_average(booking) ? latest.on_day(day) : books);
    insert_movement(store_, booking, {"", {}, booking.quantity}, moved);
    kept.location_id = booking.location_id;
    kept.moved += booking.quantity;
    latest.add({day, booking.quantity, moved.worth, moved.correction});
    kept.changed = true;
    kept.booked = true;
}

void StockBook::write(std::int64_t product_id, Kept& kept)
{
    if (!kept.changed)
        return;
    Booking booking;
    booking.product_id = product_id;
    booking.location_id = kept.location_id;
    keep_level(store_, booking, {"", {}, kept.moved});
    keep_sums(store_, product_id, kept.latest.books());
    kept.moved = {};
    kept.changed = false;
}

void StockBook::flush()
{
    for (auto& [product_id, kept] : kept_)
        write(product_id, kept);
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/stock/stock_book.hpp"

#include "crm/stock/day_sums.hpp"
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

std::string last_movement(Store& store, std::int64_t product_id)
{
    auto query = store.prepare("SELECT max(at) FROM movement WHERE product_id = :product");
    query.bind(":product", product_id);
    return query.step() ? query.string(0) : "";
}

} // namespace

StockBook::StockBook(Store& store)
    : store_(store), closed_until_(closed_until(store)), counting_(any_open_count(store))
{
}

StockBook::Kept& StockBook::kept(std::int64_t product_id)
{
    const auto [place, is_new] = kept_.try_emplace(product_id);
    auto& kept = place->second;
    if (is_new) {
        kept.goods = goods_of(store_, product_id);
        look_where(product_id, kept);
    }
    return kept;
}

/// Plain are goods without lots and days of expiry that lie in one place, or nowhere yet.
void StockBook::look_where(std::int64_t product_id, Kept& kept)
{
    auto query = store_.prepare(R"sql(
        SELECT location_id, on_hand, lot <> '' OR best_before IS NOT NULL
          FROM stock_level_index WHERE product_id = :product LIMIT 2)sql");
    query.bind(":product", product_id);
    kept.plain = true;
    while (query.step()) {
        kept.plain = kept.location_id == 0 && !query.boolean(2);
        kept.location_id = query.integer(0);
        kept.there = Quantity{query.integer(1)};
    }
    kept.last_at = last_movement(store_, product_id);
}

std::optional<UnitPrice> StockBook::usual_cost(std::int64_t product_id)
{
    return kept(product_id).goods.usual_cost;
}

/// Nothing of the product is booked for a later day.
bool StockBook::in_order(const Kept& kept, const Booking& booking)
{
    return kept.last_at < to_string(booking.at.day + std::chrono::days(1));
}

std::optional<Money> StockBook::price_out(Booking& booking)
{
    auto& kept = this->kept(booking.product_id);
    const auto& books = kept.goods.sums;
    auto on_day = books;
    if (!in_order(kept, booking)) {
        write_queued(store_);
        on_day = DaySums(store_, booking.product_id, booking.at.day).on_day(books);
    }
    booking.worth = worth_out(books, on_day, -booking.quantity, booking.worth);
    if (!booking.worth)
        return std::nullopt;
    return books.unit_cost ? cost_out(books, *booking.worth) : to_money(*booking.worth);
}

/// Whether a booking of such goods needs to know nothing else. What goes out before a later day is
/// weighed against that day.
bool StockBook::is_plain(const Kept& kept, const Booking& booking) const
{
    if (counting_ || !kept.plain || !booking.lot.empty() || booking.best_before ||
        booking.count_line_id || booking.returns_id || !kept.goods.stock ||
        (closed_until_ && booking.at.day <= *closed_until_) ||
        (kept.location_id != 0 && kept.location_id != booking.location_id))
        return false;
    const auto after = kept.there + booking.quantity;
    if (in_order(kept, booking))
        return booking.quantity > Quantity{} || kept.goods.allow_negative || after >= Quantity{};
    const auto& books = kept.goods.sums;
    return booking.quantity > Quantity{} && after > Quantity{} && books.unit_cost &&
           books.steady_from(booking.at.day) && (booking.worth || booking.unit_cost);
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
    auto& books = kept.goods.sums;
    const auto moved = moved_worth(booking, books, books);
    insert_movement(store_, booking, {"", {}, booking.quantity}, moved);
    kept.location_id = booking.location_id;
    kept.there += booking.quantity;
    kept.moved += booking.quantity;
    kept.last_at = std::max(kept.last_at, to_string(booking.at));
    books.move(booking.at.day, booking.quantity, moved.worth, moved.correction);
    kept.changed = true;
}

void StockBook::write(std::int64_t product_id, Kept& kept)
{
    if (!kept.changed)
        return;
    Booking booking;
    booking.product_id = product_id;
    booking.location_id = kept.location_id;
    keep_level(store_, booking, {"", {}, kept.moved});
    keep_sums(store_, product_id, kept.goods.sums);
    kept.moved = {};
    kept.changed = false;
}

void StockBook::flush()
{
    for (auto& [product_id, kept] : kept_)
        write(product_id, kept);
}

} // namespace crm

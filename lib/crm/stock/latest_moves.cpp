// SPDX-License-Identifier: MIT
#include "crm/stock/latest_moves.hpp"

#include "crm/stock/day_sums.hpp"

#include <algorithm>

namespace crm
{

namespace
{

/// Enough for what arrives a little out of order, and little for each of many thousand products.
constexpr std::size_t few = 16;
constexpr std::size_t growth = 4;

} // namespace

LatestMoves::LatestMoves(const AverageStock& books, Date last)
    : before_(books), day_(last), books_(books), most_(few)
{
}

void LatestMoves::read(Store& store, std::int64_t product_id, Date day)
{
    auto most = moves_.empty() ? few : most_ * growth;
    do {
        *this = LatestMoves({}, Date::min());
        most_ = most;
        each_move(store, product_id, {}, [&](const StockMove& move) { add(move); });
        most *= growth;
    } while (!reach(day));
}

AverageStock LatestMoves::on_day(Date day) const
{
    if (moves_.empty() || day >= moves_.back().day)
        return books_;
    auto books = before_;
    for (auto move = moves_.begin(); move->day <= day; ++move)
        books.move(*move);
    return books;
}

Quantity LatestMoves::least_from(Date day) const
{
    auto on_hand = books_.on_hand;
    auto least = on_hand;
    for (auto move = moves_.rbegin(); move != moves_.rend() && move->day > day; ++move) {
        on_hand -= move->quantity;
        const auto earlier = std::next(move);
        if (earlier == moves_.rend() || earlier->day < move->day)
            least = std::min(least, on_hand);
    }
    return least;
}

void LatestMoves::add(const StockMove& move)
{
    const auto later = std::ranges::upper_bound(moves_, move.day, {}, &StockMove::day);
    const bool last = later == moves_.end();
    moves_.insert(later, move);
    auto books = books_;
    books.move(move);
    if (!last && !books.same_in_place(books_, move.day)) {
        books = before_;
        for (const auto& each : moves_)
            books.move(each);
    }
    books_ = books;
    if (moves_.size() > most_) {
        before_.move(moves_.front());
        day_ = moves_.front().day;
        moves_.erase(moves_.begin());
    }
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/stock/day_sums.hpp"

#include "crm/stock/lots.hpp"
#include "crm/stock/reversed.hpp"
#include "crm/stock/stored.hpp"

namespace crm
{

namespace
{

using std::chrono::days;

/// The movements of later days, in their order.
Statement later_movements(Store& store, std::int64_t product_id, Date day)
{
    auto query = store.prepare(R"sql(
        SELECT quantity, worth, correction
          FROM movement
         WHERE product_id = :product AND at >= :after AND kind <> 'transfer'
         ORDER BY substr(at, 1, 10), id)sql");
    query.bind(":product", product_id).bind(":after", day + days(1));
    return query;
}

/// Takes back what moved after a day from which on the worth has been known, or unknown.
AverageStock without_later(Store& store, std::int64_t product_id, Date day, AverageStock books)
{
    auto query = later_movements(store, product_id, day);
    while (query.step()) {
        books.on_hand -= Quantity{query.integer(0)};
        if (books.unit_cost)
            books.worth -= Worth{query.integer(1)} + Worth{query.integer(2)};
    }
    if (books.unit_cost && books.on_hand > Quantity{})
        books.unit_cost = average_of(books);
    return books;
}

} // namespace

void each_move(Store& store, std::int64_t product_id, std::optional<Date> until,
               const std::function<void(const StockMove&)>& take)
{
    auto query = store.prepare(R"sql(
        SELECT substr(at, 1, 10), quantity, worth, correction, id
          FROM movement
         WHERE product_id = :product AND kind <> 'transfer' AND (:every OR at < :after)
         ORDER BY substr(at, 1, 10), id)sql");
    query.bind(":product", product_id).bind(":every", !until);
    if (until)
        query.bind(":after", *until + days(1));
    const Reversed reversed(store, product_id, until);
    while (query.step()) {
        const auto day = query.date(0).value_or(Date{});
        if (const auto left = reversed.left(query.integer(4)); !left)
            take(
                {day, Quantity{query.integer(1)}, stored_worth(query, 2), Worth{query.integer(3)}});
        else if (*left != Worth{})
            take({day, {}, left, {}});
    }
}

AverageStock sums_of_movements(Store& store, std::int64_t product_id, std::optional<Date> until)
{
    AverageStock sums;
    each_move(store, product_id, until, [&](const StockMove& move) { sums.move(move); });
    return sums;
}

DaySums::DaySums(Store& store, std::int64_t product_id, Date day)
    : store_(store), product_id_(product_id), day_(day),
      last_(!moves_later(store, product_id, day)),
      plain_(last_ || !reversed_after(store, product_id, day))
{
}

AverageStock DaySums::on_day(const AverageStock& books) const
{
    if (last_)
        return books;
    if (plain_ && books.steady_from(day_))
        if (auto then = without_later(store_, product_id_, day_, books);
            !then.unit_cost || then.on_hand > Quantity{})
            return then;
    return sums_of_movements(store_, product_id_, day_);
}

bool DaySums::stays_unknown(const AverageStock& before, Quantity moved) const
{
    auto then = without_later(store_, product_id_, day_, before);
    if (then.begins_anew(moved))
        return false;
    then.on_hand += moved;
    auto query = later_movements(store_, product_id_, day_);
    while (query.step()) {
        const Quantity next{query.integer(0)};
        if (then.begins_anew(next))
            return false;
        then.on_hand += next;
    }
    return true;
}

AverageStock DaySums::after_reversal(const AverageStock& moved) const
{
    return moved.adds_up() ? moved : sums_of_movements(store_, product_id_, std::nullopt);
}

AverageStock DaySums::after(const AverageStock& before, const AverageStock& moved) const
{
    if (last_)
        return moved;
    if (moved.same_in_place(before, day_))
        return moved;
    if (plain_ && !before.unit_cost && before.steady_from(day_) &&
        stays_unknown(before, moved.on_hand - before.on_hand))
        return {moved.on_hand, {}, std::nullopt, before.since};
    return sums_of_movements(store_, product_id_, std::nullopt);
}

} // namespace crm

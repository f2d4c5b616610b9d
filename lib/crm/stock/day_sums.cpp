// SPDX-License-Identifier: MIT
#include "crm/stock/day_sums.hpp"

#include "crm/stock/lots.hpp"
#include "crm/stock/stored.hpp"

namespace crm
{

namespace
{

using std::chrono::days;

/// Takes back what moved after a day.
AverageStock without_later(Store& store, std::int64_t product_id, Date day, AverageStock books)
{
    auto query = store.prepare(R"sql(
        SELECT quantity, worth, correction
          FROM movement WHERE product_id = :product AND at >= :after)sql");
    query.bind(":product", product_id).bind(":after", day + days(1));
    while (query.step()) {
        books.on_hand -= Quantity{query.integer(0)};
        books.worth -= Worth{query.integer(1)} + Worth{query.integer(2)};
    }
    if (books.adds_up())
        books.unit_cost = average_of(books);
    return books;
}

} // namespace

AverageStock sums_of_movements(Store& store, std::int64_t product_id, std::optional<Date> until)
{
    auto query = store.prepare(R"sql(
        SELECT quantity, worth, correction
          FROM movement
         WHERE product_id = :product AND (:every OR at < :after)
         ORDER BY substr(at, 1, 10), id)sql");
    query.bind(":product", product_id).bind(":every", !until);
    if (until)
        query.bind(":after", *until + days(1));
    AverageStock sums;
    while (query.step())
        sums.move(Quantity{query.integer(0)}, stored_worth(query, 1), Worth{query.integer(2)});
    return sums;
}

DaySums::DaySums(Store& store, std::int64_t product_id, Date day)
    : store_(store), product_id_(product_id), day_(day), last_(!moves_later(store, product_id, day))
{
}

AverageStock DaySums::on_day(const AverageStock& books) const
{
    if (last_)
        return books;
    const auto then = without_later(store_, product_id_, day_, books);
    return then.adds_up() ? then : sums_of_movements(store_, product_id_, day_);
}

AverageStock DaySums::after(const AverageStock& books) const
{
    if (last_ || books.adds_up())
        return books;
    return sums_of_movements(store_, product_id_, std::nullopt);
}

} // namespace crm

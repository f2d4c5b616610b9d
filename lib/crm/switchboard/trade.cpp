// SPDX-License-Identifier: MIT
#include "crm/switchboard/trade.hpp"

#include "crm/store/settings.hpp"

namespace crm
{

namespace
{

std::vector<TradeOrder> orders_of(Store& store, std::int64_t contact_id)
{
    auto query = store.prepare(R"sql(
        WITH whose AS (SELECT id FROM contact WHERE id = :contact OR merged_into_id = :contact),
        theirs AS (
            SELECT id FROM orders WHERE contact_id IN whose
            UNION
            SELECT id FROM orders WHERE person_id IN whose)
        SELECT o.number, o.kind, o.status, o.date, o.deliver_by, o.reference, o.net, o.currency
          FROM theirs AS t
          JOIN orders AS o ON o.id = t.id
         WHERE o.status IN ('draft', 'quote', 'confirmed')
            OR (o.status = 'delivered' AND o.historical = 0)
         ORDER BY o.date DESC, o.id DESC)sql");
    query.bind(":contact", contact_id);
    std::vector<TradeOrder> found;
    while (query.step())
        found.push_back({query.string(0), query.string(1), query.string(2), query.date(3),
                         query.date(4), query.string(5), query.money(6), query.string(7)});
    return found;
}

std::vector<TradeItem> items_of(Store& store, std::int64_t contact_id)
{
    auto query = store.prepare(R"sql(
        SELECT number, kind, side, due, open, currency
          FROM open_items
         WHERE contact_id IN (SELECT id FROM contact WHERE id = :contact OR merged_into_id = :contact)
         ORDER BY due, item_id)sql");
    query.bind(":contact", contact_id);
    std::vector<TradeItem> found;
    while (query.step())
        found.push_back({query.string(0), query.string(1), query.string(2), query.date(3),
                         query.money(4), query.string(5)});
    return found;
}

Money revenue_of(Store& store, std::int64_t contact_id, Date first, Date last)
{
    auto query = store.prepare(R"sql(
        SELECT coalesce(sum(CASE kind WHEN 'credit' THEN -net ELSE net END), 0)
          FROM documents
         WHERE contact_id IN (SELECT id FROM contact WHERE id = :contact OR merged_into_id = :contact)
           AND side = 'receivable' AND kind IN ('invoice', 'credit') AND date BETWEEN :first AND :last AND currency = :currency)sql");
    query.bind(":contact", contact_id)
        .bind(":first", first)
        .bind(":last", last)
        .bind(":currency", setting(store, "currency"));
    query.step();
    return query.money(0);
}

} // namespace

Trade trade_of(Store& store, const Contact& contact, Date today)
{
    const std::chrono::year_month_day day(today);
    const auto first_of = [](std::chrono::year year) {
        return Date(year / std::chrono::January / 1);
    };
    Trade trade;
    trade.orders = orders_of(store, contact.id);
    trade.items = items_of(store, contact.id);
    trade.balance = balance_of(store, contact.id, Side::receivable, today);
    trade.revenue = revenue_of(store, contact.id, first_of(day.year()), today);
    trade.revenue_last_year =
        revenue_of(store, contact.id, first_of(day.year() - std::chrono::years(1)),
                   first_of(day.year()) - std::chrono::days(1));
    return trade;
}

} // namespace crm

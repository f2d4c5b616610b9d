// SPDX-License-Identifier: MIT
#include "crm/openitems/open_at.hpp"

namespace crm
{

namespace
{

bool anything_after(Store& store, Date day)
{
    auto query = store.prepare(R"sql(
        SELECT EXISTS (SELECT 1 FROM allocation WHERE date > :day)
            OR EXISTS (SELECT 1 FROM payment WHERE date > :day)
            OR EXISTS (SELECT 1 FROM document WHERE date > :day))sql");
    query.bind(":day", day).step();
    return query.boolean(0);
}

constexpr const char* new_table = R"sql(
    DROP TABLE IF EXISTS temp.open_item_at;
    CREATE TEMP TABLE open_item_at (
        item_id    INTEGER NOT NULL,
        contact_id INTEGER NOT NULL,
        side       TEXT NOT NULL,
        currency   TEXT NOT NULL,
        due        TEXT NOT NULL,
        open       INTEGER NOT NULL,
        PRIMARY KEY (contact_id, due, item_id)
    ) WITHOUT ROWID)sql";

constexpr std::string_view fill = R"sql(
    INSERT INTO temp.open_item_at (item_id, contact_id, side, currency, due, open)
    WITH later AS MATERIALIZED (
        SELECT kind, document_id, refund_id, payment_id, credit_id, amount
          FROM allocation
         WHERE date > :day),
    change (item_id, open) AS (
        SELECT item_id, open FROM open_item_index
        UNION ALL
        SELECT coalesce(document_id, -refund_id), amount FROM later
        UNION ALL
        SELECT -payment_id, -amount FROM later WHERE kind = 'payment'
        UNION ALL
        SELECT credit_id, -amount FROM later WHERE kind = 'credit'),
    item AS MATERIALIZED (
        SELECT item_id, sum(open) AS open FROM change GROUP BY item_id HAVING sum(open) <> 0)
    SELECT i.item_id, d.contact_id, d.side, d.currency, d.due, i.open
      FROM item AS i
      JOIN document AS d ON d.id = i.item_id
     WHERE d.date <= :day
    UNION ALL
    SELECT i.item_id, p.contact_id, p.side, p.currency, p.date, i.open
      FROM item AS i
      JOIN payment AS p ON p.id = -i.item_id
     WHERE i.item_id < 0 AND p.date <= :day)sql";

} // namespace

std::string_view open_items_at(Store& store, Date key_date)
{
    if (!anything_after(store, key_date))
        return "open_item_index";
    store.execute(new_table);
    store.prepare(fill).bind(":day", key_date).run();
    return "temp.open_item_at";
}

} // namespace crm

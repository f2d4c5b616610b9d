// SPDX-License-Identifier: MIT
#include "crm/openitems/open_index.hpp"

namespace crm
{

namespace
{

void insert(Store& store, std::int64_t item_id, Money open)
{
    const bool document = item_id > 0;
    store
        .prepare(document ? R"sql(
            INSERT INTO open_item_index (item_id, contact_id, side, currency, due, open)
            SELECT id, contact_id, side, currency, due, :open FROM document WHERE id = :id)sql"
                          : R"sql(
            INSERT INTO open_item_index (item_id, contact_id, side, currency, due, open)
            SELECT -id, contact_id, side, currency, date, :open FROM payment WHERE id = :id)sql")
        .bind(":id", document ? item_id : -item_id)
        .bind(":open", open)
        .run();
}

} // namespace

Money open_now(Store& store, std::int64_t item_id)
{
    auto query = store.prepare("SELECT open FROM open_item_index WHERE item_id = :item");
    query.bind(":item", item_id);
    return query.step() ? query.money(0) : Money{};
}

void change_open(Store& store, std::int64_t item_id, Money by)
{
    const auto before = open_now(store, item_id);
    const auto after = before + by;
    if (before == Money{}) {
        if (after != Money{})
            insert(store, item_id, after);
        return;
    }
    store
        .prepare(after == Money{}
                     ? "DELETE FROM open_item_index WHERE item_id = :item AND :open = 0"
                     : "UPDATE open_item_index SET open = :open WHERE item_id = :item")
        .bind(":item", item_id)
        .bind(":open", after)
        .run();
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/openitems/open_at.hpp"

#include "crm/openitems/allocation.hpp"

#include <algorithm>
#include <cstdlib>
#include <tuple>
#include <utility>

namespace crm
{

namespace
{

// The allocations after a day; of one contact those that touch its items.
constexpr std::string_view select_later = R"sql(
    SELECT kind, document_id, refund_id, payment_id, credit_id, amount
      FROM allocation
     WHERE date > :day)sql";

constexpr std::string_view select_later_of_one = R"sql(
    WITH whose AS (SELECT id FROM contact WHERE id = :contact OR merged_into_id = :contact),
    its_document AS (SELECT id FROM document WHERE contact_id IN whose),
    its_payment AS (SELECT id FROM payment WHERE contact_id IN whose)
    SELECT kind, document_id, refund_id, payment_id, credit_id, amount
      FROM allocation
     WHERE +date > :day
       AND id IN (SELECT id FROM allocation WHERE document_id IN its_document
                  UNION SELECT id FROM allocation WHERE refund_id IN its_payment
                  UNION SELECT id FROM allocation WHERE payment_id IN its_payment
                  UNION SELECT id FROM allocation WHERE credit_id IN its_document))sql";

// In the order of its index, which has all of it.
constexpr std::string_view select_open = R"sql(
    SELECT item_id, contact_id, side, currency, due, open
      FROM open_item_index
     ORDER BY contact_id, due)sql";

constexpr std::string_view select_open_of_one = R"sql(
    SELECT item_id, contact_id, side, currency, due, open
      FROM open_item_index
     WHERE contact_id IN (SELECT id FROM contact WHERE id = :contact OR merged_into_id = :contact)
     ORDER BY contact_id, due)sql";

constexpr std::string_view select_document = R"sql(
    SELECT contact_id, side, currency, due FROM document WHERE id = :id)sql";

constexpr std::string_view select_payment = R"sql(
    SELECT contact_id, side, currency, date FROM payment WHERE id = :id)sql";

/// What a later allocation took from an item.
struct Change {
    std::int64_t item_id;
    Money amount;
};

void add_changes(const Statement& query, std::vector<Change>& changes)
{
    Allocation later;
    later.kind = allocation_kind(query.text(0));
    later.document_id = query.optional_integer(1);
    later.refund_id = query.optional_integer(2);
    later.payment_id = query.optional_integer(3);
    later.credit_id = query.optional_integer(4);
    const auto amount = query.money(5);
    if (const auto item = settled_item(later))
        changes.push_back({*item, amount});
    if (const auto source = settling_item(later))
        changes.push_back({*source, -amount});
}

/// Mostly nothing was, and then the allocations of a contact need not be found.
bool settled_later(Store& store, Date day)
{
    auto query = store.prepare("SELECT 1 FROM allocation WHERE date > :day LIMIT 1");
    return query.bind(":day", day).step();
}

/// What was settled after the day, a row an item, by item.
std::vector<Change> later_changes(Store& store, Date day, std::optional<std::int64_t> contact_id)
{
    if (contact_id && !settled_later(store, day))
        return {};
    auto query = store.prepare(contact_id ? select_later_of_one : select_later);
    query.bind(":day", day);
    if (contact_id)
        query.bind(":contact", *contact_id);
    std::vector<Change> changes;
    while (query.step())
        add_changes(query, changes);
    std::ranges::sort(changes, {}, &Change::item_id);
    std::size_t kept = 0;
    for (const auto& change : changes)
        if (kept > 0 && changes[kept - 1].item_id == change.item_id)
            changes[kept - 1].amount += change.amount;
        else
            changes[kept++] = change;
    changes.resize(kept);
    return changes;
}

/// The items that there were not yet on the day, in their order.
std::vector<std::int64_t> later_items(Store& store, Date day)
{
    auto query = store.prepare(R"sql(
        SELECT -id FROM payment WHERE date > :day
        UNION ALL
        SELECT id FROM document WHERE date > :day)sql");
    query.bind(":day", day);
    std::vector<std::int64_t> items;
    while (query.step())
        items.push_back(query.integer(0));
    std::ranges::sort(items);
    return items;
}

/// What happened after the day, to be taken back.
class Later
{
  public:
    Later(Store& store, Date day, std::optional<std::int64_t> contact_id)
        : store_(store), changes_(later_changes(store, day, contact_id)),
          items_(later_items(store, day))
    {
    }

    [[nodiscard]] bool came_later(std::int64_t item_id) const
    {
        return std::ranges::binary_search(items_, item_id);
    }

    Money take(std::int64_t item_id)
    {
        const auto found = std::ranges::lower_bound(changes_, item_id, {}, &Change::item_id);
        if (found == changes_.end() || found->item_id != item_id)
            return {};
        return std::exchange(found->amount, Money{});
    }

    /// What is left: items that were open on the day and are settled now.
    void add_settled(std::vector<OpenAt>& items)
    {
        for (const auto& change : changes_)
            if (change.amount != Money{} && !came_later(change.item_id))
                items.push_back(item(change));
    }

  private:
    [[nodiscard]] OpenAt item(const Change& change)
    {
        auto query = store_.prepare(change.item_id < 0 ? select_payment : select_document);
        query.bind(":id", std::abs(change.item_id)).step();
        return {change.item_id,
                query.integer(0),
                parse_side(query.text(1)),
                currency_code(query.text(2)),
                *query.date(3),
                change.amount};
    }

    Store& store_;
    std::vector<Change> changes_;
    std::vector<std::int64_t> items_;
};

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
        item_id    INTEGER PRIMARY KEY,
        contact_id INTEGER NOT NULL,
        side       TEXT NOT NULL,
        currency   TEXT NOT NULL,
        due        TEXT NOT NULL,
        open       INTEGER NOT NULL
    ))sql";

} // namespace

CurrencyCode currency_code(std::string_view code)
{
    CurrencyCode letters{};
    std::copy_n(code.begin(), std::min(code.size(), letters.size()), letters.begin());
    return letters;
}

std::vector<OpenAt> open_items_at(Store& store, Date key_date,
                                  std::optional<std::int64_t> contact_id)
{
    Later later(store, key_date, contact_id);
    auto query = store.prepare(contact_id ? select_open_of_one : select_open);
    if (contact_id)
        query.bind(":contact", *contact_id);
    std::vector<OpenAt> items;
    while (query.step()) {
        const auto id = query.integer(0);
        const auto open = query.money(5) + later.take(id);
        if (open != Money{} && !later.came_later(id))
            items.push_back({id, query.integer(1), parse_side(query.text(2)),
                             currency_code(query.text(3)), *query.date(4), open});
    }
    later.add_settled(items);
    const auto place = [](const OpenAt& item) {
        return std::tuple(item.contact_id, item.due, item.item_id);
    };
    if (!std::ranges::is_sorted(items, {}, place))
        std::ranges::sort(items, {}, place);
    return items;
}

std::string_view open_item_table_at(Store& store, Date key_date)
{
    if (!anything_after(store, key_date))
        return "open_item_index";
    store.execute(new_table);
    auto insert = store.prepare(R"sql(
        INSERT INTO temp.open_item_at (item_id, contact_id, side, currency, due, open)
        VALUES (:item, :contact, :side, :currency, :due, :open))sql");
    for (const auto& item : open_items_at(store, key_date))
        insert.bind(":item", item.item_id)
            .bind(":contact", item.contact_id)
            .bind(":side", to_string(item.side))
            .bind(":currency", text_of(item.currency))
            .bind(":due", item.due)
            .bind(":open", item.open)
            .run();
    return "temp.open_item_at";
}

} // namespace crm

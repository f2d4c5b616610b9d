// SPDX-License-Identifier: MIT
#include "crm/openitems/payable_item.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/contact/contact.hpp"

namespace crm
{

namespace
{

constexpr std::string_view columns = R"sql(
    SELECT d.id, d.number, d.kind, d.contact_id, d.side, d.date, d.due, d.currency, d.terms,
           d.gross, coalesce(i.open, 0))sql";

PayableItem read(const Statement& query)
{
    PayableItem item;
    item.id = query.integer(0);
    item.number = query.string(1);
    item.kind = document_kind(query.text(2));
    item.contact_id = query.integer(3);
    item.side = parse_side(query.text(4));
    item.date = query.date(5).value_or(Date{});
    item.due = query.date(6).value_or(item.date);
    item.currency = query.string(7);
    item.terms = query.string(8);
    item.gross = query.money(9);
    item.open = query.money(10);
    return item;
}

} // namespace

PayableItem payable_item(Store& store, std::int64_t document_id)
{
    auto query = store.prepare(fmt::format("{}{}", columns, R"sql(
      FROM document AS d
      LEFT JOIN open_item_index AS i ON i.item_id = d.id
     WHERE d.id = :id)sql"));
    query.bind(":id", document_id);
    if (!query.step())
        throw error(ErrorKind::not_found, "there is no document with the id {}", document_id);
    return read(query);
}

std::vector<PayableItem> payable_items(Store& store, std::int64_t contact_id, Side side,
                                       const std::string& currency, bool credits)
{
    auto query = store.prepare(fmt::format("{}{}", columns, R"sql(
      FROM open_item_index AS i
      JOIN document AS d ON d.id = i.item_id
     WHERE i.contact_id IN (SELECT id FROM contact WHERE id = :contact OR merged_into_id = :contact)
       AND i.side = :side AND i.currency = :currency AND (i.open < 0) = :credits
     ORDER BY i.due, d.id)sql"));
    query.bind(":contact", contact_id)
        .bind(":side", to_string(side))
        .bind(":currency", currency)
        .bind(":credits", credits);
    std::vector<PayableItem> items;
    while (query.step())
        items.push_back(read(query));
    return items;
}

std::int64_t document_of(Store& store, std::int64_t contact_id, std::string_view number)
{
    auto query = store.prepare(R"sql(
        SELECT id FROM document
         WHERE contact_id IN (SELECT id FROM contact WHERE id = :contact OR merged_into_id = :contact)
           AND (number_key = :key OR side = 'payable' AND lower(reference) = lower(:number))
         ORDER BY number_key <> :key, id DESC
         LIMIT 1)sql");
    const auto typed = trim(number);
    query.bind(":contact", contact_id).bind(":key", natural_key(typed)).bind(":number", typed);
    if (!query.step())
        throw error(ErrorKind::not_found, "{} has no document '{}'",
                    contact_by_id(store, contact_id).name, typed)
            .with_hint("`crm openitems list` shows what is open");
    return query.integer(0);
}

Side usual_side(Store& store, std::int64_t contact_id)
{
    auto query = store.prepare("SELECT supplier AND NOT customer FROM contact WHERE id = :id");
    query.bind(":id", contact_id);
    return query.step() && query.boolean(0) ? Side::payable : Side::receivable;
}

bool is_of(Store& store, const PayableItem& item, std::int64_t contact_id)
{
    if (item.contact_id == contact_id)
        return true;
    auto query =
        store.prepare("SELECT 1 FROM contact WHERE id = :id AND merged_into_id = :contact");
    query.bind(":id", item.contact_id).bind(":contact", contact_id);
    return query.step();
}

} // namespace crm

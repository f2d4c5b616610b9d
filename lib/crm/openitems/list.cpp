// SPDX-License-Identifier: MIT
#include "crm/openitems/list.hpp"

#include "crm/base/terms.hpp"
#include "crm/openitems/item_contact.hpp"
#include "crm/store/snapshot.hpp"

#include <algorithm>
#include <map>

namespace crm
{

namespace
{

// Contacts come in their order and bring their items in that of the due days, so that only the
// items of one contact are ever sorted. What was merged into another contact keeps its number, but
// is looked after with the other one. Nothing settles an item yet: what is open was so at each day
// since.
constexpr std::string_view select_items = R"sql(
    SELECT a.number, c.number, c.name, d.number, d.reference, d.kind, d.side, d.date, i.due,
           d.gross, i.open, d.currency, d.terms, coalesce(c.merged_into_id, c.id)
      FROM contact AS c
     CROSS JOIN open_item_index AS i ON i.contact_id = c.id
     CROSS JOIN document AS d ON d.id = i.item_id
      LEFT JOIN personal_account AS a ON a.contact_id = c.id AND a.side = i.side
     WHERE d.date <= :key_date AND i.due < :due_before)sql";

Statement prepare(Store& store, const OpenItemFilter& filter)
{
    std::string sql(select_items);
    if (filter.contact_id)
        sql += R"sql(
           AND c.id IN (SELECT id FROM contact WHERE id = :contact OR merged_into_id = :contact))sql";
    if (filter.side)
        sql += " AND i.side = :side";
    auto query = store.prepare(sql + " ORDER BY c.number_key, i.due, d.number_key");
    query.bind(":key_date", filter.key_date);
    if (filter.overdue_days)
        query.bind(":due_before", filter.key_date - std::chrono::days(*filter.overdue_days));
    else
        query.bind(":due_before", "9999-12-31");
    if (filter.contact_id)
        query.bind(":contact", *filter.contact_id);
    if (filter.side)
        query.bind(":side", to_string(*filter.side));
    return query;
}

/// Reads terms; the few that occur are read once.
class KnownTerms
{
  public:
    const PaymentTerms& of(std::string_view text)
    {
        auto known = read_.find(text);
        if (known == read_.end())
            known = read_.emplace(text, parse_terms(text, Decimal::point)).first;
        return known->second;
    }

  private:
    std::map<std::string, PaymentTerms, std::less<>> read_;
};

void set_skonto(OpenItem& item, const PaymentTerms& terms, Date key_date)
{
    for (const auto& step : terms.steps) {
        item.skonto_until = *item.date + std::chrono::days(step.days);
        item.skonto_amount = share(item.amount, step.rate);
        if (*item.skonto_until >= key_date)
            return;
    }
}

void read_item(const Statement& query, KnownTerms& terms, Date key_date, OpenItem& item)
{
    item.account = query.optional_integer(0);
    item.contact_number = query.text(1);
    item.contact = query.text(2);
    item.document = query.text(3);
    item.reference = query.text(4);
    item.kind = query.text(5);
    item.side = query.text(6);
    item.date = query.date(7);
    item.due = query.date(8);
    const bool credit = item.kind == to_string(DocumentKind::credit);
    item.amount = credit ? -query.money(9) : query.money(9);
    item.open = query.money(10);
    item.currency = query.text(11);
    item.days_overdue = std::max<std::int64_t>(0, (key_date - *item.due).count());
    item.skonto_until.reset();
    item.skonto_amount.reset();
    if (!credit && !query.is_null(12))
        set_skonto(item, terms.of(query.text(12)), key_date);
}

} // namespace

void list_open_items(Store& store, const OpenItemFilter& filter,
                     const std::function<bool(const OpenItem&)>& use)
{
    const Snapshot snapshot(store);
    ItemContacts contacts(store, filter.key_date);
    KnownTerms terms;
    auto query = prepare(store, filter);
    OpenItem item; // one for all, so that its strings keep their room
    std::int64_t contact_id = 0;
    while (query.step()) {
        read_item(query, terms, filter.key_date, item);
        if (query.integer(13) != contact_id) {
            contact_id = query.integer(13);
            item.who = contacts.of(contact_id);
        }
        if (filter.manager_id && contacts.manager_id() != filter.manager_id)
            continue;
        if (!use(item))
            return;
    }
}

} // namespace crm

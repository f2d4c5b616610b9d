// SPDX-License-Identifier: MIT
#include "crm/openitems/list.hpp"

#include "crm/base/terms.hpp"
#include "crm/openitems/item_contact.hpp"
#include "crm/openitems/item_dunning.hpp"
#include "crm/openitems/open_at.hpp"
#include "crm/openitems/skonto.hpp"
#include "crm/store/snapshot.hpp"

#include <algorithm>
#include <map>

namespace crm
{

namespace
{

// Contacts come in their order and bring their items in that of the due days, so that only the
// items of one contact are ever sorted. What was merged into another contact keeps its number, but
// is looked after with the other one.
constexpr std::string_view select_items = R"sql(
    SELECT a.number, c.number, c.name, coalesce(d.number, p.number), coalesce(d.reference, p.reference),
           d.kind, i.side, coalesce(d.date, p.date), i.due, coalesce(d.gross, -p.amount), i.open,
           i.currency, d.terms, coalesce(c.merged_into_id, c.id), i.item_id, c.id
      FROM contact AS c
     CROSS JOIN {} AS i ON i.contact_id = c.id
      LEFT JOIN document AS d ON d.id = i.item_id
      LEFT JOIN payment AS p ON p.id = -i.item_id
      LEFT JOIN personal_account AS a ON a.contact_id = c.id AND a.side = i.side
     WHERE i.due < :due_before)sql";

Statement prepare(Store& store, const OpenItemFilter& filter)
{
    auto sql = fmt::format(fmt::runtime(select_items), open_items_at(store, filter.key_date));
    if (filter.contact_id)
        sql += R"sql(
           AND c.id IN (SELECT id FROM contact WHERE id = :contact OR merged_into_id = :contact))sql";
    if (filter.side)
        sql += " AND i.side = :side";
    auto query =
        store.prepare(sql + " ORDER BY c.number_key, i.due, coalesce(d.number_key, p.number_key)");
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

/// The next step that can still be taken, else the last.
void set_skonto(OpenItem& item, const PaymentTerms& terms, Date key_date)
{
    for (const auto& step : skonto_steps(terms, *item.date, item.amount)) {
        item.skonto_until = step.until;
        item.skonto_amount = step.amount;
        if (step.until >= key_date)
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
    if (item.kind.empty())
        item.kind = "payment";
    item.amount = item.kind == "credit" ? -query.money(9) : query.money(9);
    item.open = query.money(10);
    item.currency = query.text(11);
    item.days_overdue = std::max<std::int64_t>(0, (key_date - *item.due).count());
    item.skonto_until.reset();
    item.skonto_amount.reset();
    if (item.amount > Money{} && !query.is_null(12))
        set_skonto(item, terms.of(query.text(12)), key_date);
}

} // namespace

void list_open_items(Store& store, const OpenItemFilter& filter,
                     const std::function<bool(const OpenItem&)>& use)
{
    const Snapshot snapshot(store);
    ItemContacts contacts(store, filter.key_date);
    ItemDunning dunning(store, filter.key_date);
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
        item.dunning_level = dunning.level(query.integer(14));
        item.dunning_block = dunning.blocked(query.integer(14), query.integer(15));
        if (!use(item))
            return;
    }
}

} // namespace crm

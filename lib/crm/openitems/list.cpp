// SPDX-License-Identifier: MIT
#include "crm/openitems/list.hpp"

#include "crm/base/terms.hpp"
#include "crm/openitems/item_contact.hpp"
#include "crm/openitems/open_at.hpp"
#include "crm/openitems/skonto.hpp"
#include "crm/openitems/skonto_base.hpp"
#include "crm/store/snapshot.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <span>
#include <tuple>

namespace crm
{

namespace
{

/// A contact and its items among all; what was merged into another contact keeps its number, but is
/// looked after with the other one.
struct Listed {
    std::string key;
    std::int64_t id = 0;
    std::int64_t looked_after_as = 0;
    std::string number;
    std::string name;
    std::span<const OpenAt> items;
};

/// Takes the items that the filter takes out of all.
void keep(std::vector<OpenAt>& items, const OpenItemFilter& filter)
{
    const auto due_before = filter.overdue_days
                                ? filter.key_date - std::chrono::days(*filter.overdue_days)
                                : Date::max();
    std::erase_if(items, [&](const OpenAt& item) {
        return item.due >= due_before || (filter.side && item.side != *filter.side);
    });
}

/// The contacts of the items, by number.
std::vector<Listed> contacts_of(Store& store, std::span<const OpenAt> items)
{
    auto query = store.prepare(R"sql(
        SELECT number_key, number, name, coalesce(merged_into_id, id) FROM contact WHERE id = :id)sql");
    std::vector<Listed> contacts;
    while (!items.empty()) {
        const auto id = items.front().contact_id;
        const auto end = std::ranges::upper_bound(items, id, {}, &OpenAt::contact_id);
        const auto count = static_cast<std::size_t>(end - items.begin());
        query.reset();
        query.bind(":id", id).step();
        contacts.push_back({query.string(0), id, query.integer(3), query.string(1), query.string(2),
                            items.first(count)});
        items = items.subspan(count);
    }
    std::ranges::sort(contacts, {}, &Listed::key);
    return contacts;
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

/// The next step that can still be taken, else the last; nothing once one was taken.
void set_skonto(OpenItem& item, const PaymentTerms& terms, Money base, Date key_date)
{
    if (base == Money{})
        return;
    for (const auto& step : skonto_steps(terms, *item.date, base)) {
        item.skonto_until = step.until;
        item.skonto_amount = step.amount;
        if (step.until >= key_date)
            return;
    }
}

/// What the document or payment of an item says.
struct Detail {
    const OpenAt* item;
    std::string key;
    std::string number;
    std::string reference;
    Date date;
    std::string kind;
    Money amount;
    std::string terms;
};

/// Reads what was open of one contact after the other.
class Details
{
  public:
    explicit Details(Store& store)
        : document_(store.prepare(R"sql(
        SELECT number_key, number, reference, date, kind, iif(kind = 'credit', -gross, gross), terms
          FROM document WHERE id = :id)sql")),
          payment_(store.prepare(R"sql(
        SELECT number_key, number, reference, date, 'payment', -amount, NULL
          FROM payment WHERE id = :id)sql"))
    {
    }

    /// By due day and number, until the next call.
    std::span<const Detail> of(std::span<const OpenAt> items)
    {
        details_.resize(items.size());
        for (std::size_t i = 0; i < items.size(); ++i)
            read(items[i], details_[i]);
        std::ranges::sort(details_, [](const Detail& a, const Detail& b) {
            return std::tie(a.item->due, a.key) < std::tie(b.item->due, b.key);
        });
        return details_;
    }

  private:
    void read(const OpenAt& item, Detail& detail)
    {
        auto& query = item.item_id < 0 ? payment_ : document_;
        query.reset();
        query.bind(":id", std::abs(item.item_id)).step();
        detail.item = &item;
        detail.key = query.text(0);
        detail.number = query.text(1);
        detail.reference = query.text(2);
        detail.date = *query.date(3);
        detail.kind = query.text(4);
        detail.amount = query.money(5);
        detail.terms = query.text(6);
    }

    Statement document_;
    Statement payment_;
    std::vector<Detail> details_;
};

void fill(OpenItem& row, const Detail& detail, KnownTerms& terms, SkontoBase& base, Date key_date)
{
    const auto& item = *detail.item;
    row.document = detail.number;
    row.reference = detail.reference;
    row.kind = detail.kind;
    row.side = to_string(item.side);
    row.date = detail.date;
    row.due = item.due;
    row.amount = detail.amount;
    row.open = item.open;
    row.currency = text_of(item.currency);
    row.days_overdue = std::max<std::int64_t>(0, (key_date - item.due).count());
    row.skonto_until.reset();
    row.skonto_amount.reset();
    if (row.amount <= Money{} || detail.terms.empty())
        return;
    if (const auto& agreed = terms.of(detail.terms); !agreed.steps.empty())
        set_skonto(row, agreed, base.of(item.item_id, row.amount, row.open), key_date);
}

/// The personal accounts of a contact, of both sides.
class Accounts
{
  public:
    explicit Accounts(Store& store)
        : query_(store.prepare(R"sql(
        SELECT side, number FROM personal_account WHERE contact_id = :contact)sql"))
    {
    }

    void read(std::int64_t contact_id)
    {
        numbers_ = {};
        query_.reset();
        query_.bind(":contact", contact_id);
        while (query_.step())
            numbers_[static_cast<std::size_t>(parse_side(query_.text(0)))] = query_.integer(1);
    }
    [[nodiscard]] std::optional<std::int64_t> of(Side side) const
    {
        return numbers_[static_cast<std::size_t>(side)];
    }

  private:
    Statement query_;
    std::array<std::optional<std::int64_t>, 2> numbers_;
};

} // namespace

void list_open_items(Store& store, const OpenItemFilter& filter,
                     const std::function<bool(const OpenItem&)>& use)
{
    const Snapshot snapshot(store);
    auto items = open_items_at(store, filter.key_date, filter.contact_id);
    keep(items, filter);
    ItemContacts contacts(store, filter.key_date);
    ItemDunning dunning(store, filter.key_date);
    Accounts accounts(store);
    Details details(store);
    KnownTerms terms;
    SkontoBase base(store, filter.key_date, filter.key_date);
    base.expect_many();
    OpenItem row; // one for all, so that its strings keep their room
    for (const auto& contact : contacts_of(store, items)) {
        row.who = contacts.of(contact.looked_after_as);
        if (filter.manager_id && contacts.manager_id() != filter.manager_id)
            continue;
        row.contact_number = contact.number;
        row.contact = contact.name;
        accounts.read(contact.id);
        for (const auto& detail : details.of(contact.items)) {
            fill(row, detail, terms, base, filter.key_date);
            row.account = accounts.of(detail.item->side);
            row.dunning_level = dunning.level(detail.item->item_id);
            row.block = dunning.block(detail.item->item_id, contact.looked_after_as);
            if (filter.promised)
                row.promise = dunning.promise(detail.item->item_id);
            if ((filter.blocked && !row.block) || (filter.promised && !row.promise))
                continue;
            if (!use(row))
                return;
        }
    }
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/openitems/dunning/reminder.hpp"

#include "crm/openitems/dunning/candidates.hpp"
#include "crm/openitems/dunning/rules.hpp"
#include "crm/openitems/item_contact.hpp"
#include "crm/openitems/item_letter.hpp"
#include "crm/store/snapshot.hpp"

#include <algorithm>

namespace crm
{

namespace
{

using std::chrono::days;

/// What was sold, on which interest is owed; on claims for late payment none is (§ 289 BGB).
bool is_principal(DocumentKind kind)
{
    return kind == DocumentKind::invoice || kind == DocumentKind::opening;
}

/// Whether it is a claim whose item is open: that is asked for together with the item.
bool waits_for_its_item(const DunningCandidate& claim, const DunningAccount& account)
{
    return claim.claim_id && std::ranges::any_of(account.items, [&](const DunningCandidate& item) {
               return item.item_id == *claim.claim_id;
           });
}

OtherItem other_item(const DunningCandidate& item)
{
    return {item.number, item.kind, item.date, item.open, item.claim_id};
}

void set_credits(Reminder& reminder, const DunningAccount& account)
{
    for (const auto& item : account.items)
        if (item.open < Money{})
            reminder.credits.push_back(other_item(item));
}

/// What was claimed before for late payment of what is reminded of.
void set_claims(Reminder& reminder, const DunningAccount& account)
{
    reminder.claims.clear();
    for (const auto& item : account.items)
        if (item.claim_id && item.open > Money{} &&
            std::ranges::any_of(reminder.items, [&](const RemindedItem& claimed) {
                return claimed.document_id == *item.claim_id;
            }))
            reminder.claims.push_back(other_item(item));
}

/// Makes reminders of accounts by the rules.
class Reminding
{
  public:
    Reminding(Store& store, const ReminderQuery& query)
        : store_(store), query_(query), rules_(dunning_rules(store, query.key_date)),
          interest_(store), contacts_(store, query.key_date)
    {
    }

    /// Nothing if nothing of the account is to be reminded of.
    std::optional<Reminder> of(const DunningAccount& account);

  private:
    [[nodiscard]] int next_level(const DunningCandidate& item) const;
    [[nodiscard]] Money interest_of(const DunningCandidate& item, bool business) const;
    [[nodiscard]] RemindedItem reminded(const DunningCandidate& item,
                                        const DunningAccount& account) const;
    void add_items(Reminder& reminder, const DunningAccount& account) const;
    [[nodiscard]] bool worth_it(const Reminder& reminder) const;
    void charge(Reminder& reminder) const;
    void address(Reminder& reminder);

    Store& store_;
    const ReminderQuery& query_;
    DunningRules rules_;
    DefaultInterest interest_;
    ItemContacts contacts_;
};

/// The level to which an item rises on the day; 0 if it does not.
int Reminding::next_level(const DunningCandidate& item) const
{
    const auto next = static_cast<std::size_t>(item.level) + 1;
    if (next > rules_.levels.size())
        return 0;
    const bool ripe = item.last_reminder ? query_.key_date - *item.last_reminder >=
                                               days(rules_.levels[next - 1].gap)
                                         : query_.key_date - item.due >= days(rules_.first_overdue);
    return ripe ? static_cast<int>(next) : 0;
}

Money Reminding::interest_of(const DunningCandidate& item, bool business) const
{
    auto first = item.due + days(1);
    if (rules_.interest_start == InterestStart::due_30)
        first += days(30);
    else if (rules_.interest_start == InterestStart::reminder) {
        if (!item.first_reminder)
            return {};
        first = *item.first_reminder + days(1);
    }
    return interest_.on(item.principal, item.changes, {first, query_.key_date}, business);
}

RemindedItem Reminding::reminded(const DunningCandidate& item, const DunningAccount& account) const
{
    RemindedItem row;
    row.document_id = item.item_id;
    row.document = item.number;
    row.kind = document_kind(item.kind);
    row.date = item.date;
    row.due = item.due;
    row.days_overdue = (query_.key_date - item.due).count();
    row.open = item.open;
    row.level = next_level(item);
    row.total = item.open;
    if (row.level == 0 || !is_principal(row.kind))
        return row;
    const auto& level = rules_.levels[static_cast<std::size_t>(row.level) - 1];
    row.interest = interest_of(item, account.business);
    if (level.interest) {
        row.new_interest = std::max(Money{}, row.interest - item.claimed_interest);
        row.total += std::max(Money{}, row.interest - item.paid_interest);
    }
    if (level.lumpsum && account.business && !item.lumpsum_claimed &&
        account.currency == rules_.currency)
        row.lumpsum = rules_.lumpsum;
    row.total += row.lumpsum;
    return row;
}

void Reminding::add_items(Reminder& reminder, const DunningAccount& account) const
{
    for (const auto& item : account.items) {
        const bool document = item.item_id > 0; // else a refund that was more than was owed
        if (!document || item.open <= Money{} || item.due >= query_.key_date || item.held ||
            waits_for_its_item(item, account) || next_level(item) == 0)
            continue;
        reminder.items.push_back(reminded(item, account));
    }
}

/// Whether what is owed in all, before what the reminder adds to it, is worth a letter.
bool Reminding::worth_it(const Reminder& reminder) const
{
    Money owed;
    for (const auto& item : reminder.items)
        owed += item.open;
    for (const auto* others : {&reminder.claims, &reminder.credits})
        for (const auto& other : *others)
            owed += other.open;
    return owed > Money{} && owed >= rules_.minimum;
}

/// A letter costs one fee, whatever it asks for: that of the highest level of what was sold. It
/// stands at the first item of that level.
void Reminding::charge(Reminder& reminder) const
{
    RemindedItem* highest = nullptr;
    for (auto& item : reminder.items)
        if (is_principal(item.kind) && (highest == nullptr || item.level > highest->level))
            highest = &item;
    if (highest == nullptr || reminder.currency != rules_.currency)
        return;
    highest->fee = rules_.levels[static_cast<std::size_t>(highest->level) - 1].fee;
    highest->total += highest->fee;
}

void Reminding::address(Reminder& reminder)
{
    const auto& who = contacts_.of(reminder.contact_id);
    reminder.person = who.accounting_person;
    reminder.person_id = who.accounting_person_id;
    auto address = letter_address(store_, reminder.contact_id, who, query_.key_date);
    reminder.email = std::move(address.email);
    reminder.address = std::move(address.lines);
    reminder.channel = std::move(address.channel);
}

std::optional<Reminder> Reminding::of(const DunningAccount& account)
{
    Reminder reminder;
    add_items(reminder, account);
    if (reminder.items.empty())
        return std::nullopt;
    set_credits(reminder, account);
    set_claims(reminder, account);
    if (!worth_it(reminder))
        return std::nullopt;
    if (query_.level) {
        std::erase_if(reminder.items,
                      [&](const RemindedItem& item) { return item.level != *query_.level; });
        if (reminder.items.empty())
            return std::nullopt;
        set_claims(reminder, account);
    }
    reminder.contact_id = account.contact_id;
    reminder.contact_number = account.contact_number;
    reminder.contact = account.contact;
    reminder.currency = account.currency;
    reminder.date = query_.key_date;
    for (const auto& item : reminder.items)
        reminder.level = std::max(reminder.level, item.level);
    reminder.term =
        query_.key_date + days(rules_.levels[static_cast<std::size_t>(reminder.level) - 1].term);
    charge(reminder);
    address(reminder);
    return reminder;
}

} // namespace

Money Reminder::total() const
{
    Money sum;
    for (const auto& item : items)
        sum += item.open + item.fee + item.new_interest + item.lumpsum;
    for (const auto* others : {&claims, &credits})
        for (const auto& other : *others)
            sum += other.open;
    return sum;
}

void for_each_reminder(Store& store, const ReminderQuery& query,
                       const std::function<bool(const Reminder&)>& use)
{
    const Snapshot snapshot(store);
    Reminding reminding(store, query);
    DunningAccounts accounts(store, query.key_date, query.contact_id);
    while (const auto* account = accounts.next())
        if (const auto reminder = reminding.of(*account))
            if (!use(*reminder))
                return;
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/switchboard/card.hpp"

#include "crm/base/items.hpp"
#include "crm/contact/details.hpp"
#include "crm/contact/manager.hpp"
#include "crm/log/entry.hpp"

#include <algorithm>

namespace crm
{

namespace
{

void read_state(Store& store, Card& card)
{
    auto state = store.prepare(R"sql(
        SELECT c.archived_on, s.code, s.extension
          FROM contact AS c
          LEFT JOIN staff AS s ON s.contact_id = c.id
         WHERE c.id = :id)sql");
    state.bind(":id", card.contact.id).step();
    card.archived_on = state.date(0);
    card.staff_code = state.string(1);
    card.extension = state.string(2);
    auto merged =
        store.prepare("SELECT number FROM contact WHERE merged_into_id = :id ORDER BY number_key");
    merged.bind(":id", card.contact.id);
    while (merged.step())
        card.former_numbers.push_back(merged.string(0));
}

std::vector<CardPerson> people(Store& store, std::int64_t company_id, Date today)
{
    auto query = store.prepare(R"sql(
        SELECT p.number, p.name, e.role, coalesce(e.phone, p.phone), p.mobile, coalesce(e.email, p.email),
               (SELECT group_concat(function, ';') FROM employment_function WHERE employment_id = e.id)
          FROM employment AS e
          JOIN contact AS p ON p.id = e.person_id
         WHERE e.company_id = :company
           AND p.archived_on IS NULL
           AND coalesce(e.first_day, :today) <= :today
           AND coalesce(e.last_day, :today) >= :today
         ORDER BY p.number_key, e.id)sql");
    query.bind(":company", company_id).bind(":today", today);
    std::vector<CardPerson> found;
    while (query.step()) {
        found.push_back({query.string(0),
                         query.string(1),
                         query.string(2),
                         query.string(3),
                         query.string(4),
                         query.string(5),
                         {}});
        for_each_item(query.text(6),
                      [&](std::string_view item) { found.back().functions.emplace_back(item); });
    }
    return found;
}

std::vector<CardRelation> relations(Store& store, std::int64_t contact_id)
{
    // Recorded is what the first contact is to the second.
    auto query = store.prepare(R"sql(
        SELECT 0 AS inverted, r.kind, c.number, c.name
          FROM relation AS r
          JOIN contact AS c ON c.id = r.contact_id
         WHERE r.other_id = :id
        UNION ALL
        SELECT 1, r.kind, c.number, c.name
          FROM relation AS r
          JOIN contact AS c ON c.id = r.other_id
         WHERE r.contact_id = :id
         ORDER BY 2, 3)sql");
    query.bind(":id", contact_id);
    std::vector<CardRelation> found;
    while (query.step()) {
        auto kind = query.string(1);
        found.push_back({query.boolean(0) ? inverse_relation(kind).value_or(kind) : kind,
                         query.string(2), query.string(3)});
    }
    return found;
}

std::vector<std::pair<std::string, std::string>> own_fields(Store& store, std::int64_t contact_id)
{
    auto query =
        store.prepare("SELECT key, value FROM contact_field WHERE contact_id = :id ORDER BY key");
    query.bind(":id", contact_id);
    std::vector<std::pair<std::string, std::string>> found;
    while (query.step())
        found.emplace_back(query.string(0), query.string(1));
    return found;
}

/// One pass over the contact's entries, newest first.
void read_log(Store& store, Card& card, Date today)
{
    constexpr std::size_t shown = 5;
    LogFilter filter;
    filter.contact = card.contact;
    list_log(store, filter, [&](const LogRow& entry) {
        if (entry.agreement && card.agreements.size() < shown)
            card.agreements.push_back(entry);
        if (counts_as_contact(entry.channel) && entry.at.substr(0, 10) <= to_string(today) &&
            card.talks.size() < shown)
            card.talks.push_back(entry);
        if (entry.follow_up && !entry.done.value_or(false)) {
            card.follow_ups.push_back(entry);
            card.follow_ups.back().staff = entry.follow_up_staff;
        }
        return true;
    });
    std::ranges::stable_sort(card.follow_ups, {}, &LogRow::follow_up);
    FrequencyQuery wanted;
    wanted.contact_id = card.contact.id;
    wanted.persons = card.contact.kind == ContactKind::person;
    list_frequency(store, wanted, today, [&](const FrequencyRow& row) {
        if (row.contacts > 0 || row.target)
            card.frequency = row;
        return false;
    });
}

} // namespace

Card card_of(Store& store, const Contact& contact, Date today)
{
    Card card;
    card.contact = contact;
    card.values = read_values(store, contact.id);
    read_state(store, card);
    card.addresses = addresses_of(store, contact.id, today);
    if (contact.kind == ContactKind::person)
        card.employments = present_employments(store, contact.id, today);
    else
        card.people = people(store, contact.id, today);
    const auto& recorded = card.values[Field::consumer];
    card.consumer = recorded ? *recorded == "yes"
                             : contact.kind == ContactKind::person && card.employments.empty();
    if (const auto manager = manager_of(store, contact.id, today)) {
        card.manager_code = manager->code;
        card.manager = manager->name;
        card.manager_extension = manager->extension;
        card.deputy = manager->deputy;
        card.manager_absent_until = manager->absent_until;
    }
    card.tags = tags_of(store, contact.id);
    card.own_fields = own_fields(store, contact.id);
    card.relations = relations(store, contact.id);
    card.notes = notes_in_force(store, contact.id, today);
    card.consents = current_consents(store, contact.id);
    for (const auto& work : card.employments)
        for (auto& consent : current_consents(store, work.company_id))
            if (consent.blocks)
                card.company_blocks.push_back(
                    {work.company_number, work.company, std::move(consent)});
    card.conditions = conditions_in_force(store, contact.id, today);
    read_log(store, card, today);
    card.trade = trade_of(store, contact, today);
    card.last_orders = last_orders(store, contact.id);
    return card;
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/switchboard/lookup.hpp"

#include "crm/base/items.hpp"
#include "crm/base/phone.hpp"
#include "crm/base/text.hpp"
#include "crm/contact/caller.hpp"
#include "crm/contact/contact.hpp"
#include "crm/contact/manager.hpp"
#include "crm/contact/notes.hpp"
#include "crm/contact/search/find.hpp"
#include "crm/log/last_talk.hpp"
#include "crm/store/snapshot.hpp"
#include "crm/switchboard/trade.hpp"

#include <array>

namespace crm
{

namespace
{

constexpr std::size_t fewest_digits = 6;
constexpr std::size_t longest_extension = 6;
constexpr std::size_t shortest_trunk = 6; // "+49" and three digits

std::string pinned_on(Store& store, const Caller& caller, Date today)
{
    auto texts = pinned_notes(store, caller.id, today);
    if (caller.company_id != 0 && caller.company_id != caller.id)
        for (auto& text : pinned_notes(store, caller.company_id, today))
            texts.push_back(std::move(text));
    return joined(texts, " | ");
}

LookupRow row_of(Store& store, const Caller& caller, Date today)
{
    LookupRow row;
    row.caller = caller.name;
    row.number = caller.number;
    row.company = caller.company;
    row.company_number = caller.company_number;
    row.role = caller.role;
    if (auto manager = manager_of(store, caller.managed_id, today)) {
        row.manager = std::move(manager->name);
        row.manager_extension = std::move(manager->extension);
        row.deputy = std::move(manager->deputy);
        if (row.deputy.empty())
            row.nobody_until = manager->absent_until;
    }
    row.pinned = pinned_on(store, caller, today);
    if (auto last = last_talk(store, caller.id, caller.company_id, today)) {
        row.last_contact = last->day;
        row.last_staff = std::move(last->staff);
        row.last_subject = std::move(last->subject);
    }
    const auto owed = balance_of(store, caller.company_id != 0 ? caller.company_id : caller.id,
                                 Side::receivable, today);
    row.open_amount = owed.open;
    row.overdue_amount = owed.overdue;
    return row;
}

/// What was typed with the code of its country, + or 00 before it, as `+` and digits; else empty.
std::string international(std::string_view phone)
{
    auto digits = phone_digits(phone);
    if (digits.starts_with("00"))
        digits.replace(0, 2, "+");
    return looks_like_phone(phone) && digits.starts_with('+') ? digits : std::string();
}

/// The companies whose number, or whose number without an extension 0, the called one continues.
std::vector<Caller> behind_trunk(Store& store, const std::string& called, Date today)
{
    std::vector<Caller> found;
    for (std::size_t more = 0; more <= longest_extension && found.empty(); ++more) {
        if (called.size() < shortest_trunk + more)
            break;
        const auto trunk = called.substr(0, called.size() - more);
        for (const auto& stored : {trunk + "0", trunk})
            for (auto& holder : holders_of(store, stored, today))
                if (holder.is_company && holder.point_kind == "phone")
                    found.push_back(std::move(holder));
    }
    return found;
}

std::vector<LookupRow> rows_of(Store& store, const std::vector<Caller>& callers, Date today)
{
    std::vector<LookupRow> rows;
    for (const auto& caller : callers)
        rows.push_back(row_of(store, caller, today));
    return rows;
}

using Row = LookupRow;
constexpr std::array<Column<Row>, 14> columns = {{
    {"caller", "CALLER", Kind::text, [](const Row& r) { return text_cell(r.caller); }},
    {"number", "NUMBER", Kind::text, [](const Row& r) { return text_cell(r.number); }},
    {"company", "COMPANY", Kind::text, [](const Row& r) { return text_cell(r.company); }},
    {"company_number", "COMPANY NUMBER", Kind::text,
     [](const Row& r) { return text_cell(r.company_number); }},
    {"role", "ROLE", Kind::text, [](const Row& r) { return text_cell(r.role); }},
    {"manager", "MANAGER", Kind::text, [](const Row& r) { return text_cell(r.manager); }},
    {"manager_extension", "EXTENSION", Kind::text,
     [](const Row& r) { return text_cell(r.manager_extension); }},
    {"deputy", "DEPUTY", Kind::text, [](const Row& r) { return text_cell(r.deputy); }},
    {"pinned", "PINNED", Kind::text, [](const Row& r) { return text_cell(r.pinned); }},
    {"last_contact", "LAST CONTACT", Kind::date, [](const Row& r) { return cell(r.last_contact); }},
    {"last_staff", "WITH", Kind::text, [](const Row& r) { return text_cell(r.last_staff); }},
    {"last_subject", "ABOUT", Kind::text, [](const Row& r) { return text_cell(r.last_subject); }},
    {"open_amount", "OPEN", Kind::money, [](const Row& r) { return cell(r.open_amount); }},
    {"overdue_amount", "OVERDUE", Kind::money, [](const Row& r) { return cell(r.overdue_amount); }},
}};

} // namespace

std::span<const Column<LookupRow>> lookup_columns()
{
    return columns;
}

Lookup::Lookup(Store& store) : store_(store), indexer_(store) {}

std::vector<LookupRow> Lookup::by_phone(std::string_view phone, Date today)
{
    const Snapshot snapshot(store_);
    const auto number = indexer_.e164(phone, "");
    std::vector<Caller> callers;
    if (number)
        callers = holders_of(store_, *number, today);
    if (callers.empty() && looks_like_phone(phone))
        callers = holders_of(store_, digits_as_typed(phone), today);
    // With an extension a number may be too long for its country, and be no number of it.
    if (callers.empty())
        callers = behind_trunk(store_, number.value_or(international(phone)), today);
    return rows_of(store_, callers, today);
}

std::vector<LookupRow> Lookup::by_text(const std::string& text, Date today, std::int64_t limit)
{
    const Snapshot snapshot(store_);
    if (looks_like_phone(text)) {
        auto rows = by_phone(text, today);
        if (const auto contact = contact_by_number(store_, trim(text)); contact && rows.empty())
            rows.push_back(row_of(store_, caller_of(store_, contact->id, today), today));
        return rows;
    }
    FindQuery query;
    query.texts = {text};
    query.limit = limit;
    std::vector<LookupRow> rows;
    for (const auto& found : find_contacts(store_, query, today))
        rows.push_back(row_of(store_, caller_at(store_, found.id, found.employment_id), today));
    if (rows.empty() && phone_digits(text).size() >= fewest_digits)
        return by_phone(text, today); // a number with words in it: "0711 1000 ext. 12"
    return rows;
}

} // namespace crm

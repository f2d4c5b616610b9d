// SPDX-License-Identifier: MIT
#include "crm/switchboard/disclose.hpp"

#include "crm/base/translate.hpp"
#include "crm/contact/condition.hpp"
#include "crm/format/json_value.hpp"
#include "crm/switchboard/retention.hpp"

#include <array>
#include <string_view>

namespace crm
{

namespace
{

/// A part of the disclosure; :id is the person's. Contacts merged into the person are the person,
/// too.
struct Part {
    const char* key;
    const char* sql;
};

constexpr std::array<Part, 25> parts = {{
    {"contact", "SELECT * FROM contacts WHERE id = :id"},
    {"former_records", "SELECT number, name FROM contact WHERE merged_into_id = :id ORDER BY id"},
    {"own_fields", "SELECT key, value FROM contact_fields WHERE contact_id = :id ORDER BY key"},
    {"addresses", "SELECT * FROM addresses WHERE contact_id = :id ORDER BY id"},
    {"tags", "SELECT tag FROM contact_tags WHERE contact_id = :id ORDER BY tag"},
    {"employments", "SELECT * FROM employments WHERE person_id = :id ORDER BY id"},
    {"staff", "SELECT * FROM staff_members WHERE contact_id = :id"},
    {"absences", "SELECT * FROM absences WHERE contact_id = :id ORDER BY first_day"},
    {"relations", "SELECT * FROM relations WHERE contact_id = :id OR other_id = :id"},
    {"notes", "SELECT * FROM notes WHERE contact_id = :id ORDER BY id"},
    {"consents", R"sql(
        SELECT * FROM consents
         WHERE contact_id IN (SELECT id FROM contact WHERE id = :id OR merged_into_id = :id)
         ORDER BY id)sql"},
    {"log", R"sql(
        SELECT * FROM log_entries
         WHERE contact_id = :id OR person_id = :id
            OR id IN (SELECT log_id FROM log_participants WHERE person_id = :id)
         ORDER BY id)sql"},
    {"orders", R"sql(
        SELECT * FROM orders
         WHERE contact_id IN (SELECT id FROM contact WHERE id = :id OR merged_into_id = :id)
            OR person_id IN (SELECT id FROM contact WHERE id = :id OR merged_into_id = :id)
         ORDER BY id)sql"},
    {"order_confirmations", R"sql(
        SELECT o.number, k.recipient, k.vat_id
          FROM order_confirmation AS k
          JOIN order_head AS o ON o.id = k.order_id
         WHERE o.contact_id IN (SELECT id FROM contact WHERE id = :id OR merged_into_id = :id)
            OR o.person_id IN (SELECT id FROM contact WHERE id = :id OR merged_into_id = :id)
         ORDER BY o.id)sql"},
    {"deliveries", R"sql(
        SELECT d.number, o.number AS order_number, d.kind, d.date, d.recipient, d.vat_id
          FROM delivery AS d
          JOIN order_head AS o ON o.id = d.order_id
         WHERE o.contact_id IN (SELECT id FROM contact WHERE id = :id OR merged_into_id = :id)
            OR o.person_id IN (SELECT id FROM contact WHERE id = :id OR merged_into_id = :id)
         ORDER BY d.id)sql"},
    {"documents", R"sql(
        SELECT * FROM documents
         WHERE contact_id IN (SELECT id FROM contact WHERE id = :id OR merged_into_id = :id)
            OR person_id IN (SELECT id FROM contact WHERE id = :id OR merged_into_id = :id)
         ORDER BY id)sql"},
    {"mandates", R"sql(
        SELECT * FROM mandates
         WHERE contact_id IN (SELECT id FROM contact WHERE id = :id OR merged_into_id = :id)
         ORDER BY id)sql"},
    {"payment_files", R"sql(
        SELECT * FROM payment_file_items
         WHERE contact_id IN (SELECT id FROM contact WHERE id = :id OR merged_into_id = :id)
         ORDER BY id)sql"},
    {"reminders", R"sql(
        SELECT * FROM dunning_lines
         WHERE contact_id IN (SELECT id FROM contact WHERE id = :id OR merged_into_id = :id)
         ORDER BY id)sql"},
    {"reminder_letters", R"sql(
        SELECT * FROM dunning_letters
         WHERE contact_id IN (SELECT id FROM contact WHERE id = :id OR merged_into_id = :id)
            OR person_id IN (SELECT id FROM contact WHERE id = :id OR merged_into_id = :id)
         ORDER BY id)sql"},
    {"reminder_blocks", R"sql(
        SELECT * FROM dunning_blocks
         WHERE contact_id IN (SELECT id FROM contact WHERE id = :id OR merged_into_id = :id)
         ORDER BY id)sql"},
    {"payment_promises", R"sql(
        SELECT * FROM payment_promises
         WHERE contact_id IN (SELECT id FROM contact WHERE id = :id OR merged_into_id = :id)
         ORDER BY id)sql"},
    {"mailings", "SELECT * FROM mailing_recipients WHERE contact_id = :id ORDER BY id"},
    {"mailing_responses", "SELECT * FROM mailing_responses WHERE contact_id = :id ORDER BY id"},
    {"changes", R"sql(
        SELECT at, user, command, table_name, before, after FROM audit_log
         WHERE contact_id = :id
         ORDER BY id)sql"},
}};

Json value_of(const Statement& query, int column)
{
    switch (query.type(column)) {
    case Statement::Type::null:
        return nullptr;
    case Statement::Type::integer:
        return query.integer(column);
    default:
        return query.string(column);
    }
}

/// Numbers that only the database knows records by.
bool is_internal(std::string_view name)
{
    return name == "id" || (name.ends_with("_id") && name != "vat_id");
}

Json rows_of(Store& store, const Part& part, std::int64_t person_id)
{
    auto query = store.prepare(part.sql);
    query.bind(":id", person_id);
    auto rows = Json::array();
    while (query.step()) {
        auto row = Json::object();
        for (int column = 0; column < query.columns(); ++column)
            if (auto name = query.column_name(column); !is_internal(name))
                row[name] = value_of(query, column);
        rows.push_back(std::move(row));
    }
    return rows;
}

/// What article 15 (1) wants to be said besides the data.
Json information()
{
    return {
        {"purposes", tr("business relations: contacts, conversations, agreements, orders, "
                        "payments and, where permitted, advertising")},
        {"recipients",
         tr("the bank, of payments in files for it, and the tax adviser, of what is booked; "
            "no others outside the company are recorded")},
        {"source", tr("the person, their employer or own research, unless a consent names it")},
        {"rights", tr("access, rectification, erasure, restriction, portability, objection, and "
                      "a complaint to the supervisory authority (GDPR 15 to 21, 77)")},
    };
}

Json conditions(Store& store, const Contact& person)
{
    auto ids = store.prepare(R"sql(
        SELECT id FROM conditions
         WHERE contact_id = :id OR agreed_with = :number
         ORDER BY id)sql");
    ids.bind(":id", person.id).bind(":number", person.number);
    auto rows = Json::array();
    while (ids.step()) {
        const auto condition = condition_by_id(store, ids.integer(0));
        rows.push_back({{"contact_number", condition.contact_number},
                        {"kind", to_string(condition.kind)},
                        {"value", value_of(condition)},
                        {"about", scope_of(condition)},
                        {"from", day_of(condition.first_day)},
                        {"to", day_of(condition.last_day)},
                        {"agreed_with", condition.agreed_with},
                        {"agreed_on", day_of(condition.agreed_on)},
                        {"staff", condition.staff},
                        {"note", condition.note}});
    }
    return rows;
}

Json retention(Store& store, std::int64_t person_id, Date today)
{
    auto rows = Json::array();
    for (const auto& held : held_records(store, person_id, today))
        rows.push_back({{"record", held.record},
                        {"about", held.about},
                        {"kept_until", day_of(held.until)},
                        {"reason", held.reason}});
    return rows;
}

} // namespace

std::string disclosure(Store& store, const Contact& person, Date today)
{
    Json document = {{"disclosed_on", to_string(today)}, {"information", information()}};
    for (const auto& part : parts)
        document[part.key] = rows_of(store, part, person.id);
    document["contact"] = document["contact"].front();
    document["conditions"] = conditions(store, person);
    document["retention"] = retention(store, person.id, today);
    return json_text(document);
}

} // namespace crm

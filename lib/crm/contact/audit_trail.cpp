// SPDX-License-Identifier: MIT
#include "crm/contact/audit_trail.hpp"

#include "crm/base/text.hpp"
#include "crm/contact/staff.hpp"
#include "crm/format/json_value.hpp"
#include "crm/store/snapshot.hpp"

#include <array>

namespace crm
{

namespace
{

// An employment and what it is for belong to the person in the audit; a company finds them by the
// record.
constexpr const char* of_contact = R"sql(
    WITH one AS (SELECT id FROM contact WHERE id = :contact OR merged_into_id = :contact),
         job AS (SELECT id, person_id FROM employment WHERE company_id IN one),
         function AS (SELECT id FROM employment_function WHERE employment_id IN (SELECT id FROM job))
    SELECT id FROM audit WHERE contact_id IN one
     UNION
    SELECT id FROM audit
     WHERE contact_id IN (SELECT person_id FROM job)
       AND ((table_name = 'employment' AND record IN (SELECT id FROM job)) OR
            (table_name = 'employment_function' AND record IN function)))sql";

std::string select_changes(const AuditFilter& filter)
{
    std::string sql = R"sql(
        SELECT a.id, a.at, a.user, a.command, a.table_name, a.record, v.before, v.after
          FROM audit AS a
          LEFT JOIN audit_value AS v ON v.audit_id = a.id
         WHERE (:since IS NULL OR a.at >= :since)
           AND (:until IS NULL OR a.at < :until))sql";
    if (filter.contact_id)
        sql += fmt::format(" AND a.id IN ({})", of_contact);
    if (filter.record)
        sql += " AND a.table_name = :table AND a.record = :record";
    return sql + " ORDER BY a.id";
}

/// Staff codes are stored as typed, so several spellings may mean one user.
std::vector<std::string> spellings(Store& store, const std::string& user)
{
    const auto wanted = lower(user);
    std::vector<std::string> found;
    auto query = store.prepare("SELECT DISTINCT user FROM audit");
    while (query.step())
        if (lower(query.text(0)) == wanted)
            found.push_back(query.string(0));
    if (found.empty())
        static_cast<void>(find_staff(store, user));
    return found;
}

Json parse(const Statement& query, int column)
{
    const auto text = query.text(column);
    auto parsed = text.empty() ? Json::object() : Json::parse(text, nullptr, false);
    return parsed.is_object() ? parsed : Json::object();
}

std::optional<std::string> text_of(const Json& value)
{
    if (value.is_null())
        return std::nullopt;
    return value.is_string() ? value.get<std::string>() : value.dump();
}

std::optional<std::string> value_of(const Json& object, const std::string& key)
{
    const auto member = object.find(key);
    return member == object.end() ? std::nullopt : text_of(*member);
}

/// Hands over what was made as a part of another record, a value at a time; see audit_parts.hpp.
bool split_parts(const std::string& table, const Json& rows, AuditChange part,
                 const std::function<bool(const AuditChange&)>& use)
{
    part.table = table;
    part.before = std::nullopt;
    const auto& columns = rows.front();
    for (std::size_t row = 1; row < rows.size(); ++row) {
        part.record = rows[row].front().get<std::int64_t>();
        for (std::size_t place = 0; place < columns.size(); ++place) {
            part.field = columns[place].get<std::string>();
            part.after = text_of(rows[row][place]);
            if (part.after && !use(part))
                return false;
        }
    }
    return true;
}

/// Hands over a row of the audit, a field at a time; false when no more are wanted.
bool split(const Statement& query, AuditChange& change,
           const std::function<bool(const AuditChange&)>& use)
{
    const auto before = parse(query, 6);
    const auto after = parse(query, 7);
    if (before.empty() && after.empty()) {
        change.field = change.before = change.after = std::nullopt;
        return use(change);
    }
    // An insertion has only values after, a deletion only before, a change the same fields in both.
    for (const auto& [key, value] : (after.empty() ? before : after).items()) {
        if (value.is_array()) {
            if (!split_parts(key, value, change, use))
                return false;
            continue;
        }
        change.field = key;
        change.before = value_of(before, key);
        change.after = value_of(after, key);
        if (!use(change))
            return false;
    }
    return true;
}

constexpr std::array<Column<AuditChange>, 9> columns = {{
    {"id", "ID", Kind::integer, [](const AuditChange& c) -> Cell { return c.id; }},
    {"at", "AT", Kind::text, [](const AuditChange& c) -> Cell { return std::string_view(c.at); }},
    {"user", "USER", Kind::text,
     [](const AuditChange& c) -> Cell { return std::string_view(c.user); }},
    {"command", "COMMAND", Kind::text,
     [](const AuditChange& c) -> Cell { return std::string_view(c.command); }},
    {"table", "TABLE", Kind::text,
     [](const AuditChange& c) -> Cell { return std::string_view(c.table); }},
    {"record", "RECORD", Kind::integer, [](const AuditChange& c) -> Cell { return c.record; }},
    {"field", "FIELD", Kind::text, [](const AuditChange& c) { return cell(c.field); }},
    {"before", "BEFORE", Kind::text, [](const AuditChange& c) { return cell(c.before); }},
    {"after", "AFTER", Kind::text, [](const AuditChange& c) { return cell(c.after); }},
}};

} // namespace

std::span<const Column<AuditChange>> audit_columns()
{
    return columns;
}

void list_audit(Store& store, const AuditFilter& filter,
                const std::function<bool(const AuditChange&)>& use)
{
    const Snapshot snapshot(store);
    const auto users = filter.user ? spellings(store, *filter.user) : std::vector<std::string>{};
    auto query = store.prepare(select_changes(filter));
    query.bind(":since", filter.since);
    // Times of day sort after the bare day they belong to.
    query.bind(":until",
               filter.until ? std::optional(*filter.until + std::chrono::days(1)) : std::nullopt);
    if (filter.contact_id)
        query.bind(":contact", *filter.contact_id);
    if (filter.record)
        query.bind(":table", filter.record->table).bind(":record", filter.record->id);
    AuditChange change;
    while (query.step()) {
        if (filter.user && std::find(users.begin(), users.end(), query.text(2)) == users.end())
            continue;
        change.id = query.integer(0);
        change.at = query.text(1);
        change.user = query.text(2);
        change.command = query.text(3);
        change.table = query.text(4);
        change.record = query.integer(5);
        if (!split(query, change, use))
            return;
    }
}

} // namespace crm

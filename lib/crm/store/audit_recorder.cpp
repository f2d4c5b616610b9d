// SPDX-License-Identifier: MIT
#include "crm/store/audit_recorder.hpp"

#include "crm/base/json_text.hpp"
#include "crm/store/audit_parts.hpp"
#include "crm/store/store.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <utility>

namespace crm
{

namespace
{

constexpr std::size_t most_waiting = 16 * 1024 * 1024; // bytes, in bulk work

/// The bytes of a text. Unlike sqlite3_value_text() this makes no copy only to end it with a zero.
std::string_view bytes_of(sqlite3_value* value)
{
    const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value));
    return {bytes, static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

void append_value(std::string& json, sqlite3_value* value)
{
    switch (sqlite3_value_type(value)) {
    case SQLITE_NULL:
        json += "null";
        break;
    case SQLITE_INTEGER:
        json += fmt::format_int(sqlite3_value_int64(value)).c_str();
        break;
    default:
        append_json_string(json, bytes_of(value));
    }
}

void append_member(std::string& json, const std::string& key, sqlite3_value* value)
{
    json += json.empty() ? '{' : ',';
    json += key;
    append_value(json, value);
}

bool same(sqlite3_value* a, sqlite3_value* b)
{
    if (sqlite3_value_type(a) != sqlite3_value_type(b))
        return false;
    if (sqlite3_value_type(a) == SQLITE_INTEGER)
        return sqlite3_value_int64(a) == sqlite3_value_int64(b);
    if (sqlite3_value_type(a) == SQLITE_NULL)
        return true;
    return bytes_of(a) == bytes_of(b);
}

} // namespace

void audit_hook(void* recorder, sqlite3*, int operation, const char*, const char* table,
                long long old_record, long long new_record)
{
    static_cast<AuditRecorder*>(recorder)->note(operation, table, old_record, new_record);
}

void AuditRecorder::attach(sqlite3* connection, const StoreOptions& options, std::string file,
                           BulkTable& bulk)
{
    connection_ = connection;
    options_ = &options;
    writer_.attach(connection, std::move(file), bulk);
}

void AuditRecorder::begin()
{
    load_tables();
    at_ = options_->clock ? options_->clock() : "1970-01-01T00:00:00Z";
    writer_.start_over();
    recording_ = true;
    sqlite3_preupdate_hook(connection_, audit_hook, this);
}

void AuditRecorder::end()
{
    sqlite3_preupdate_hook(connection_, nullptr, nullptr);
    recording_ = false;
    collecting_ = false;
    forget();
}

void AuditRecorder::take_back()
{
    forget();
    writer_.start_over();
}

void AuditRecorder::drop()
{
    waiting_.keep(settled_);
    if (collecting_) // else nothing waits for its parts
        for (auto& [name, table] : tables_)
            table.made.clear();
}

void AuditRecorder::forget()
{
    settled_ = 0;
    drop();
}

void AuditRecorder::flush()
{
    settled_ = waiting_.size();
    if (!collecting_ || waiting_.bytes() >= most_waiting)
        write_waiting();
}

void AuditRecorder::write_waiting()
{
    if (waiting_.empty())
        return;
    // Writing the audit changes only tables that are not recorded.
    sqlite3_preupdate_hook(connection_, nullptr, nullptr);
    try {
        writer_.write(with_parts(waiting_), {at_, options_->actor.user, options_->actor.command});
    } catch (...) {
        take_back();
        sqlite3_preupdate_hook(connection_, audit_hook, this);
        throw;
    }
    sqlite3_preupdate_hook(connection_, audit_hook, this);
    forget();
}

void AuditRecorder::load_tables()
{
    tables_.clear();
    sqlite3_stmt* query = nullptr;
    sqlite3_prepare_v2(connection_,
                       "SELECT t.name, c.name FROM sqlite_schema AS t "
                       "JOIN pragma_table_info(t.name) AS c WHERE t.type = 'table' "
                       "AND t.sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY t.rowid, c.cid",
                       -1, &query, nullptr);
    while (sqlite3_step(query) == SQLITE_ROW) {
        const std::string name = reinterpret_cast<const char*>(sqlite3_column_text(query, 0));
        const std::string column = reinterpret_cast<const char*>(sqlite3_column_text(query, 1));
        auto& table = tables_[name];
        table.name = name;
        table.recorded = name.find("_index") == std::string::npos && !name.starts_with("audit") &&
                         !name.starts_with("sqlite_");
        table.is_contact = name == "contact";
        add_column(table, column);
    }
    sqlite3_finalize(query);
    join_parts();
}

void AuditRecorder::add_column(Table& table, const std::string& name)
{
    // A record that names several contacts belongs to the first: an employment to its person.
    if (table.contact_column < 0 && (name == "contact_id" || name == "person_id"))
        table.contact_column = static_cast<int>(table.keys.size());
    if (const auto* part = audit_part(table.name); part != nullptr && part->column == name)
        table.whole_column = static_cast<int>(table.keys.size());
    auto& key = table.keys.emplace_back();
    append_json_string(key, name);
    table.columns.append(table.columns.empty() ? "[" : ",").append(key);
    key += ':';
}

void AuditRecorder::join_parts()
{
    for (auto& [name, table] : tables_) {
        table.columns += ']';
        const auto* part = audit_part(name);
        if (part == nullptr || table.whole_column < 0)
            continue;
        table.whole = &tables_[std::string(part->whole)];
        table.whole->has_parts = true;
    }
}

void AuditRecorder::note(int operation, const char* table_name, std::int64_t old_record,
                         std::int64_t new_record)
{
    const auto found = tables_.find(std::string_view(table_name));
    if (found == tables_.end() || !found->second.recorded)
        return;
    auto& table = found->second;
    const bool made = operation == SQLITE_INSERT;
    if (made && collecting_)
        if (const auto whole = whole_of(table))
            return note_part(table, new_record, *whole);
    AuditChanges::Change change;
    change.table = table.name;
    change.record = made ? new_record : old_record;
    before_.clear();
    after_.clear();
    read_values(table, operation, change);
    if (table.is_contact)
        change.contact = change.record;
    if (!before_.empty())
        before_ += '}';
    if (!after_.empty())
        after_ += '}';
    if (before_.empty() && after_.empty())
        return;
    if (made && collecting_ && table.has_parts)
        table.made.emplace(new_record, waiting_.size());
    waiting_.add(change, before_, after_);
}

/// The place of the change that made what the record being inserted is a part of, if it waits.
std::optional<std::size_t> AuditRecorder::whole_of(const Table& table)
{
    if (table.whole == nullptr)
        return std::nullopt;
    sqlite3_value* id = nullptr;
    sqlite3_preupdate_new(connection_, table.whole_column, &id);
    const auto& made = table.whole->made;
    const auto found = made.find(sqlite3_value_int64(id));
    return found == made.end() ? std::nullopt : std::optional(found->second);
}

void AuditRecorder::note_part(Table& table, std::int64_t record, std::size_t whole)
{
    after_.clear();
    for (int i = 0; i < static_cast<int>(table.keys.size()); ++i) {
        sqlite3_value* value = nullptr;
        sqlite3_preupdate_new(connection_, i, &value);
        after_ += i == 0 ? '[' : ',';
        append_value(after_, value);
    }
    after_ += ']';
    if (table.has_parts)
        table.made.emplace(record, whole); // its parts are parts of the same
    AuditChanges::Change change;
    change.table = table.name;
    change.record = record;
    change.whole = whole;
    change.columns = table.columns;
    waiting_.add(change, {}, after_);
}

/// Puts what the change was and is into before_ and after_, without their ends.
void AuditRecorder::read_values(const Table& table, int operation, AuditChanges::Change& change)
{
    for (int i = 0; i < static_cast<int>(table.keys.size()); ++i) {
        sqlite3_value* before = nullptr;
        sqlite3_value* after = nullptr;
        if (operation != SQLITE_INSERT)
            sqlite3_preupdate_old(connection_, i, &before);
        if (operation != SQLITE_DELETE)
            sqlite3_preupdate_new(connection_, i, &after);
        const auto& key = table.keys[static_cast<std::size_t>(i)];
        auto* present = after != nullptr ? after : before;
        if (i == table.contact_column)
            change.contact = sqlite3_value_int64(present);
        if (operation == SQLITE_UPDATE) {
            if (!same(before, after)) {
                append_member(before_, key, before);
                append_member(after_, key, after);
            }
        } else if (sqlite3_value_type(present) != SQLITE_NULL) {
            append_member(operation == SQLITE_INSERT ? after_ : before_, key, present);
        }
    }
}

} // namespace crm

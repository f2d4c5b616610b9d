// SPDX-License-Identifier: MIT
#include "crm/store/audit_recorder.hpp"

#include "crm/base/json_text.hpp"
#include "crm/store/failure.hpp"
#include "crm/store/store.hpp"

#include <sqlite3.h>

#include <sys/random.h>
#include <utility>

namespace crm
{

namespace
{

constexpr std::size_t salt_size = 16;

/// The bytes of a text. Unlike sqlite3_value_text() this makes no copy only to end it with a zero.
std::string_view bytes_of(sqlite3_value* value)
{
    const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value));
    return {bytes, static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

void append_member(std::string& json, const std::string& key, sqlite3_value* value)
{
    json += json.empty() ? "{" : ",";
    append_json_string(json, key);
    json += ':';
    switch (sqlite3_value_type(value)) {
    case SQLITE_NULL:
        json += "null";
        break;
    case SQLITE_INTEGER:
        json += std::to_string(sqlite3_value_int64(value));
        break;
    default:
        append_json_string(json, bytes_of(value));
    }
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

void bind_text(sqlite3_stmt* statement, int index, std::string_view text)
{
    sqlite3_bind_text(statement, index, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
}

void bind_blob(sqlite3_stmt* statement, int index, std::string_view bytes)
{
    sqlite3_bind_blob(statement, index, bytes.data(), static_cast<int>(bytes.size()),
                      SQLITE_STATIC);
}

} // namespace

void audit_hook(void* recorder, sqlite3*, int operation, const char*, const char* table,
                long long old_record, long long new_record)
{
    static_cast<AuditRecorder*>(recorder)->note(operation, table, old_record, new_record);
}

Digest audit_digest(std::string_view salt, std::string_view before, std::string_view after)
{
    return Sha256().add(salt).add(before).add(after).finish();
}

Digest audit_hash(std::string_view former_hash, const AuditRow& row)
{
    return Sha256()
        .add(former_hash)
        .add(row.id)
        .add(row.at)
        .add(row.user)
        .add(row.command)
        .add(row.table)
        .add(row.record)
        .add(row.contact)
        .add(as_text(row.digest))
        .finish();
}

AuditRecorder::~AuditRecorder()
{
    sqlite3_finalize(insert_row_);
    sqlite3_finalize(insert_value_);
}

void AuditRecorder::attach(sqlite3* connection, const StoreOptions& options, std::string file)
{
    connection_ = connection;
    options_ = &options;
    file_ = std::move(file);
}

void AuditRecorder::begin()
{
    load_tables();
    at_ = options_->clock ? options_->clock() : "1970-01-01T00:00:00Z";
    last_id_ = -1;
    recording_ = true;
    sqlite3_preupdate_hook(connection_, audit_hook, this);
}

void AuditRecorder::end()
{
    sqlite3_preupdate_hook(connection_, nullptr, nullptr);
    recording_ = false;
    drop();
}

void AuditRecorder::take_back()
{
    waiting_count_ = 0;
    last_id_ = -1;
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
        table.recorded = name.find("_index") == std::string::npos && !name.starts_with("audit") &&
                         !name.starts_with("sqlite_");
        table.is_contact = name == "contact";
        const int position = static_cast<int>(table.columns.size());
        // A record that names several contacts belongs to the first: an employment to its person.
        if (table.contact_column < 0 && (column == "contact_id" || column == "person_id"))
            table.contact_column = position;
        table.columns.push_back(column);
    }
    sqlite3_finalize(query);
}

AuditRecorder::Change& AuditRecorder::next_change()
{
    if (waiting_count_ == waiting_.size())
        waiting_.emplace_back();
    auto& change = waiting_[waiting_count_++];
    change.before.clear();
    change.after.clear();
    change.contact = 0;
    return change;
}

void AuditRecorder::note(int operation, const char* table_name, std::int64_t old_record,
                         std::int64_t new_record)
{
    const auto found = tables_.find(std::string_view(table_name));
    if (found == tables_.end() || !found->second.recorded)
        return;
    const auto& table = found->second;
    auto& change = next_change();
    change.table = &found->first;
    change.record = operation == SQLITE_INSERT ? new_record : old_record;
    for (int i = 0; i < static_cast<int>(table.columns.size()); ++i) {
        sqlite3_value* before = nullptr;
        sqlite3_value* after = nullptr;
        if (operation != SQLITE_INSERT)
            sqlite3_preupdate_old(connection_, i, &before);
        if (operation != SQLITE_DELETE)
            sqlite3_preupdate_new(connection_, i, &after);
        const auto& key = table.columns[static_cast<std::size_t>(i)];
        auto* present = after != nullptr ? after : before;
        if (i == table.contact_column)
            change.contact = sqlite3_value_int64(present);
        if (operation == SQLITE_UPDATE) {
            if (!same(before, after)) {
                append_member(change.before, key, before);
                append_member(change.after, key, after);
            }
        } else if (sqlite3_value_type(present) != SQLITE_NULL) {
            append_member(operation == SQLITE_INSERT ? change.after : change.before, key, present);
        }
    }
    if (table.is_contact)
        change.contact = change.record;
    if (change.before.empty() && change.after.empty())
        --waiting_count_;
}

void AuditRecorder::flush()
{
    if (waiting_count_ == 0)
        return;
    // Writing the audit changes only tables that are not recorded, so nothing is added meanwhile.
    const auto count = std::exchange(waiting_count_, 0);
    for (std::size_t i = 0; i < count; ++i)
        write(waiting_[i]);
}

void AuditRecorder::load_last()
{
    sqlite3_stmt* query = nullptr;
    sqlite3_prepare_v2(connection_, "SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1", -1,
                       &query, nullptr);
    last_id_ = 0;
    last_hash_.clear();
    if (sqlite3_step(query) == SQLITE_ROW) {
        last_id_ = sqlite3_column_int64(query, 0);
        last_hash_.assign(static_cast<const char*>(sqlite3_column_blob(query, 1)),
                          static_cast<std::size_t>(sqlite3_column_bytes(query, 1)));
    }
    sqlite3_finalize(query);
    if (insert_row_ != nullptr)
        return;
    sqlite3_prepare_v3(connection_,
                       "INSERT INTO audit (id, at, user, command, table_name, record, contact_id, "
                       "digest, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                       -1, SQLITE_PREPARE_PERSISTENT, &insert_row_, nullptr);
    sqlite3_prepare_v3(
        connection_, "INSERT INTO audit_value (audit_id, salt, before, after) VALUES (?, ?, ?, ?)",
        -1, SQLITE_PREPARE_PERSISTENT, &insert_value_, nullptr);
}

std::string_view AuditRecorder::salt()
{
    if (random_used_ + salt_size > random_.size()) {
        random_.resize(256); // getrandom never returns less than asked for up to this size
        if (getrandom(random_.data(), random_.size(), 0) < 0)
            throw error(ErrorKind::io, "the system gives no random numbers");
        random_used_ = 0;
    }
    const std::string_view taken(random_.data() + random_used_, salt_size);
    random_used_ += salt_size;
    return taken;
}

void AuditRecorder::write(const Change& change)
{
    if (last_id_ < 0)
        load_last();
    auto close = [](std::string json) { return json.empty() ? json : json + '}'; };
    const std::string before = close(change.before);
    const std::string after = close(change.after);
    const auto salt_bytes = salt();
    const AuditRow row{.id = last_id_ + 1,
                       .at = at_,
                       .user = options_->actor.user,
                       .command = options_->actor.command,
                       .table = *change.table,
                       .record = change.record,
                       .contact = change.contact,
                       .digest = audit_digest(salt_bytes, before, after)};
    const auto hash = audit_hash(last_hash_, row);

    sqlite3_bind_int64(insert_row_, 1, row.id);
    bind_text(insert_row_, 2, row.at);
    bind_text(insert_row_, 3, row.user);
    bind_text(insert_row_, 4, row.command);
    bind_text(insert_row_, 5, row.table);
    sqlite3_bind_int64(insert_row_, 6, row.record);
    row.contact == 0 ? sqlite3_bind_null(insert_row_, 7)
                     : sqlite3_bind_int64(insert_row_, 7, row.contact);
    bind_blob(insert_row_, 8, as_text(row.digest));
    bind_blob(insert_row_, 9, as_text(hash));
    sqlite3_bind_int64(insert_value_, 1, row.id);
    bind_blob(insert_value_, 2, salt_bytes);
    bind_text(insert_value_, 3, before);
    bind_text(insert_value_, 4, after);
    for (auto* statement : {insert_row_, insert_value_}) {
        const int code = sqlite3_step(statement);
        if (code != SQLITE_DONE) {
            auto failure = database_failure(connection_, code, file_);
            sqlite3_reset(statement);
            throw failure;
        }
        sqlite3_reset(statement);
    }
    last_id_ = row.id;
    last_hash_.assign(as_text(hash));
}

} // namespace crm

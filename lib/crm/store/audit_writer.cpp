// SPDX-License-Identifier: MIT
#include "crm/store/audit_writer.hpp"

#include "crm/store/bulk_rows.hpp"
#include "crm/store/failure.hpp"

#include <sqlite3.h>

#include <sys/random.h>
#include <utility>

namespace crm
{

namespace
{

constexpr std::size_t many = 32; // rows for which one statement pays

constexpr const char* insert_row_sql = R"sql(
    INSERT INTO audit (id, at, user, command, table_name, record, contact_id, digest, hash)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?))sql";
constexpr const char* insert_value_sql = R"sql(
    INSERT INTO audit_value (audit_id, salt, before, after) VALUES (?, ?, ?, ?))sql";
// A failure ends the transaction: nothing needs to be taken back before.
constexpr const char* insert_rows_sql = R"sql(
    INSERT OR FAIL INTO audit (id, at, user, command, table_name, record, contact_id, digest, hash)
    SELECT v0, v1, v2, v3, v4, v5, v6, v7, v8 FROM bulk_rows)sql";
constexpr const char* insert_values_sql = R"sql(
    INSERT INTO audit_value (audit_id, salt, before, after)
    SELECT v0, v1, v2, v3 FROM bulk_rows)sql";

std::string_view as_text(const std::array<char, 16>& salt)
{
    return {salt.data(), salt.size()};
}

void bind_text(sqlite3_stmt* statement, int index, std::string_view text)
{
    const char* data = text.empty() ? "" : text.data();
    sqlite3_bind_text(statement, index, data, static_cast<int>(text.size()), SQLITE_STATIC);
}

void bind_blob(sqlite3_stmt* statement, int index, std::string_view bytes)
{
    sqlite3_bind_blob(statement, index, bytes.data(), static_cast<int>(bytes.size()),
                      SQLITE_STATIC);
}

} // namespace

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

AuditWriter::~AuditWriter()
{
    for (auto* statement : {insert_row_, insert_value_, insert_rows_, insert_values_})
        sqlite3_finalize(statement);
}

void AuditWriter::attach(sqlite3* connection, std::string file, BulkTable& bulk)
{
    connection_ = connection;
    file_ = std::move(file);
    bulk_ = &bulk;
}

void AuditWriter::write(const AuditChanges& changes, const AuditSource& source)
{
    if (last_id_ < 0)
        load_last();
    if (changes.size() >= many)
        return write_many(changes, source);
    for (std::size_t place = 0; place < changes.size(); ++place)
        write_one(changes, place, source);
}

void AuditWriter::load_last()
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
}

void AuditWriter::take_salt(std::array<char, 16>& salt)
{
    if (random_used_ + salt.size() > random_.size()) {
        random_.resize(256); // getrandom never returns less than asked for up to this size
        if (getrandom(random_.data(), random_.size(), 0) < 0)
            throw error(ErrorKind::io, "the system gives no random numbers");
        random_used_ = 0;
    }
    random_.copy(salt.data(), salt.size(), random_used_);
    random_used_ += salt.size();
}

/// Goes on with the chain.
AuditWriter::Link AuditWriter::link(const AuditChanges& changes, std::size_t place,
                                    const AuditSource& source)
{
    const auto& change = changes[place];
    Link link;
    take_salt(link.salt);
    link.digest = audit_digest(as_text(link.salt), changes.before(change), changes.after(change));
    link.hash = audit_hash(last_hash_, {.id = ++last_id_,
                                        .at = source.at,
                                        .user = source.user,
                                        .command = source.command,
                                        .table = change.table,
                                        .record = change.record,
                                        .contact = change.contact,
                                        .digest = link.digest});
    last_hash_.assign(as_text(link.hash));
    return link;
}

void AuditWriter::write_one(const AuditChanges& changes, std::size_t place,
                            const AuditSource& source)
{
    const auto& change = changes[place];
    const auto link = this->link(changes, place, source);
    prepare(insert_row_, insert_row_sql);
    prepare(insert_value_, insert_value_sql);
    sqlite3_bind_int64(insert_row_, 1, last_id_);
    bind_text(insert_row_, 2, source.at);
    bind_text(insert_row_, 3, source.user);
    bind_text(insert_row_, 4, source.command);
    bind_text(insert_row_, 5, change.table);
    sqlite3_bind_int64(insert_row_, 6, change.record);
    change.contact == 0 ? sqlite3_bind_null(insert_row_, 7)
                        : sqlite3_bind_int64(insert_row_, 7, change.contact);
    bind_blob(insert_row_, 8, as_text(link.digest));
    bind_blob(insert_row_, 9, as_text(link.hash));
    run(insert_row_);
    sqlite3_bind_int64(insert_value_, 1, last_id_);
    bind_blob(insert_value_, 2, as_text(link.salt));
    bind_text(insert_value_, 3, changes.before(change));
    bind_text(insert_value_, 4, changes.after(change));
    run(insert_value_);
}

void AuditWriter::write_many(const AuditChanges& changes, const AuditSource& source)
{
    const auto first_id = last_id_ + 1;
    links_.clear();
    for (std::size_t place = 0; place < changes.size(); ++place)
        links_.push_back(link(changes, place, source));
    const BulkRows rows{changes.size(), [&](std::size_t row, int column) -> BulkValue {
                            const auto& change = changes[row];
                            switch (column) {
                            case 0:
                                return first_id + static_cast<std::int64_t>(row);
                            case 1:
                                return source.at;
                            case 2:
                                return source.user;
                            case 3:
                                return source.command;
                            case 4:
                                return change.table;
                            case 5:
                                return change.record;
                            case 6:
                                return change.contact == 0 ? BulkValue()
                                                           : BulkValue(change.contact);
                            case 7:
                                return Blob{as_text(links_[row].digest)};
                            default:
                                return Blob{as_text(links_[row].hash)};
                            }
                        }};
    const BulkRows values{changes.size(), [&](std::size_t row, int column) -> BulkValue {
                              switch (column) {
                              case 0:
                                  return first_id + static_cast<std::int64_t>(row);
                              case 1:
                                  return Blob{as_text(links_[row].salt)};
                              case 2:
                                  return changes.before(changes[row]);
                              default:
                                  return changes.after(changes[row]);
                              }
                          }};
    prepare(insert_rows_, insert_rows_sql);
    prepare(insert_values_, insert_values_sql);
    const BulkUse first(*bulk_, rows);
    run(insert_rows_);
    const BulkUse second(*bulk_, values);
    run(insert_values_);
}

/// A statement is prepared once, when it is needed first.
void AuditWriter::prepare(sqlite3_stmt*& statement, const char* sql)
{
    if (statement != nullptr)
        return;
    const int code =
        sqlite3_prepare_v3(connection_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK)
        throw database_failure(connection_, code, file_);
}

void AuditWriter::run(sqlite3_stmt* statement)
{
    const int code = sqlite3_step(statement);
    if (code != SQLITE_DONE) {
        auto failure = database_failure(connection_, code, file_);
        sqlite3_reset(statement);
        throw failure;
    }
    sqlite3_reset(statement);
}

} // namespace crm

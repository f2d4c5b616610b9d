// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/sha256.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace crm
{

struct StoreOptions;

/// What one audit row says; the chain hashes exactly these fields, in this order.
struct AuditRow {
    std::int64_t id = 0;
    std::string_view at;
    std::string_view user;
    std::string_view command;
    std::string_view table;
    std::int64_t record = 0;
    std::int64_t contact = 0; ///< 0: concerns no contact
    Digest digest{};
};

/// Digest of the values of one change: SHA-256 over salt and both texts. The salt keeps erased
/// values from being guessed out of their digest.
Digest audit_digest(std::string_view salt, std::string_view before, std::string_view after);
/// The row's link of the chain: SHA-256 over the former hash and every field of the row.
Digest audit_hash(std::string_view former_hash, const AuditRow& row);

/// Writes the audit by itself: SQLite tells of every inserted, changed and deleted row (the
/// pre-update hook), so no writer can forget it. Derived tables, whose names contain "_index", and
/// the audit itself are left out. Rows wait in memory until the statement that caused them is done,
/// because a hook may not use its own connection.
class AuditRecorder
{
  public:
    AuditRecorder() = default;
    AuditRecorder(const AuditRecorder&) = delete;
    AuditRecorder& operator=(const AuditRecorder&) = delete;
    ~AuditRecorder();

    void attach(sqlite3* connection, const StoreOptions& options, std::string file);
    /// Starts recording with a transaction.
    void begin();
    /// Writes what waits; called when a statement is done.
    void flush();
    /// Forgets what waits: the statement that caused it failed and was undone.
    void drop() { waiting_count_ = 0; }
    /// Stops recording; what waits is dropped (after a rollback).
    void end();
    /// A part of the transaction is being rolled back: what waits is dropped, and the chain goes on
    /// from the last row that is left.
    void take_back();

  private:
    struct Table {
        std::vector<std::string> columns;
        bool recorded = true;
        int contact_column = -1; ///< the column that says whose record it is
        bool is_contact = false;
    };
    struct Change {
        const std::string* table = nullptr;
        std::int64_t record = 0;
        std::int64_t contact = 0; ///< 0: concerns no contact
        std::string before;
        std::string after;
    };

    friend void audit_hook(void*, sqlite3*, int, const char*, const char*, long long, long long);
    void note(int operation, const char* table_name, std::int64_t old_record,
              std::int64_t new_record);
    Change& next_change();
    void write(const Change& change);
    void load_tables();
    void load_last();
    std::string_view salt();

    sqlite3* connection_ = nullptr;
    const StoreOptions* options_ = nullptr;
    std::string file_;
    bool recording_ = false;
    std::map<std::string, Table, std::less<>> tables_;
    std::vector<Change> waiting_;
    std::size_t waiting_count_ = 0;
    std::string at_;
    std::int64_t last_id_ = -1; ///< -1: not read yet in this transaction
    std::string last_hash_;
    std::string random_;
    std::size_t random_used_ = 0;
    sqlite3_stmt* insert_row_ = nullptr;
    sqlite3_stmt* insert_value_ = nullptr;
};

} // namespace crm

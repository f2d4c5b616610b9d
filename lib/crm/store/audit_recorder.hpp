// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/audit_writer.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace crm
{

struct StoreOptions;

/// Writes the audit by itself: SQLite tells of every inserted, changed and deleted row (the
/// pre-update hook), so no writer can forget it. Derived tables, whose names contain "_index", and
/// the audit itself are left out. Rows wait in memory until the statement that caused them is done,
/// because a hook may not use its own connection; in bulk work, until there are many. There, what
/// is made together with the record that it is a part of shares its row, see audit_parts.hpp.
class AuditRecorder
{
  public:
    AuditRecorder() = default;
    AuditRecorder(const AuditRecorder&) = delete;
    AuditRecorder& operator=(const AuditRecorder&) = delete;

    void attach(sqlite3* connection, const StoreOptions& options, std::string file,
                BulkTable& bulk);
    /// Starts recording with a transaction.
    void begin();
    /// For bulk work: until the transaction ends, what waits is written many rows at a time.
    void collect() { collecting_ = recording_; }
    /// What the statement that is done has changed is to be written; called after each.
    void flush();
    /// Writes what waits: before a part of the transaction that may be taken back, and at its end.
    void write_waiting();
    /// Forgets what the last statement has changed: it failed and was undone.
    void drop();
    /// Stops recording; what waits is dropped (after a rollback).
    void end();
    /// A part of the transaction is being rolled back: what waits is dropped, and the chain goes on
    /// from the last row that is left.
    void take_back();

  private:
    struct Table {
        std::string name;
        std::vector<std::string> keys; ///< the columns as members of JSON: "name":
        bool recorded = true;
        int contact_column = -1; ///< the column that says whose record it is
        bool is_contact = false;
        std::string columns;    ///< their names, as a JSON array
        Table* whole = nullptr; ///< whose parts its records are
        int whole_column = -1;
        bool has_parts = false;
        std::unordered_map<std::int64_t, std::size_t> made; ///< places of those that wait
    };
    struct TableHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view name) const
        {
            return std::hash<std::string_view>()(name);
        }
    };

    friend void audit_hook(void*, sqlite3*, int, const char*, const char*, long long, long long);
    void note(int operation, const char* table_name, std::int64_t old_record,
              std::int64_t new_record);
    std::optional<std::size_t> whole_of(const Table& table);
    void note_part(Table& table, std::int64_t record, std::size_t whole);
    void read_values(const Table& table, int operation, AuditChanges::Change& change);
    void load_tables();
    void add_column(Table& table, const std::string& name);
    void join_parts();
    void forget();

    sqlite3* connection_ = nullptr;
    const StoreOptions* options_ = nullptr;
    bool recording_ = false;
    bool collecting_ = false;
    std::unordered_map<std::string, Table, TableHash, std::equal_to<>> tables_;
    AuditChanges waiting_;
    std::size_t settled_ = 0;    ///< how many of them are of statements that are done
    std::string before_, after_; ///< of the change that is being noted
    std::string at_;
    AuditWriter writer_;
};

} // namespace crm

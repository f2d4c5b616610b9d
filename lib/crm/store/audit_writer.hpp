// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/sha256.hpp"
#include "crm/store/audit_changes.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace crm
{

struct BulkRows;
struct BulkTable;

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

/// Who changed something, and when.
struct AuditSource {
    std::string_view at; ///< UTC
    std::string_view user;
    std::string_view command;
};

/// Writes audit rows, each chained to the one before it.
class AuditWriter
{
  public:
    AuditWriter() = default;
    AuditWriter(const AuditWriter&) = delete;
    AuditWriter& operator=(const AuditWriter&) = delete;
    ~AuditWriter();

    void attach(sqlite3* connection, std::string file, BulkTable& bulk);
    /// Goes on from the last row of the database, which others may have written.
    void start_over() { last_id_ = -1; }
    void write(const AuditChanges& changes, const AuditSource& source);

  private:
    /// What joins a change to the chain.
    struct Link {
        std::array<char, 16> salt{};
        Digest digest{};
        Digest hash{};
    };

    void load_last();
    void take_salt(std::array<char, 16>& salt);
    Link link(const AuditChanges& changes, std::size_t place, const AuditSource& source);
    void write_one(const AuditChanges& changes, std::size_t place, const AuditSource& source);
    void write_many(const AuditChanges& changes, const AuditSource& source);
    void prepare(sqlite3_stmt*& statement, const char* sql);
    void run(sqlite3_stmt* statement);

    sqlite3* connection_ = nullptr;
    std::string file_;
    BulkTable* bulk_ = nullptr;
    std::int64_t last_id_ = -1; ///< -1: not read yet
    std::string last_hash_;
    std::vector<Link> links_; ///< of what is being written
    std::string random_;
    std::size_t random_used_ = 0;
    sqlite3_stmt* insert_row_ = nullptr;
    sqlite3_stmt* insert_value_ = nullptr;
    sqlite3_stmt* insert_rows_ = nullptr;
    sqlite3_stmt* insert_values_ = nullptr;
};

} // namespace crm

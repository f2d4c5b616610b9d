// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>
#include <variant>

struct sqlite3;

namespace crm
{

class Store;

struct Blob {
    std::string_view bytes;
};

/// One value of a row at hand; monostate is NULL.
using BulkValue = std::variant<std::monostate, std::int64_t, std::string_view, Blob>;

/// Rows at hand. Their texts stay where they are until they are written.
struct BulkRows {
    std::size_t count = 0;
    std::function<BulkValue(std::size_t row, int column)> value;
};

/// Writes many rows by one statement, at a fraction of what a statement for each would cost. `sql`
/// is an INSERT that selects from the table `bulk_rows`, whose columns are v0 to v31:
/// "INSERT OR FAIL INTO note (contact_id, text) SELECT v0, v1 FROM bulk_rows".
///
/// Without OR FAIL, and always where there are foreign keys, SQLite takes back by itself what a
/// failing statement has written. For that it makes a savepoint, at which FTS5 writes out what it
/// has collected: only for many rows.
void insert_rows(Store& store, std::string_view sql, const BulkRows& rows);

/// What `bulk_rows` holds now.
struct BulkTable {
    const BulkRows* rows = nullptr;
};

/// Holds rows while it lives.
class BulkUse
{
  public:
    BulkUse(BulkTable& table, const BulkRows& rows)
        : table_(table), former_(std::exchange(table.rows, &rows))
    {
    }
    BulkUse(const BulkUse&) = delete;
    BulkUse& operator=(const BulkUse&) = delete;
    ~BulkUse() { table_.rows = former_; }

  private:
    BulkTable& table_;
    const BulkRows* former_;
};

/// Adds the table `bulk_rows` to a connection, which `table` outlives.
void add_bulk_table(sqlite3* connection, BulkTable& table);

/// Larger page cache and audit rows that are written many at a time, until the end of the open
/// transaction: for imports.
void begin_bulk_work(Store& store);
/// Writes the audit rows that wait: the records behind them have got their parts.
void write_audit(Store& store);

/// Until the end of the open transaction, rows of Store::prepare_insert() wait: only write_queued()
/// writes them, at a fraction of what a statement for each costs. Until then no query sees them. A
/// failure is that of some row that waited.
void begin_queueing(Store& store);
void write_queued(Store& store);

} // namespace crm

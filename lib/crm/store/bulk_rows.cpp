// SPDX-License-Identifier: MIT
#include "crm/store/bulk_rows.hpp"

#include "crm/store/state.hpp"

#include <sqlite3.h>

namespace crm
{

namespace
{

constexpr int bulk_cache = 64 * 1024; // KiB

// SQLite hands its own structures to the functions below, which begin with what it knows.
struct Table {
    sqlite3_vtab base;
    BulkTable* rows;
};

struct Cursor {
    sqlite3_vtab_cursor base;
    const BulkRows* rows;
    std::size_t place;
};

Cursor& as_cursor(sqlite3_vtab_cursor* base)
{
    return *reinterpret_cast<Cursor*>(base);
}

int connect(sqlite3* connection, void* rows, int, const char* const*, sqlite3_vtab** made, char**)
{
    sqlite3_vtab_config(connection, SQLITE_VTAB_DIRECTONLY);
    auto* table = static_cast<Table*>(sqlite3_malloc(sizeof(Table)));
    if (table == nullptr)
        return SQLITE_NOMEM;
    *table = {{}, static_cast<BulkTable*>(rows)};
    *made = &table->base;
    return sqlite3_declare_vtab(connection,
                                "CREATE TABLE rows (v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, "
                                "v11, v12, v13, v14, v15, v16, v17, v18, v19, v20, v21, v22, v23, "
                                "v24, v25, v26, v27, v28, v29, v30, v31)");
}

int disconnect(sqlite3_vtab* table)
{
    sqlite3_free(table);
    return SQLITE_OK;
}

int plan(sqlite3_vtab*, sqlite3_index_info* plan)
{
    plan->estimatedCost = 1000; // there is one way only: from the first row to the last
    return SQLITE_OK;
}

int open(sqlite3_vtab* table, sqlite3_vtab_cursor** opened)
{
    auto* cursor = static_cast<Cursor*>(sqlite3_malloc(sizeof(Cursor)));
    if (cursor == nullptr)
        return SQLITE_NOMEM;
    *cursor = {{}, reinterpret_cast<Table*>(table)->rows->rows, 0};
    *opened = &cursor->base;
    return SQLITE_OK;
}

int close(sqlite3_vtab_cursor* cursor)
{
    sqlite3_free(cursor);
    return SQLITE_OK;
}

int start(sqlite3_vtab_cursor* cursor, int, const char*, int, sqlite3_value**)
{
    as_cursor(cursor).place = 0;
    return SQLITE_OK;
}

int next(sqlite3_vtab_cursor* cursor)
{
    ++as_cursor(cursor).place;
    return SQLITE_OK;
}

int at_end(sqlite3_vtab_cursor* base)
{
    const auto& cursor = as_cursor(base);
    return cursor.rows == nullptr || cursor.place >= cursor.rows->count ? 1 : 0;
}

int give_value(sqlite3_vtab_cursor* base, sqlite3_context* out, int column)
{
    const auto& cursor = as_cursor(base);
    const auto value = cursor.rows->value(cursor.place, column);
    if (const auto* number = std::get_if<std::int64_t>(&value))
        sqlite3_result_int64(out, *number);
    else if (const auto* text = std::get_if<std::string_view>(&value))
        sqlite3_result_text(out, text->empty() ? "" : text->data(), static_cast<int>(text->size()),
                            SQLITE_STATIC);
    else if (const auto* blob = std::get_if<Blob>(&value))
        sqlite3_result_blob(out, blob->bytes.data(), static_cast<int>(blob->bytes.size()),
                            SQLITE_STATIC);
    return SQLITE_OK;
}

int give_rowid(sqlite3_vtab_cursor* cursor, sqlite3_int64* rowid)
{
    *rowid = static_cast<sqlite3_int64>(as_cursor(cursor).place);
    return SQLITE_OK;
}

/// Without a way to create it, it is there under its own name, and in no file.
constexpr sqlite3_module module = {
    .iVersion = 0,
    .xCreate = nullptr,
    .xConnect = connect,
    .xBestIndex = plan,
    .xDisconnect = disconnect,
    .xDestroy = disconnect,
    .xOpen = open,
    .xClose = close,
    .xFilter = start,
    .xNext = next,
    .xEof = at_end,
    .xColumn = give_value,
    .xRowid = give_rowid,
    .xUpdate = nullptr,
    .xBegin = nullptr,
    .xSync = nullptr,
    .xCommit = nullptr,
    .xRollback = nullptr,
    .xFindFunction = nullptr,
    .xRename = nullptr,
    .xSavepoint = nullptr,
    .xRelease = nullptr,
    .xRollbackTo = nullptr,
    .xShadowName = nullptr,
};

} // namespace

void add_bulk_table(sqlite3* connection, BulkTable& table)
{
    sqlite3_create_module_v2(connection, "bulk_rows", &module, &table, nullptr);
}

void insert_rows(Store& store, std::string_view sql, const BulkRows& rows)
{
    if (rows.count == 0)
        return;
    auto insert = store.prepare(sql);
    BulkUse use(store.state().bulk, rows);
    insert.run();
}

void begin_queueing(Store& store)
{
    store.state().queueing = true;
}

void write_queued(Store& store)
{
    write_audit(store); // what the rows are parts of waits with them
    auto& state = store.state();
    try {
        for (auto* queue : state.queues)
            queue->write(store);
    } catch (...) {
        for (auto* queue : state.queues)
            queue->clear();
        throw;
    }
}

void write_audit(Store& store)
{
    store.state().audit.write_waiting();
}

void begin_bulk_work(Store& store)
{
    store.set_cache(bulk_cache);
    store.state().audit.collect();
}

} // namespace crm

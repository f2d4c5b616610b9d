// SPDX-License-Identifier: MIT
#include "crm/store/maintenance.hpp"

#include "crm/base/error.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

namespace crm
{

namespace
{

std::int64_t number(Store& store, const char* pragma)
{
    auto query = store.prepare(pragma);
    query.step();
    return query.integer(0);
}

} // namespace

void empty_log(Store& store)
{
    auto checkpoint = store.prepare("PRAGMA wal_checkpoint(TRUNCATE)");
    checkpoint.step();
    if (checkpoint.boolean(0))
        throw error(ErrorKind::io, "database '{}' is locked by another process",
                    store.file().string())
            .with_hint("try again, or wait longer with --busy-timeout SECONDS");
}

std::vector<std::string> full_text_tables(Store& store)
{
    auto query = store.prepare(R"sql(
        SELECT name FROM sqlite_schema
         WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE % USING fts5%'
         ORDER BY name)sql");
    std::vector<std::string> tables;
    while (query.step())
        tables.push_back(query.string(0));
    return tables;
}

void command_full_text(Store& store, const std::string& table, const char* command)
{
    store.execute(
        fmt::format(R"(INSERT INTO "{0}" ("{0}") VALUES ('{1}'))", table, command).c_str());
}

void optimize(Store& store)
{
    for (const auto& table : full_text_tables(store))
        command_full_text(store, table, "optimize");
    // Looks at a sample of each index only: a million rows in a second.
    store.execute("PRAGMA analysis_limit = 1000; ANALYZE");
    store.execute("VACUUM");
    empty_log(store);
}

FileInfo file_info(Store& store)
{
    const auto page = number(store, "PRAGMA page_size");
    FileInfo info;
    info.bytes = number(store, "PRAGMA page_count") * page;
    info.unused_bytes = number(store, "PRAGMA freelist_count") * page;
    auto mode = store.prepare("PRAGMA journal_mode");
    mode.step();
    info.journal_mode = mode.string(0);
    info.sqlite_version = sqlite3_libversion();
    return info;
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/store/erasure.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace crm
{

void overwrite_deleted(Store& store)
{
    store.prepare("PRAGMA secure_delete = ON").step();
}

void erase_audit_values(Store& store, std::int64_t contact_id)
{
    store
        .prepare(R"sql(
            UPDATE audit_value
               SET salt = NULL, before = NULL, after = NULL
             WHERE audit_id IN (SELECT id FROM audit WHERE contact_id = :contact))sql")
        .bind(":contact", contact_id)
        .run();
}

void erase_audit_values(Store& store, std::string_view table, std::span<const std::int64_t> records)
{
    if (records.empty())
        return;
    store
        .prepare(R"sql(
            UPDATE audit_value
               SET salt = NULL, before = NULL, after = NULL
             WHERE audit_id IN (SELECT id FROM audit
                                 WHERE table_name = :table
                                   AND record IN (SELECT value FROM json_each(:records))))sql")
        .bind(":table", table)
        .bind(":records", fmt::format("[{}]", fmt::join(records, ",")))
        .run();
}

void empty_write_ahead_log(Store& store)
{
    if (!store.options().dry_run)
        store.prepare("PRAGMA wal_checkpoint(TRUNCATE)").step();
}

} // namespace crm

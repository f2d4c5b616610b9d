// SPDX-License-Identifier: MIT
#include "crm/store/migrate.hpp"

#include "crm/store/state.hpp"

#include <fmt/format.h>

namespace crm
{

namespace
{

/// Runs the next step, if there is one; false when nothing was left to do.
bool run_next(Store& store, std::span<const Migration> steps)
{
    // Not a Transaction: the schema is no record, and has no audit before its first step.
    store.execute("BEGIN IMMEDIATE");
    try {
        // Read under the lock: another process may be bringing the file up to date as well.
        const auto version = static_cast<std::size_t>(store.schema_version());
        const bool open = version < steps.size();
        if (open) {
            store.execute(steps[version].script);
            store.execute(fmt::format("PRAGMA user_version = {}", version + 1).c_str());
        }
        store.execute("COMMIT");
        return open;
    } catch (...) {
        store.state().database.tryExec("ROLLBACK"); // SQLite may have done so itself
        throw;
    }
}

} // namespace

int migrate(Store& store)
{
    return migrate(store, migrations());
}

int migrate(Store& store, std::span<const Migration> steps)
{
    int count = 0;
    while (run_next(store, steps))
        ++count;
    return count;
}

} // namespace crm

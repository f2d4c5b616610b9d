// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/audit_recorder.hpp"
#include "crm/store/store.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>
#include <string>
#include <vector>

namespace crm
{

/// What a Store owns; shared by the files of store/ and by nobody else.
struct StoreState {
    StoreState(const std::string& name, int flags, StoreOptions given);
    StoreState(const StoreState&) = delete;
    StoreState& operator=(const StoreState&) = delete;
    ~StoreState();

    StoreOptions options;
    std::filesystem::path file;
    SQLite::Database database;
    AuditRecorder audit;
    std::int64_t last_id = 0; ///< of the statement that was done last
    std::int64_t changes = 0;
    int transaction_depth = 0;       ///< inner transactions join the outermost
    bool transaction_failed = false; ///< one of them was not committed
    /// Statements at rest, by their SQL.
    std::multimap<std::string, sqlite3_stmt*, std::less<>> idle_statements;
};

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/audit_recorder.hpp"
#include "crm/store/bulk_rows.hpp"
#include "crm/store/insert_queue.hpp"
#include "crm/store/store.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace crm
{

/// A statement's text is prepared once for each use at the same time.
struct PreparedSql {
    std::vector<sqlite3_stmt*> idle;     ///< not in use
    std::vector<std::string> parameters; ///< ":name", in their order
    std::unique_ptr<InsertQueue> queue;  ///< of an INSERT, see begin_queueing()
};

/// The values of a setting with their first days, the earliest first.
using SettingDays = std::vector<std::pair<std::string, std::string>>;

/// Lets a text be looked up without making a string of it. Statements are long; where they end they
/// differ.
struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const
    {
        constexpr std::size_t enough = 32;
        const auto end = text.substr(text.size() - std::min(text.size(), enough));
        return std::hash<std::string_view>()(end) ^ text.size();
    }
};

/// What a Store owns; shared by the files of store/ and by nobody else.
struct StoreState {
    StoreState(const std::string& name, int flags, StoreOptions given);
    StoreState(const StoreState&) = delete;
    StoreState& operator=(const StoreState&) = delete;
    ~StoreState();

    StoreOptions options;
    std::filesystem::path file;
    BulkTable bulk;
    SQLite::Database database;
    AuditRecorder audit;
    std::int64_t last_id = 0; ///< of the statement that was done last
    std::int64_t changes = 0;
    /// What was read of the settings in the open transaction, in which nobody else changes them.
    std::unordered_map<std::string, SettingDays, TextHash, std::equal_to<>> settings;
    bool queueing = false;
    std::vector<InsertQueue*>
        queues; ///< in the order of their first rows: what is referred to first
    void stop_queueing();
    int transaction_depth = 0;       ///< inner transactions join the outermost
    bool transaction_failed = false; ///< one of them was not committed
    /// By their SQL; a statement in use knows its place here.
    std::unordered_map<std::string, PreparedSql, TextHash, std::equal_to<>> statements;
};

} // namespace crm

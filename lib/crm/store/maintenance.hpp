// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/store.hpp"

#include <cstdint>

namespace crm
{

/// Moves everything from the write-ahead log into the database file and empties the log. Throws io
/// when others use it longer than the busy timeout.
void empty_log(Store& store);

/// Makes reading fast again and the file small: statistics for the planner, the full-text indexes
/// merged, unused pages given back. Changes no record.
void optimize(Store& store);

/// What SQLite says about the open file.
struct FileInfo {
    std::int64_t bytes = 0;
    std::int64_t unused_bytes = 0; ///< `db optimize` gives them back
    std::string journal_mode;
    std::string sqlite_version;
};

FileInfo file_info(Store& store);

/// The full-text tables of the schema.
std::vector<std::string> full_text_tables(Store& store);

/// Sends a command to a full-text table: "optimize", "integrity-check".
void command_full_text(Store& store, const std::string& table, const char* command);

} // namespace crm

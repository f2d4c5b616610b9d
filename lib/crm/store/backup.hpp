// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/store.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>

namespace crm
{

/// Told now and then how many pages of how many are copied.
using CopyProgress = std::function<void(std::int64_t done, std::int64_t total)>;

/// Copies the database to a new file (mode 0600) while others go on reading and writing: the copy
/// holds one state, that of the beginning. Throws rejected when the file exists, io when it cannot
/// be written.
void backup_database(Store& store, const std::filesystem::path& file,
                     const CopyProgress& progress = {});

/// Refuses (io) a file that is no crm database, damaged, or newer than this program. Returns the
/// version of its schema.
int check_backup(const std::filesystem::path& backup);

/// Puts the content of a backup in the place of the live database's, after copying what was there
/// to `replaced`. Nobody can write between the copy and the replacement; processes that have the
/// database open see the new content with their next read. A live file that is no database any more
/// is moved to `replaced` and the backup takes its name; of one that is lost there is nothing to
/// keep. Throws what check_backup throws; io when the database is locked past the timeout; rejected
/// when `replaced` exists. Whatever fails, the live database stays as it was.
void restore_database(const std::filesystem::path& live, const std::filesystem::path& backup,
                      const std::filesystem::path& replaced,
                      std::chrono::milliseconds busy_timeout);

} // namespace crm

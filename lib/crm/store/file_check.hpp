// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>

struct sqlite3;

namespace crm
{

/// Marks a file as ours: "crm1" as a big-endian number, in SQLite's application_id.
inline constexpr std::int64_t application_id = 0x63726d31;

/// Makes an empty file that only its owner can read (0600). Throws `rejected` when there is one.
void create_private_file(const std::filesystem::path& file);

/// Refuses (io) a file that is missing, no regular file, or on a network file system, where
/// SQLite's locks cannot be trusted.
void check_file(const std::filesystem::path& file);

/// Whether the file was made for a group (`init --shared`): its group may write it.
bool shares_with_group(const std::filesystem::path& file);

/// Keeps the write-ahead log and its index when the last user leaves, so that a shared database
/// never gets them anew with the group of whoever comes first.
void keep_log_files(sqlite3* connection);

/// Gives the files beside a shared one to its group, if it was us who made them just now: somebody
/// has removed those that were there.
void share_log_files(const std::filesystem::path& file);

/// Gives the file and SQLite's files beside it to a group (mode 0660). Throws io.
void share_with_group(const std::filesystem::path& file, unsigned group);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/store.hpp"

#include <filesystem>
#include <functional>
#include <optional>

namespace crm
{

/// Makes a database (mode 0600) in one step: `fill` works in one transaction on a file that nobody
/// else sees, and only the whole one gets its name. With a group the file and what SQLite keeps
/// beside it are 0660 and belong to that group. Throws rejected when the file exists, io when it
/// cannot be written or lies on a network file system. In a dry run nothing touches the disk.
void create_database(const std::filesystem::path& file, const StoreOptions& options,
                     std::optional<unsigned> group, const std::function<void(Store&)>& fill);

/// Makes the folders that are missing above a file, for their owner alone (0700). Throws io.
void create_private_folders(const std::filesystem::path& file);

} // namespace crm

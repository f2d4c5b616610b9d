// SPDX-License-Identifier: MIT
#include "crm/store/create.hpp"

#include "crm/base/error.hpp"
#include "crm/store/file_check.hpp"
#include "crm/store/maintenance.hpp"
#include "crm/store/new_file.hpp"

#include <cerrno>
#include <cstring>
#include <sys/stat.h>

namespace crm
{

namespace
{

void fill_store(Store& store, const std::function<void(Store&)>& fill)
{
    Transaction transaction(store);
    fill(store);
    transaction.commit();
}

/// Lets SQLite make its log files once and for all, so that they have the group from the start.
void share_log_files(const std::filesystem::path& file, const StoreOptions& options, unsigned group)
{
    {
        auto store = Store::open(file, options);
        share_with_group(file, group);
    }
    share_with_group(file, group);
}

} // namespace

void create_database(const std::filesystem::path& file, const StoreOptions& options,
                     std::optional<unsigned> group, const std::function<void(Store&)>& fill)
{
    if (options.dry_run) {
        refuse_existing(file);
        auto store = Store::in_memory(options);
        fill_store(store, fill);
        return;
    }
    NewFile made(file);
    {
        auto store = Store::create(made.path(), options);
        fill_store(store, fill);
        empty_log(store); // what the log still held would be lost with it
    }
    if (group)
        share_with_group(made.path(), *group);
    made.publish();
    if (group)
        share_log_files(file, options, *group);
}

void create_private_folders(const std::filesystem::path& file)
{
    const auto folder = file.parent_path();
    if (folder.empty() || std::filesystem::exists(folder))
        return;
    create_private_folders(folder);
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
        throw error(ErrorKind::io, "cannot create '{}': {}", folder.string(), std::strerror(errno));
}

} // namespace crm

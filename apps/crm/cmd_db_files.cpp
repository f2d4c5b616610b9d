// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/cmd_db.hpp"
#include "crm/context.hpp"
#include "crm/environment.hpp"
#include "crm/flags.hpp"
#include "crm/progress.hpp"
#include "crm/store/backup.hpp"
#include "crm/store/maintenance.hpp"
#include "crm/store/migrate.hpp"

#include <algorithm>

namespace crm
{

namespace
{

struct FileOptions {
    std::string file;
};

void declare_backup(CLI::App& verb, FileOptions& o)
{
    argument(verb, "file", o.file, "the new file");
}

int run_backup(Context& ctx, const FileOptions& o)
{
    auto store = Store::open_any_version(ctx.database_file(), ctx.store_options());
    Progress progress(ctx.show_progress());
    backup_database(store, o.file, [&](std::int64_t pages, std::int64_t total) {
        progress.show(static_cast<std::uint64_t>(pages), static_cast<std::uint64_t>(total),
                      format("{} of {} pages", pages, total));
    });
    return done;
}

void declare_restore(CLI::App& verb, FileOptions& o)
{
    argument(verb, "file", o.file, "a backup, or any other crm database");
}

/// "20260630T120507": the real time, UTC, as a part of a file's name.
std::string time_stamp()
{
    auto text = utc_now();
    std::erase_if(text, [](char c) { return c == '-' || c == ':' || c == 'Z'; });
    return text;
}

/// The first name for a copy that is still free: "crm.db.v3", "crm.db.v3-2"...
std::string free_name(const std::string& name)
{
    auto free = name;
    for (int next = 2; std::filesystem::exists(free); ++next)
        free = fmt::format("{}-{}", name, next);
    return free;
}

int run_restore(Context& ctx, const FileOptions& o)
{
    const auto live = ctx.database_file();
    const auto options = ctx.store_options();
    const auto version = check_backup(o.file);
    if (options.dry_run)
        return done;
    if (!ctx.confirm(format("replace the content of '{}' by that of '{}'?", live.string(), o.file)))
        throw error(ErrorKind::rejected, "nothing was restored");
    const auto replaced = free_name(live.string() + ".replaced-" + time_stamp());
    restore_database(live, o.file, replaced, options.busy_timeout);
    if (std::filesystem::exists(replaced))
        ctx.say(format("the replaced database is kept as '{}'", replaced));
    if (version < static_cast<int>(migrations().size()))
        ctx.say(tr("the backup is of an older version: bring it up to date with 'crm db migrate'"));
    return done;
}

struct NoOptions {
};

void declare_nothing(CLI::App&, NoOptions&) {}

int run_migrate(Context& ctx, const NoOptions&)
{
    auto store = Store::open_any_version(ctx.database_file(), ctx.store_options());
    const int version = store.schema_version();
    const int newest = static_cast<int>(migrations().size());
    if (version == newest) {
        ctx.say(format("the database is up to date (schema {})", version));
        return done;
    }
    if (!store.options().dry_run) {
        const auto copy = free_name(fmt::format("{}.v{}", store.file().string(), version));
        backup_database(store, copy);
        ctx.say(format("the former database is kept as '{}'", copy));
        migrate(store);
    }
    ctx.say(fmt::format("{} -> {}", version, newest));
    return done;
}

int run_optimize(Context& ctx, const NoOptions&)
{
    auto store = ctx.open_store();
    if (store.options().dry_run) { // a file cannot be rewritten and put back
        const auto file = file_info(store);
        ctx.say(format("would be written anew: {} bytes, of which {} are unused", file.bytes,
                       file.unused_bytes));
        return done;
    }
    optimize(store);
    return done;
}

} // namespace

void add_db_files(const Noun& noun)
{
    add_verb<FileOptions>(noun, {"backup", "copy the database to a new file while others use it"},
                          declare_backup, run_backup);
    add_verb<FileOptions>(
        noun, {"restore", "replace the database by a backup, keeping the old one", Access::writes},
        declare_restore, run_restore);
    add_verb<NoOptions>(
        noun, {"migrate", "bring an older database up to date, keeping a copy", Access::writes},
        declare_nothing, run_migrate);
    add_verb<NoOptions>(
        noun, {"optimize", "make the file small and searching fast again", Access::writes},
        declare_nothing, run_optimize);
}

} // namespace crm

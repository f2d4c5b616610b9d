// SPDX-License-Identifier: MIT
#include "crm/store/backup.hpp"

#include "crm/base/error.hpp"
#include "crm/store/connection.hpp"
#include "crm/store/failure.hpp"
#include "crm/store/file_check.hpp"
#include "crm/store/migrate.hpp"
#include "crm/store/new_file.hpp"
#include "crm/store/snapshot.hpp"
#include "crm/store/state.hpp"

#include <sqlite3.h>

#include <sys/stat.h>

namespace crm
{

namespace
{

constexpr int pages_at_once = 4096;

/// Copies every page of one connection's database over another's, in one transaction there.
class PageCopy
{
  public:
    PageCopy(Connection& to, sqlite3* from)
        : to_(to), handle_(sqlite3_backup_init(to.handle(), "main", from, "main"))
    {
        if (handle_ == nullptr)
            to_.fail(sqlite3_errcode(to_.handle()));
    }
    PageCopy(const PageCopy&) = delete;
    PageCopy& operator=(const PageCopy&) = delete;
    ~PageCopy() { sqlite3_backup_finish(handle_); }

    /// Copies some pages more; the first call locks the target. False when all are there.
    bool step(int pages)
    {
        const int code = sqlite3_backup_step(handle_, pages);
        if (code != SQLITE_OK && code != SQLITE_DONE)
            throw database_failure(code, sqlite3_errstr(code), to_.name());
        return code == SQLITE_OK;
    }

    void run(const CopyProgress& progress)
    {
        bool more = true;
        while (more) {
            more = step(pages_at_once);
            const auto total = sqlite3_backup_pagecount(handle_);
            if (progress)
                progress(total - sqlite3_backup_remaining(handle_), total);
        }
    }

  private:
    Connection& to_;
    sqlite3_backup* handle_;
};

void copy_to_new_file(sqlite3* from, const std::filesystem::path& file,
                      const CopyProgress& progress)
{
    NewFile made(file);
    {
        auto to = Connection::create(made.path());
        PageCopy(to, from).run(progress);
    }
    using std::filesystem::perms;
    std::filesystem::permissions(made.path(), perms::owner_read | perms::owner_write);
    made.publish();
}

bool has_log(const std::filesystem::path& file)
{
    std::error_code none;
    const auto size = std::filesystem::file_size(file.string() + "-wal", none);
    return !none && size > 0;
}

/// A backup at rest may lie on a medium that cannot be written. One with a log beside it was copied
/// from a running database, and is whole only together with its log.
Connection open_backup(const std::filesystem::path& backup)
{
    if (has_log(backup))
        return Connection::open(backup, std::chrono::milliseconds(0));
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(backup, ignored))
        throw error(ErrorKind::io, "there is no backup '{}'", backup.string());
    return Connection::open_unchanging(backup);
}

int check(Connection& backup)
{
    if (backup.value("PRAGMA application_id") != std::to_string(application_id))
        throw error(ErrorKind::io, "'{}' is not a crm database", backup.name());
    const auto result = backup.value("PRAGMA integrity_check(1)");
    if (result != "ok")
        throw error(ErrorKind::io, "the backup '{}' is damaged ({})", backup.name(), result);
    const int version = std::stoi(backup.value("PRAGMA user_version"));
    const int newest = static_cast<int>(migrations().size());
    if (version > newest)
        throw error(ErrorKind::io, "database '{}' is newer than this program (schema {}, known {})",
                    backup.name(), version, newest)
            .with_hint("use the newer crm that wrote it");
    return version;
}

/// Whether the pages of the file can be replaced. Those of one that is merely locked can, or has
/// some that are damaged; not those of one that was cut off or does not begin like a database.
bool is_database(const std::filesystem::path& file, std::chrono::milliseconds busy_timeout)
{
    if (std::filesystem::file_size(file) == 0)
        return false;
    auto connection = Connection::open(file, busy_timeout);
    const int code =
        sqlite3_exec(connection.handle(), "PRAGMA schema_version", nullptr, nullptr, nullptr);
    if (code != SQLITE_OK && code != SQLITE_NOTADB && code != SQLITE_CORRUPT)
        connection.fail(code);
    return code == SQLITE_OK;
}

/// What is no database holds no locks and has no readers: its files can be moved. A log that is
/// left of a lost one must be, or it would be taken for that of the next.
void move_aside(const std::filesystem::path& live, const std::filesystem::path& replaced)
{
    refuse_existing(replaced);
    for (const char* suffix : {"-wal", "-shm", ""})
        if (std::filesystem::exists(live.string() + suffix))
            std::filesystem::rename(live.string() + suffix, replaced.string() + suffix);
}

void replace_files(const std::filesystem::path& live, Connection& from,
                   const std::filesystem::path& replaced)
{
    struct stat status {
    };
    const bool known = ::stat(live.c_str(), &status) == 0;
    move_aside(live, replaced);
    try {
        copy_to_new_file(from.handle(), live, {});
    } catch (...) {
        move_aside(replaced, live);
        throw;
    }
    if (known && (status.st_mode & S_IWGRP) != 0)
        share_with_group(live, status.st_gid);
}

/// SQLite's own copying replaces all pages in one transaction of the live file, so that everybody
/// who has it open goes on with the new ones.
void replace_content(const std::filesystem::path& live, Connection& from,
                     const std::filesystem::path& replaced, std::chrono::milliseconds busy_timeout)
{
    auto to = Connection::open(live, busy_timeout);
    auto former = Connection::open(live, busy_timeout);
    PageCopy copy(to, from.handle());
    bool more = copy.step(1); // from here on nobody else can write
    copy_to_new_file(former.handle(), replaced, {});
    while (more)
        more = copy.step(pages_at_once);
}

} // namespace

void backup_database(Store& store, const std::filesystem::path& file, const CopyProgress& progress)
{
    const Snapshot snapshot(store); // else a write by somebody else would start the copy anew
    copy_to_new_file(store.state().database.getHandle(), file, progress);
}

int check_backup(const std::filesystem::path& backup)
{
    auto connection = open_backup(backup);
    return check(connection);
}

void restore_database(const std::filesystem::path& live, const std::filesystem::path& backup,
                      const std::filesystem::path& replaced, std::chrono::milliseconds busy_timeout)
{
    const bool there = std::filesystem::exists(live);
    if (there)
        check_file(live);
    std::error_code ignored;
    if (std::filesystem::equivalent(live, backup, ignored))
        throw error(ErrorKind::usage, "'{}' is the database itself", backup.string());
    auto from = open_backup(backup);
    check(from);
    if (there && is_database(live, busy_timeout))
        replace_content(live, from, replaced, busy_timeout);
    else
        replace_files(live, from, replaced);
}

} // namespace crm

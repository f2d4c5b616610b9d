// SPDX-License-Identifier: MIT
#include "crm/store/file_check.hpp"

#include "crm/base/error.hpp"

#include <sqlite3.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace crm
{

namespace
{

bool on_network(const std::filesystem::path& file)
{
    constexpr std::array<unsigned long, 6> network = {NFS_SUPER_MAGIC,       SMB_SUPER_MAGIC,
                                                      0xff534d42 /* CIFS */, 0xfe534d42 /* SMB2 */,
                                                      AFS_SUPER_MAGIC,       CODA_SUPER_MAGIC};
    struct statfs system {
    };
    if (statfs(file.c_str(), &system) != 0)
        return false;
    for (const auto magic : network)
        if (static_cast<unsigned long>(system.f_type) == magic)
            return true;
    return false;
}

[[noreturn]] void fail_with_errno(const char* action, const std::filesystem::path& file)
{
    throw error(ErrorKind::io, "cannot {} '{}': {}", action, file.string(), std::strerror(errno));
}

} // namespace

void create_private_file(const std::filesystem::path& file)
{
    const int handle = ::open(file.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
    if (handle < 0 && errno == EEXIST)
        throw error(ErrorKind::rejected, "'{}' exists already", file.string())
            .with_hint("choose another file with --db FILE");
    if (handle < 0)
        fail_with_errno("create", file);
    ::fchmod(handle, 0600); // whatever the umask says
    ::close(handle);
    if (on_network(file)) {
        ::unlink(file.c_str());
        throw error(ErrorKind::io, "'{}' is on a network file system", file.string())
            .with_hint("keep the database on a local disk");
    }
}

void check_file(const std::filesystem::path& file)
{
    struct stat status {
    };
    if (::stat(file.c_str(), &status) != 0) {
        if (errno != ENOENT)
            fail_with_errno("open database", file);
        throw error(ErrorKind::io, "there is no database '{}'", file.string())
            .with_hint("make one with 'crm init', or name another with --db FILE");
    }
    if (!S_ISREG(status.st_mode))
        throw error(ErrorKind::io, "'{}' is not a file", file.string());
    if (::access(file.c_str(), R_OK) != 0)
        fail_with_errno("open database", file);
    if (on_network(file))
        throw error(ErrorKind::io, "database '{}' is on a network file system", file.string())
            .with_hint("keep it on a local disk: locks over a network can damage it");
}

bool shares_with_group(const std::filesystem::path& file)
{
    struct stat status {
    };
    return ::stat(file.c_str(), &status) == 0 && (status.st_mode & S_IWGRP) != 0;
}

void keep_log_files(sqlite3* connection)
{
    int on = 1;
    sqlite3_file_control(connection, "main", SQLITE_FCNTL_PERSIST_WAL, &on);
    sqlite3_exec(connection, "PRAGMA journal_size_limit = 0", nullptr, nullptr, nullptr);
}

void share_log_files(const std::filesystem::path& file)
{
    struct stat database {
    };
    if (::stat(file.c_str(), &database) != 0)
        return;
    for (const char* suffix : {"-wal", "-shm"}) {
        const auto each = file.string() + suffix;
        struct stat beside {
        };
        const bool ours = ::stat(each.c_str(), &beside) == 0 && beside.st_uid == ::geteuid();
        if (ours && beside.st_gid != database.st_gid &&
            (::chown(each.c_str(), static_cast<uid_t>(-1), database.st_gid) != 0 ||
             ::chmod(each.c_str(), 0660) != 0))
            fail_with_errno("share", each);
    }
}

void share_with_group(const std::filesystem::path& file, unsigned group)
{
    for (const char* suffix : {"", "-wal", "-shm"}) {
        const auto each = file.string() + suffix;
        if (::access(each.c_str(), F_OK) != 0)
            continue;
        if (::chown(each.c_str(), static_cast<uid_t>(-1), group) != 0 ||
            ::chmod(each.c_str(), 0660) != 0)
            fail_with_errno("share", each);
    }
}

} // namespace crm

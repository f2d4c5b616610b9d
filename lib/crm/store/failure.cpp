// SPDX-License-Identifier: MIT
#include "crm/store/failure.hpp"

#include <sqlite3.h>

#include <cerrno>

namespace crm
{

namespace
{

Error constraint_failure(int code, const std::string& message)
{
    if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY)
        return error(ErrorKind::rejected, "there is such a record already ({})", message);
    if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
        return error(ErrorKind::rejected, "other records still refer to this one ({})", message);
    return error(ErrorKind::rejected, "the data break a rule of the database ({})", message);
}

} // namespace

Error database_failure(int code, const std::string& message, const std::string& file)
{
    const auto kind = ErrorKind::io;
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return error(kind, "database '{}' is locked by another process", file)
            .with_hint("try again, or wait longer with --busy-timeout SECONDS");
    case SQLITE_NOTADB:
        return error(kind, "'{}' is not a crm database", file);
    case SQLITE_CORRUPT:
        return error(kind, "database '{}' is damaged ({})", file, message)
            .with_hint("see 'crm db check'; bring back a backup with 'crm db restore FILE'");
    case SQLITE_FULL:
        return error(kind, "no space left on the disk of '{}'; nothing was changed", file);
    case SQLITE_READONLY:
        return error(kind, "database '{}' cannot be written: no permission", file)
            .with_hint(
                "the write-ahead log needs permission in its folder, for reading too: copy a "
                "backup to a folder of your own to read it");
    case SQLITE_CANTOPEN:
        return error(kind, "database '{}' cannot be opened", file)
            .with_hint(
                "reading needs write permission in its folder, too, for the write-ahead log");
    case SQLITE_IOERR:
        return error(kind, "input or output error on database '{}' ({})", file, message);
    case SQLITE_CONSTRAINT:
        return constraint_failure(code, message);
    case SQLITE_INTERRUPT:
        return error(kind, "interrupted; nothing was changed");
    default:
        return error(kind, "database '{}': {}", file, message);
    }
}

Error database_failure(sqlite3* connection, int code, const std::string& file)
{
    // Not a dying disk, but no room for the memory that processes share.
    if ((code & 0xff) == SQLITE_IOERR && sqlite3_system_errno(connection) == ENOSPC)
        code = SQLITE_FULL;
    const bool known = code == SQLITE_OK || code == SQLITE_FULL;
    return database_failure(known ? code : sqlite3_extended_errcode(connection),
                            sqlite3_errmsg(connection), file);
}

} // namespace crm

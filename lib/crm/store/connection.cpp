// SPDX-License-Identifier: MIT
#include "crm/store/connection.hpp"

#include "crm/store/engine.hpp"
#include "crm/store/failure.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

namespace crm
{

namespace
{

/// The path as a URI, in which `?`, `#` and `%` have a meaning.
std::string as_uri(const std::filesystem::path& file)
{
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(file).string()) {
        if (c == '?' || c == '#' || c == '%')
            uri += fmt::format("%{:02x}", static_cast<unsigned>(c));
        else
            uri += c;
    }
    return uri;
}

} // namespace

void Connection::Close::operator()(sqlite3* handle) const
{
    sqlite3_close(handle);
}

Connection::Connection(const std::filesystem::path& file, const std::string& uri, int flags,
                       const char* system)
    : name_(file.string())
{
    set_up_engine();
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(uri.c_str(), &opened, flags | SQLITE_OPEN_URI, system);
    handle_.reset(opened); // SQLite opens something to close even when it fails
    if (code != SQLITE_OK)
        fail(code);
}

Connection Connection::open(const std::filesystem::path& file,
                            std::chrono::milliseconds busy_timeout)
{
    Connection opened(file, as_uri(file), SQLITE_OPEN_READWRITE, nullptr);
    sqlite3_busy_timeout(opened.handle(), static_cast<int>(busy_timeout.count()));
    return opened;
}

Connection Connection::open_unchanging(const std::filesystem::path& file)
{
    return {file, as_uri(file) + "?immutable=1", SQLITE_OPEN_READONLY, nullptr};
}

Connection Connection::create(const std::filesystem::path& file)
{
    Connection made(file, as_uri(file), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, "unix-none");
    made.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
    return made;
}

void Connection::execute(const char* script)
{
    if (const int code = sqlite3_exec(handle(), script, nullptr, nullptr, nullptr);
        code != SQLITE_OK)
        fail(code);
}

std::string Connection::value(const char* sql)
{
    std::string found;
    const auto take = [](void* out, int, char** cells, char**) {
        *static_cast<std::string*>(out) = cells[0] == nullptr ? "" : cells[0];
        return 1; // one row is enough
    };
    const int code = sqlite3_exec(handle(), sql, take, &found, nullptr);
    if (code != SQLITE_OK && code != SQLITE_ABORT)
        fail(code);
    return found;
}

void Connection::fail(int code) const
{
    throw database_failure(handle(), code, name_);
}

} // namespace crm

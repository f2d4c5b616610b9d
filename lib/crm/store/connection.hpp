// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>

struct sqlite3;

namespace crm
{

/// A bare connection for copying whole databases page by page, whatever is in them; everything else
/// goes through a Store.
class Connection
{
  public:
    /// An existing database, for reading and writing. Throws io.
    static Connection open(const std::filesystem::path& file,
                           std::chrono::milliseconds busy_timeout);
    /// A database that nobody else writes, on whatever medium, for reading. Throws io.
    static Connection open_unchanging(const std::filesystem::path& file);
    /// A new file that nobody else knows of: no locks, no journal. Throws io.
    static Connection create(const std::filesystem::path& file);

    [[nodiscard]] sqlite3* handle() const { return handle_.get(); }
    [[nodiscard]] const std::string& name() const { return name_; }

    void execute(const char* script);
    /// The first column of the first row, empty if there is none.
    std::string value(const char* sql);
    [[noreturn]] void fail(int code) const;

  private:
    struct Close {
        void operator()(sqlite3* handle) const;
    };
    Connection(const std::filesystem::path& file, const std::string& uri, int flags,
               const char* system);

    std::string name_;
    std::unique_ptr<sqlite3, Close> handle_;
};

} // namespace crm

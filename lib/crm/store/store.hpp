// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/statement.hpp"

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace crm
{

/// Who acts, for the audit.
struct Actor {
    std::string user;    ///< staff code, or the login name where there is no such staff member
    std::string command; ///< noun and verb, "contact edit"
};

struct StoreOptions {
    bool dry_run = false; ///< everything happens in one transaction that is rolled back at the end
    std::chrono::milliseconds busy_timeout{10'000};
    Actor actor;
    /// The real clock, UTC, as "2026-06-30T12:05:07Z"; the audit never takes `--today`.
    std::function<std::string()> clock;
    /// The day that is worked on: settings that no other day is asked of have its values.
    std::optional<Date> today;
};

/// One open database. Everything that reads or writes it goes through here; SQLite and SQLiteCpp
/// are known to this folder alone.
class Store
{
  public:
    /// Makes a new file (mode 0600) with the whole schema. Throws `rejected` when it exists.
    static Store create(const std::filesystem::path& file, StoreOptions options);
    /// Opens an existing file; refuses (io) one that is missing, foreign, damaged, older or newer
    /// than this program, or on a network file system.
    static Store open(const std::filesystem::path& file, StoreOptions options);
    /// Like open, but accepts an older schema: only for `db info`, `db backup` and `db migrate`.
    static Store open_any_version(const std::filesystem::path& file, StoreOptions options);
    /// Like open, but SQLite refuses every write: for what a user typed (`crm sql`).
    static Store open_read_only(const std::filesystem::path& file, StoreOptions options);
    /// A database of its own that vanishes with the Store, for tests.
    static Store in_memory(StoreOptions options = {});

    Store(Store&&) noexcept;
    Store& operator=(Store&&) = delete;
    ~Store();

    /// Prepares `sql`, or takes the same statement from an earlier use.
    Statement prepare(std::string_view sql);
    /// Prepares an INSERT of one row whose values are parameters, in the order of the columns, into
    /// a table with the key `id`. In bulk work such rows may wait, see begin_queueing().
    Statement prepare_insert(std::string_view sql);
    /// Runs a script of statements without parameters; never with anything a user typed.
    void execute(const char* script);
    /// The id of the row inserted last.
    [[nodiscard]] std::int64_t last_id() const;
    /// Number of rows the last statement changed.
    [[nodiscard]] std::int64_t changes() const;
    [[nodiscard]] int schema_version();
    [[nodiscard]] const StoreOptions& options() const;
    /// Who acts from now on, for the audit.
    void set_user(std::string user);
    [[nodiscard]] const std::filesystem::path& file() const;

    /// A larger page cache for bulk work, in KiB; the default suits single commands.
    void set_cache(int kibibytes);

    /// Access for the other files of store/ only.
    StoreState& state() { return *state_; }

  private:
    explicit Store(std::unique_ptr<StoreState> state);
    /// Opens a file that is ours and not newer than this program.
    static Store open_known(const std::filesystem::path& file, int flags, StoreOptions options);
    void refuse_older();
    std::unique_ptr<StoreState> state_;
};

/// One unit of work, `BEGIN IMMEDIATE` at construction. Rolled back unless committed. The outermost
/// domain call owns it; helpers never begin one. Audit rows are written with what they describe.
class Transaction
{
  public:
    explicit Transaction(Store& store);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();

    /// Makes the changes durable. In a dry run they stay visible to this Store alone and are rolled
    /// back when it closes.
    void commit();

  private:
    StoreState& state_;
    bool open_ = true;
};

} // namespace crm

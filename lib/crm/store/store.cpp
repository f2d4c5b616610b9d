// SPDX-License-Identifier: MIT
#include "crm/store/store.hpp"

#include "crm/store/engine.hpp"
#include "crm/store/failure.hpp"
#include "crm/store/file_check.hpp"
#include "crm/store/functions.hpp"
#include "crm/store/migrate.hpp"
#include "crm/store/state.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <utility>

namespace crm
{

namespace
{

constexpr const char* connection_pragmas = R"sql(
    PRAGMA foreign_keys = ON;
    PRAGMA synchronous = FULL;
    PRAGMA trusted_schema = OFF;
)sql";

std::unique_ptr<StoreState> connect(const std::string& name, int flags, StoreOptions options)
{
    set_up_engine();
    try {
        return std::make_unique<StoreState>(name, flags, std::move(options));
    } catch (const SQLite::Exception& failure) {
        throw database_failure(failure.getExtendedErrorCode(), failure.what(), name);
    }
}

std::int64_t pragma(Store& store, const char* sql)
{
    auto query = store.prepare(sql);
    query.step();
    return query.integer(0);
}

} // namespace

StoreState::StoreState(const std::string& name, int flags, StoreOptions given)
    : options(std::move(given)), file(name),
      database(name, flags, static_cast<int>(options.busy_timeout.count()))
{
    audit.attach(database.getHandle(), options, name, bulk);
    add_functions(database.getHandle());
    add_bulk_table(database.getHandle(), bulk);
}

void StoreState::stop_queueing()
{
    queueing = false;
    for (auto* queue : queues)
        queue->clear();
    queues.clear();
}

StoreState::~StoreState()
{
    for (auto& [sql, prepared] : statements)
        for (auto* handle : prepared.idle)
            sqlite3_finalize(handle);
}

Store::Store(std::unique_ptr<StoreState> state) : state_(std::move(state)) {}
Store::Store(Store&&) noexcept = default;
Store::~Store() = default; // an open (dry-run) transaction is rolled back by closing

Store Store::create(const std::filesystem::path& file, StoreOptions options)
{
    create_private_file(file);
    Store store(connect(file.string(), SQLite::OPEN_READWRITE, std::move(options)));
    store.execute(fmt::format("PRAGMA application_id = {}", application_id).c_str());
    store.execute("PRAGMA journal_mode = WAL");
    store.execute(connection_pragmas);
    migrate(store);
    return store;
}

Store Store::open_known(const std::filesystem::path& file, int flags, StoreOptions options)
{
    check_file(file);
    Store store(connect(file.string(), flags, std::move(options)));
    store.execute(connection_pragmas);
    if (pragma(store, "PRAGMA application_id") != application_id)
        throw error(ErrorKind::io, "'{}' is not a crm database", file.string());
    if (shares_with_group(file)) {
        keep_log_files(store.state().database.getHandle());
        share_log_files(file);
    }
    const int newest = static_cast<int>(migrations().size());
    if (store.schema_version() > newest)
        throw error(ErrorKind::io, "database '{}' is newer than this program (schema {}, known {})",
                    file.string(), store.schema_version(), newest)
            .with_hint("use the newer crm that wrote it");
    return store;
}

Store Store::open_any_version(const std::filesystem::path& file, StoreOptions options)
{
    return open_known(file, SQLite::OPEN_READWRITE, std::move(options));
}

Store Store::open(const std::filesystem::path& file, StoreOptions options)
{
    auto store = open_any_version(file, std::move(options));
    store.refuse_older();
    return store;
}

Store Store::open_read_only(const std::filesystem::path& file, StoreOptions options)
{
    auto store = open_known(file, SQLite::OPEN_READONLY, std::move(options));
    store.refuse_older();
    return store;
}

void Store::refuse_older()
{
    if (schema_version() < static_cast<int>(migrations().size()))
        throw error(ErrorKind::io, "database '{}' is of an older version of crm", file().string())
            .with_hint("bring it up to date with 'crm db migrate'; it makes a copy first");
}

Store Store::in_memory(StoreOptions options)
{
    Store store(
        connect(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, std::move(options)));
    store.execute(connection_pragmas);
    migrate(store);
    return store;
}

Statement Store::prepare(std::string_view sql)
{
    return {*state_, sql};
}

Statement Store::prepare_insert(std::string_view sql)
{
    Statement insert(*state_, sql);
    if (state_->queueing)
        insert.queue(*this);
    return insert;
}

void Store::execute(const char* script)
{
    const int code = state_->database.tryExec(script);
    if (code != SQLITE_OK) {
        state_->audit.drop();
        throw database_failure(state_->database.getHandle(), code, state_->file.string());
    }
    state_->audit.flush();
}

std::int64_t Store::last_id() const
{
    return state_->last_id;
}

std::int64_t Store::changes() const
{
    return state_->changes;
}

int Store::schema_version()
{
    return static_cast<int>(pragma(*this, "PRAGMA user_version"));
}

const StoreOptions& Store::options() const
{
    return state_->options;
}

void Store::set_user(std::string user)
{
    state_->options.actor.user = std::move(user);
}

const std::filesystem::path& Store::file() const
{
    return state_->file;
}

void Store::set_cache(int kibibytes)
{
    execute(fmt::format("PRAGMA cache_size = -{}", kibibytes).c_str());
}

Transaction::Transaction(Store& store) : state_(store.state())
{
    if (state_.transaction_depth++ > 0)
        return; // joins the one that is open
    state_.transaction_failed = false;
    state_.settings.clear();
    if (sqlite3_get_autocommit(state_.database.getHandle()) != 0) {
        try {
            store.execute("BEGIN IMMEDIATE");
        } catch (...) {
            --state_.transaction_depth;
            throw;
        }
    }
    state_.audit.begin();
}

Transaction::~Transaction()
{
    if (!open_)
        return;
    --state_.transaction_depth;
    state_.transaction_failed = true;
    if (state_.transaction_depth == 0) {
        state_.audit.end();
        state_.settings.clear();
        state_.stop_queueing();
        state_.database.tryExec("ROLLBACK");
    }
}

void Transaction::commit()
{
    if (state_.transaction_failed)
        throw std::logic_error("commit after a part of the transaction failed");
    if (state_.transaction_depth == 1) {
        state_.audit.write_waiting();
        if (!state_.options.dry_run) {
            const int code = state_.database.tryExec("COMMIT");
            if (code != SQLITE_OK)
                throw database_failure(state_.database.getHandle(), code, state_.file.string());
        }
        state_.audit.end();
        state_.stop_queueing();
    }
    --state_.transaction_depth;
    open_ = false;
}

} // namespace crm

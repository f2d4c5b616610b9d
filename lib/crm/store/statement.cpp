// SPDX-License-Identifier: MIT
#include "crm/store/statement.hpp"

#include "crm/store/failure.hpp"
#include "crm/store/insert_queue.hpp"
#include "crm/store/state.hpp"
#include "crm/store/views.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <set>
#include <utility>

namespace crm
{

namespace
{

PreparedSql& find_prepared(StoreState& state, std::string_view sql)
{
    const auto known = state.statements.find(sql);
    return known != state.statements.end()
               ? known->second
               : state.statements.try_emplace(std::string(sql)).first->second;
}

/// The view that a statement could not be prepared without, if that was why.
const View* missing_view(sqlite3* connection)
{
    constexpr std::string_view complaint = "no such table: ";
    const std::string_view message = sqlite3_errmsg(connection);
    return message.starts_with(complaint) ? find_view(message.substr(complaint.size())) : nullptr;
}

/// Prepares `sql`, with the views that it names in front.
sqlite3_stmt* prepare(StoreState& state, std::string_view sql)
{
    auto* connection = state.database.getHandle();
    std::string text;
    std::set<const View*> in_front;
    while (true) {
        sqlite3_stmt* handle = nullptr;
        const int code = sqlite3_prepare_v3(connection, sql.data(), static_cast<int>(sql.size()),
                                            SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
        if (code == SQLITE_OK)
            return handle;
        const auto* view = missing_view(connection);
        if (view == nullptr || !in_front.insert(view).second) // a view cannot be written to
            throw database_failure(connection, code, state.file.string());
        text = with_view(sql, *view);
        sql = text;
    }
}

sqlite3_stmt* take_or_prepare(StoreState& state, PreparedSql& prepared, std::string_view sql)
{
    if (!prepared.idle.empty()) {
        auto* handle = prepared.idle.back();
        prepared.idle.pop_back();
        return handle;
    }
    auto* handle = prepare(state, sql);
    if (prepared.parameters.empty())
        for (int place = 1; place <= sqlite3_bind_parameter_count(handle); ++place) {
            const char* name = sqlite3_bind_parameter_name(handle, place);
            prepared.parameters.emplace_back(name == nullptr ? "" : name);
        }
    return handle;
}

int length(std::string_view text)
{
    return static_cast<int>(text.size());
}

} // namespace

Statement::Statement(StoreState& state, std::string_view sql)
    : state_(&state), prepared_(&find_prepared(state, sql)),
      handle_(take_or_prepare(state, *prepared_, sql))
{
}

Statement::Statement(Statement&& other) noexcept
    : state_(other.state_), prepared_(other.prepared_),
      handle_(std::exchange(other.handle_, nullptr)), last_bound_(other.last_bound_),
      queueing_(other.queueing_)
{
}

Statement::~Statement()
{
    if (handle_ == nullptr)
        return;
    sqlite3_reset(handle_);
    sqlite3_clear_bindings(handle_);
    prepared_->idle.push_back(handle_);
}

/// Parameters are mostly bound in their order, where looking at the next one is much cheaper than
/// searching all of them.
int Statement::index(const char* name)
{
    const auto& names = prepared_->parameters;
    if (const auto next = static_cast<std::size_t>(last_bound_);
        next < names.size() && names[next] == name)
        return ++last_bound_;
    const auto found = std::find(names.begin(), names.end(), name);
    last_bound_ = found == names.end() ? 0 : static_cast<int>(found - names.begin()) + 1;
    if (last_bound_ == 0)
        throw std::logic_error(fmt::format("no parameter {} in: {}", name, sqlite3_sql(handle_)));
    return last_bound_;
}

void Statement::check(int code) const
{
    if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
        throw database_failure(state_->database.getHandle(), code, state_->file.string());
}

Statement& Statement::bind(const char* name, std::int64_t value)
{
    if (queueing_ != nullptr)
        prepared_->queue->set(index(name), value);
    else
        check(sqlite3_bind_int64(handle_, index(name), value));
    return *this;
}

Statement& Statement::bind(const char* name, int value)
{
    return bind(name, std::int64_t{value});
}

Statement& Statement::bind(const char* name, bool value)
{
    return bind(name, std::int64_t{value ? 1 : 0});
}

Statement& Statement::bind(const char* name, std::nullptr_t)
{
    if (queueing_ != nullptr)
        prepared_->queue->set_null(index(name));
    else
        check(sqlite3_bind_null(handle_, index(name)));
    return *this;
}

Statement& Statement::bind(const char* name, std::string_view text)
{
    if (queueing_ != nullptr) {
        prepared_->queue->set(index(name), text);
        return *this;
    }
    // An empty view may have no address, which SQLite would take for NULL.
    const char* data = text.empty() ? "" : text.data();
    check(sqlite3_bind_text(handle_, index(name), data, length(text), SQLITE_TRANSIENT));
    return *this;
}

Statement& Statement::bind(const char* name, const std::string& text)
{
    return bind(name, std::string_view(text));
}

Statement& Statement::bind(const char* name, const char* text)
{
    return bind(name, std::string_view(text));
}

Statement& Statement::bind(const char* name, Date day)
{
    return bind(name, to_string(day));
}

Statement& Statement::bind(const char* name, Money amount)
{
    return bind(name, amount.cents);
}

Statement& Statement::bind_blob(const char* name, std::string_view bytes)
{
    check(sqlite3_bind_blob(handle_, index(name), bytes.data(), length(bytes), SQLITE_TRANSIENT));
    return *this;
}

Statement& Statement::bind_or_null(const char* name, std::string_view text)
{
    return text.empty() ? bind(name, nullptr) : bind(name, text);
}

bool Statement::step()
{
    const int code = sqlite3_step(handle_);
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        auto failure = database_failure(state_->database.getHandle(), code, state_->file.string());
        sqlite3_reset(handle_);
        state_->audit.drop();
        throw failure;
    }
    // A statement with RETURNING has made all its changes before its first row. What it changed is
    // remembered before the audit writes rows of its own.
    if (!read_only()) {
        state_->last_id = sqlite3_last_insert_rowid(state_->database.getHandle());
        state_->changes = sqlite3_changes64(state_->database.getHandle());
        state_->audit.flush();
    }
    return code == SQLITE_ROW;
}

void Statement::queue(Store& store)
{
    queueing_ = &store;
    auto& queue = prepared_->queue;
    if (queue == nullptr)
        queue = std::make_unique<InsertQueue>(sqlite3_sql(handle_), prepared_->parameters.size());
    auto& queues = state_->queues;
    if (std::ranges::find(queues, queue.get()) == queues.end())
        queues.push_back(queue.get());
}

void Statement::run()
{
    if (queueing_ != nullptr) {
        state_->last_id = prepared_->queue->push(*queueing_);
        last_bound_ = 0;
        return;
    }
    while (step()) {
    }
    reset();
}

void Statement::reset()
{
    sqlite3_reset(handle_);
    last_bound_ = 0;
}

bool Statement::is_null(int column) const
{
    return sqlite3_column_type(handle_, column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(handle_, column);
}

std::string_view Statement::text(int column) const
{
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(handle_, column));
    if (data == nullptr)
        return {};
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

std::string_view Statement::blob(int column) const
{
    const auto* data = static_cast<const char*>(sqlite3_column_blob(handle_, column));
    if (data == nullptr)
        return {};
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

std::optional<std::int64_t> Statement::optional_integer(int column) const
{
    return is_null(column) ? std::nullopt : std::optional(integer(column));
}

std::optional<Date> Statement::date(int column) const
{
    return is_null(column) ? std::nullopt : parse_iso_date(text(column));
}

int Statement::columns() const
{
    return sqlite3_column_count(handle_);
}

std::string Statement::column_name(int column) const
{
    return sqlite3_column_name(handle_, column);
}

std::string Statement::column_declared_type(int column) const
{
    const char* declared = sqlite3_column_decltype(handle_, column);
    return declared == nullptr ? "" : declared;
}

Statement::Type Statement::type(int column) const
{
    switch (sqlite3_column_type(handle_, column)) {
    case SQLITE_INTEGER:
        return Type::integer;
    case SQLITE_FLOAT:
        return Type::real;
    case SQLITE_TEXT:
        return Type::text;
    case SQLITE_BLOB:
        return Type::blob;
    default:
        return Type::null;
    }
}

bool Statement::read_only() const
{
    return sqlite3_stmt_readonly(handle_) != 0;
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/store/user_query.hpp"

#include "crm/base/error.hpp"
#include "crm/base/items.hpp"
#include "crm/store/failure.hpp"
#include "crm/store/state.hpp"

#include <sqlite3.h>

namespace crm
{

namespace
{

struct Parsed {
    int code = 0;
    bool statement = false; ///< there is more than blanks and comments
    std::string_view rest;
};

Parsed parse(sqlite3* connection, std::string_view sql)
{
    sqlite3_stmt* statement = nullptr;
    const char* tail = sql.data();
    Parsed parsed;
    parsed.code =
        sqlite3_prepare_v2(connection, sql.data(), static_cast<int>(sql.size()), &statement, &tail);
    parsed.statement = statement != nullptr;
    parsed.rest = sql.substr(static_cast<std::size_t>(tail - sql.data()));
    sqlite3_finalize(statement);
    return parsed;
}

constexpr int steps_between_looks = 10'000;

} // namespace

UserQuery::UserQuery(Store& store, std::string_view sql) : store_(store), guard_(store)
{
    prepare(sql);
}

UserQuery::UserQuery(Store& store, std::string_view sql, const View& view, std::int64_t steps)
    : store_(store), guard_(store, view), steps_left_(steps)
{
    prepare(sql);
    sqlite3_progress_handler(store.state().database.getHandle(), steps_between_looks, count_down,
                             this);
}

UserQuery::~UserQuery()
{
    sqlite3_progress_handler(store_.state().database.getHandle(), 0, nullptr, nullptr);
}

int UserQuery::count_down(void* query)
{
    auto& left = static_cast<UserQuery*>(query)->steps_left_;
    left -= steps_between_looks;
    return left < 0 ? 1 : 0;
}

void UserQuery::prepare(std::string_view sql)
{
    auto* connection = store_.state().database.getHandle();
    const auto first = parse(connection, sql);
    if (first.code != SQLITE_OK)
        fail();
    if (!first.statement)
        throw error(ErrorKind::usage, "there is no statement");
    const auto second = parse(connection, first.rest);
    if (second.code != SQLITE_OK || second.statement)
        throw error(ErrorKind::usage, "only one statement can be run");
    statement_.emplace(store_.prepare(sql.substr(0, sql.size() - first.rest.size())));
    if (!statement_->read_only() || statement_->columns() == 0)
        throw error(ErrorKind::usage, "only a SELECT can be run");
}

bool UserQuery::step()
{
    try {
        return statement_->step();
    } catch (const Error&) {
        fail();
    }
}

void UserQuery::fail()
{
    auto* connection = store_.state().database.getHandle();
    const int code = sqlite3_errcode(connection);
    const std::string message = sqlite3_errmsg(connection);
    const auto refusal = guard_.take_refusal();
    if (code == SQLITE_INTERRUPT && steps_left_ < 0)
        throw error(ErrorKind::usage, "it takes too long");
    switch (code) {
    case SQLITE_ERROR:
    case SQLITE_AUTH:
    case SQLITE_TOOBIG:
    case SQLITE_MISMATCH:
    case SQLITE_RANGE:
        throw error(ErrorKind::usage, "{}", refusal.empty() ? message : refusal)
            .with_hint("what can be read: {}", joined(guard_.views()));
    default:
        throw database_failure(connection, code, store_.file().string());
    }
}

} // namespace crm

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
    bool parameters = false;
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
    parsed.parameters = sqlite3_bind_parameter_count(statement) > 0;
    parsed.rest = sql.substr(static_cast<std::size_t>(tail - sql.data()));
    sqlite3_finalize(statement);
    return parsed;
}

} // namespace

UserQuery::UserQuery(Store& store, std::string_view sql) : store_(store), guard_(store)
{
    prepare(sql);
}

UserQuery::UserQuery(Store& store, std::string_view sql, const View& view)
    : store_(store), guard_(store, view)
{
    prepare(sql);
}

void UserQuery::prepare(std::string_view sql)
{
    auto* connection = store_.state().database.getHandle();
    const auto first = parse(connection, sql);
    if (first.code != SQLITE_OK)
        fail();
    if (!first.statement)
        throw error(ErrorKind::usage, "there is no statement");
    if (first.parameters)
        throw error(ErrorKind::usage, "a parameter has no value here")
            .with_hint("text stands in single quotes: 'so', with '' for a quote in it");
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
    const auto refusal = guard_.take_refusal();
    const auto fault = statement_fault(store_);
    if (!fault) {
        auto* connection = store_.state().database.getHandle();
        throw database_failure(connection, sqlite3_errcode(connection), store_.file().string());
    }
    throw error(ErrorKind::usage, "{}", refusal.empty() ? *fault : refusal)
        .with_hint("what can be read: {}", joined(guard_.views()));
}

std::optional<std::string> statement_fault(Store& store)
{
    auto* connection = store.state().database.getHandle();
    switch (sqlite3_errcode(connection)) {
    case SQLITE_ERROR:
    case SQLITE_AUTH:
    case SQLITE_TOOBIG:
    case SQLITE_MISMATCH:
    case SQLITE_RANGE:
        return sqlite3_errmsg(connection);
    default:
        return std::nullopt;
    }
}

} // namespace crm

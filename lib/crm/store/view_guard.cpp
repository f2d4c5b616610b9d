// SPDX-License-Identifier: MIT
#include "crm/store/view_guard.hpp"

#include "crm/base/translate.hpp"
#include "crm/store/state.hpp"
#include "crm/store/views.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <utility>

namespace crm
{

namespace
{

/// SQLite hands some names over as they were typed; the case of ASCII letters does not matter in
/// SQL.
std::string name_of(const char* text)
{
    std::string name(text == nullptr ? "" : text);
    std::transform(name.begin(), name.end(), name.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return name;
}

void prepare_only(sqlite3* connection, const std::string& sql)
{
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(connection, sql.c_str(), -1, &statement, nullptr);
    sqlite3_finalize(statement);
}

} // namespace

int guard_callback(void* guard, int action, const char* first, const char* second, const char*,
                   const char* context)
{
    return static_cast<ViewGuard*>(guard)->decide(action, first, second, context);
}

ViewGuard::ViewGuard(Store& store) : connection_(store.state().database.getHandle())
{
    create_temporary_views(store);
    for (const auto& view : crm::views())
        views_.emplace(view.name);
    learn(store);
}

ViewGuard::ViewGuard(Store& store, const View& view)
    : connection_(store.state().database.getHandle()), only_one_view_(true)
{
    create_temporary_view(store, view);
    views_.emplace(view.name);
    learn(store);
}

ViewGuard::~ViewGuard()
{
    sqlite3_set_authorizer(connection_, nullptr, nullptr);
    if (only_one_view_)
        sqlite3_exec(connection_, ("DROP VIEW temp." + *views_.begin()).c_str(), nullptr, nullptr,
                     nullptr);
}

void ViewGuard::learn(Store& store)
{
    for (const auto& view : crm::views())
        tables_.emplace(view.name);
    {
        auto query = store.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'");
        while (query.step())
            tables_.insert(name_of(query.string(0).c_str()));
    }
    // The first use of these declares a table of their own, which would look like a change.
    prepare_only(connection_, "SELECT 1 FROM json_each('[]'), json_tree('[]')");
    learning_ = true;
    sqlite3_set_authorizer(connection_, guard_callback, this);
    for (const auto& view : views_)
        prepare_only(connection_, "SELECT * FROM \"" + view + '"');
    learning_ = false;
}

int ViewGuard::decide(int action, const char* first, const char* second, const char* context)
{
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_RECURSIVE:
        return SQLITE_OK;
    case SQLITE_READ:
        if (learning_)
            shown_by_views_.insert({name_of(context), name_of(first), name_of(second)});
        if (learning_ || may_read(name_of(first), name_of(second), name_of(context)))
            return SQLITE_OK;
        if (refusal_.empty())
            refusal_ = format("'{}' cannot be read", first);
        return SQLITE_DENY;
    case SQLITE_FUNCTION:
        if (name_of(second) != "load_extension")
            return SQLITE_OK;
        break;
    default:
        break;
    }
    if (refusal_.empty())
        refusal_ = action == SQLITE_FUNCTION ? format("the function '{}' cannot be used", second)
                                             : tr("only a SELECT can be run");
    return SQLITE_DENY;
}

/// `context` is the view from which SQLite reads, but also any name that the statement itself gave
/// to a subquery. A subquery that calls itself like a view therefore gets what that view shows
/// anyway, and no more.
bool ViewGuard::may_read(const std::string& table, const std::string& column,
                         const std::string& context)
{
    if (views_.contains(table) || table == "json_each" || table == "json_tree")
        return true;
    if (shown_by_views_.contains({context, table, column})) {
        reached_.insert(table);
        return true;
    }
    if (!column.empty())
        return false;
    // No column: rows are only counted. SQLite says so without the view when it has dissolved it in
    // the statement. What is no table is a name of the statement's own.
    const bool own_name =
        !tables_.contains(table) && !table.starts_with("sqlite_") && !table.starts_with("pragma_");
    return own_name || reached_.contains(table);
}

std::string ViewGuard::take_refusal()
{
    return std::exchange(refusal_, {});
}

} // namespace crm

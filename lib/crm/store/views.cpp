// SPDX-License-Identifier: MIT
#include "crm/store/views.hpp"

#include "crm/store/store.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>

namespace crm
{

namespace
{

constexpr std::string_view blanks = " \n";

/// What follows the keyword, if `sql` begins with it.
bool take_keyword(std::string_view& sql, std::string_view keyword)
{
    if (!sql.starts_with(keyword) || sql.size() == keyword.size() ||
        blanks.find(sql[keyword.size()]) == std::string_view::npos)
        return false;
    sql.remove_prefix(keyword.size());
    sql.remove_prefix(std::min(sql.find_first_not_of(blanks), sql.size()));
    return true;
}

std::string creation_of(const View& view)
{
    return fmt::format("CREATE TEMP VIEW IF NOT EXISTS {} AS {};", view.name, view.select);
}

} // namespace

const View* find_view(std::string_view name)
{
    const std::string wanted(name);
    const auto all = views();
    const auto found = std::find_if(all.begin(), all.end(), [&](const View& view) {
        return sqlite3_stricmp(wanted.c_str(), std::string(view.name).c_str()) == 0;
    });
    return found == all.end() ? nullptr : &*found;
}

std::string with_view(std::string_view sql, const View& view)
{
    sql.remove_prefix(std::min(sql.find_first_not_of(blanks), sql.size()));
    const bool has_with = take_keyword(sql, "WITH");
    const bool recursive = has_with && take_keyword(sql, "RECURSIVE");
    // Without NOT MATERIALIZED, one that is read twice would be filled before any condition counts.
    return fmt::format("WITH {}{} AS NOT MATERIALIZED ({}){}{}", recursive ? "RECURSIVE " : "",
                       view.name, view.select, has_with ? ", " : " ", sql);
}

void create_temporary_views(Store& store)
{
    std::string script;
    for (const auto& view : views())
        script += creation_of(view);
    store.execute(script.c_str());
}

void create_temporary_view(Store& store, const View& view)
{
    store.execute(creation_of(view).c_str());
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/store/late_indexes.hpp"

#include "crm/store/store.hpp"

#include <fmt/format.h>

namespace crm
{

void LateIndexes::drop(std::span<const std::string_view> tables, std::string_view kept)
{
    std::vector<std::string> names;
    for (const auto table : tables) {
        auto query = store_.prepare(R"sql(
            SELECT name, sql FROM sqlite_schema
             WHERE type = 'index' AND tbl_name = :table AND name <> :kept
               AND sql NOT LIKE 'CREATE UNIQUE%')sql");
        query.bind(":table", table).bind(":kept", kept);
        while (query.step()) {
            names.push_back(query.string(0));
            dropped_.push_back(query.string(1));
        }
    }
    for (const auto& name : names)
        store_.execute(fmt::format("DROP INDEX {}", name).c_str());
}

void LateIndexes::build()
{
    for (const auto& sql : dropped_)
        store_.execute(sql.c_str());
    dropped_.clear();
}

} // namespace crm

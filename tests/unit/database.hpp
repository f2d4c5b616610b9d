// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/store.hpp"

#include <string>

namespace crm::test
{

/// How the tests open a database: somebody acts, time stands still.
inline StoreOptions acting(std::string user = "mm")
{
    StoreOptions options;
    options.actor = {std::move(user), "test"};
    options.clock = [] { return std::string("2026-06-30T12:05:07Z"); };
    return options;
}

/// The first column of the first row as text, empty if there is none.
inline std::string value(Store& store, const std::string& sql)
{
    auto query = store.prepare(sql);
    return query.step() ? query.string(0) : "";
}

/// Runs a script as one transaction, recorded in the audit.
inline void change(Store& store, const char* script)
{
    Transaction transaction(store);
    store.execute(script);
    transaction.commit();
}

/// Runs a script behind the program's back: no triggers of the table, no foreign keys, no audit.
inline void tamper(Store& store, const char* table, const char* script)
{
    std::string restore;
    std::string drop = "PRAGMA foreign_keys = OFF;";
    {
        auto triggers = store.prepare(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = :table");
        triggers.bind(":table", table);
        while (triggers.step()) {
            drop += "DROP TRIGGER " + triggers.string(0) + ";";
            restore += triggers.string(1) + ";";
        }
    }
    store.execute((drop + script + ";" + restore + "PRAGMA foreign_keys = ON").c_str());
}

} // namespace crm::test

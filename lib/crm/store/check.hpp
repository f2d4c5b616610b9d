// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/store.hpp"

#include <functional>
#include <span>
#include <string>

namespace crm
{

/// Says what is wrong, in a sentence without full stop.
using Report = std::function<void(const std::string& text)>;

/// One thing that must always be true of a database, and how to prove it.
struct Check {
    const char* name;
    const char* meaning;
    void (*run)(Store& store, const Report& report); ///< silent if all is well
};

/// Reports each row of a query, whose columns, at most three, fill `msgid`.
void report_rows(Store& store, const Report& report, const char* sql, const char* msgid);

/// What the file itself must hold to: SQLite's structures, foreign keys, schema, audit, settings.
std::span<const Check> store_checks();

} // namespace crm

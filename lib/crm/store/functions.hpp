// SPDX-License-Identifier: MIT
#pragma once

struct sqlite3;

namespace crm
{

/// Adds what our SQL needs and SQLite lacks: `fold(text)`, see base/text.hpp.
void add_functions(sqlite3* connection);

} // namespace crm

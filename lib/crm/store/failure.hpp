// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/error.hpp"

#include <string>

struct sqlite3;

namespace crm
{

/// Turns a result code of SQLite into the program's error: one place that knows what "locked",
/// "disk full", "damaged" or "a rule is broken" mean. `file` is named in the text.
Error database_failure(int code, const std::string& message, const std::string& file);

/// The same for the last error of a connection.
Error database_failure(sqlite3* connection, int code, const std::string& file);

} // namespace crm

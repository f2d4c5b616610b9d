// SPDX-License-Identifier: MIT
#include "crm/store/functions.hpp"

#include "crm/base/text.hpp"

#include <sqlite3.h>

#include <string_view>

namespace crm
{

namespace
{

void fold_function(sqlite3_context* context, int, sqlite3_value** arguments)
{
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(arguments[0]));
    if (text == nullptr)
        return; // NULL stays NULL
    const auto folded = fold({text, static_cast<std::size_t>(sqlite3_value_bytes(arguments[0]))});
    sqlite3_result_text(context, folded.data(), static_cast<int>(folded.size()), SQLITE_TRANSIENT);
}

} // namespace

void add_functions(sqlite3* connection)
{
    sqlite3_create_function_v2(connection, "fold", 1,
                               SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nullptr,
                               fold_function, nullptr, nullptr, nullptr);
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/store/functions.hpp"

#include "crm/base/error.hpp"
#include "crm/base/money.hpp"
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

/// line_net(quantity, price, discount), so that lines are rounded in one place.
void line_net_function(sqlite3_context* context, int, sqlite3_value** arguments)
{
    for (int i = 0; i < 3; ++i)
        if (sqlite3_value_type(arguments[i]) != SQLITE_INTEGER)
            return; // NULL
    try {
        sqlite3_result_int64(context, line_net({sqlite3_value_int64(arguments[0])},
                                               {sqlite3_value_int64(arguments[1])},
                                               {sqlite3_value_int64(arguments[2])})
                                          .cents);
    } catch (const Error& failure) {
        sqlite3_result_error(context, failure.what(), -1);
    }
}

} // namespace

void add_functions(sqlite3* connection)
{
    sqlite3_create_function_v2(connection, "fold", 1,
                               SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nullptr,
                               fold_function, nullptr, nullptr, nullptr);
    sqlite3_create_function_v2(connection, "line_net", 3,
                               SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nullptr,
                               line_net_function, nullptr, nullptr, nullptr);
}

} // namespace crm

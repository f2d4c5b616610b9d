// SPDX-License-Identifier: MIT
#include "crm/store/engine.hpp"

#include <sqlite3.h>

namespace crm
{

void set_up_engine()
{
    [[maybe_unused]] static const bool once = [] {
        // Refused when it is in use already; then everything works as before, only slower.
        sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
        sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
        return true;
    }();
}

} // namespace crm

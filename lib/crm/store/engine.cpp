// SPDX-License-Identifier: MIT
#include "crm/store/engine.hpp"

#include "crm/store/engine_memory.hpp"

#include <sqlite3.h>

namespace crm
{

void set_up_engine()
{
    [[maybe_unused]] static const bool once = [] {
        // Refused when it is in use already; then everything works as before, only slower.
        sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
        sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
#ifndef __SANITIZE_ADDRESS__ // which watches every piece that comes from malloc
        sqlite3_config(SQLITE_CONFIG_MALLOC, &engine_memory());
#endif
        return true;
    }();
}

} // namespace crm

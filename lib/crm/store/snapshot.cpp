// SPDX-License-Identifier: MIT
#include "crm/store/snapshot.hpp"

#include "crm/store/state.hpp"

#include <sqlite3.h>

namespace crm
{

Snapshot::Snapshot(Store& store)
{
    if (sqlite3_get_autocommit(store.state().database.getHandle()) == 0)
        return;
    store.execute("BEGIN");
    state_ = &store.state();
    static_cast<void>(store.schema_version()); // the first read fixes what is seen
}

Snapshot::~Snapshot()
{
    if (state_ != nullptr)
        state_->database.tryExec("ROLLBACK");
}

} // namespace crm

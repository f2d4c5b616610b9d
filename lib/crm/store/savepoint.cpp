// SPDX-License-Identifier: MIT
#include "crm/store/savepoint.hpp"

#include "crm/store/state.hpp"

namespace crm
{

Savepoint::Savepoint(Store& store) : state_(store.state())
{
    state_.audit.write_waiting(); // what is taken back is what waits from now on
    store.execute("SAVEPOINT part");
}

Savepoint::~Savepoint()
{
    if (!open_)
        return;
    state_.audit.take_back();
    state_.settings.clear();
    state_.database.tryExec("ROLLBACK TO part; RELEASE part");
}

void Savepoint::release()
{
    state_.audit.flush();
    state_.database.tryExec("RELEASE part");
    open_ = false;
}

} // namespace crm

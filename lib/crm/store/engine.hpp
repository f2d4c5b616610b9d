// SPDX-License-Identifier: MIT
#pragma once

namespace crm
{

/// Sets SQLite up for this program, before its first connection: one thread, so it needs no locks
/// between threads, and nobody asks how much memory it takes. That is a tenth of an import.
void set_up_engine();

} // namespace crm

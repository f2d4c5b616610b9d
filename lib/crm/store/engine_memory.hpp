// SPDX-License-Identifier: MIT
#pragma once

#include <sqlite3.h>

namespace crm
{

/// Memory for SQLite in one thread. Reading the schema takes ten thousand small pieces, which is
/// most of what a short command does; here each costs a few instructions, taken from a list of
/// pieces of its size or cut from a larger one. Small pieces go back to their list, not to the
/// system; large ones come from malloc.
const sqlite3_mem_methods& engine_memory();

} // namespace crm

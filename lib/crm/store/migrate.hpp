// SPDX-License-Identifier: MIT
#pragma once

#include <span>

namespace crm
{

class Store;

/// One step of the schema: `NNNN_name` and its SQL, embedded from lib/crm/store/sql.
struct Migration {
    const char* name;
    const char* script;
};

/// All steps in order; the version of a schema is the number of its steps.
std::span<const Migration> migrations();

/// Brings the schema to the program's version, each step in one transaction with its version
/// number, so that a step is whole or not there. Returns how many steps ran.
int migrate(Store& store);
/// The same with other steps, for tests.
int migrate(Store& store, std::span<const Migration> steps);

} // namespace crm

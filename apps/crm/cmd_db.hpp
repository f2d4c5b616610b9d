// SPDX-License-Identifier: MIT
#pragma once

#include "crm/verb.hpp"

namespace crm
{

// The verbs of `crm db`, a file a group.
void add_db_checking(const Noun& noun); ///< info, check
void add_db_files(const Noun& noun);    ///< backup, restore, migrate, optimize
void add_db_audit(const Noun& noun);    ///< audit

} // namespace crm

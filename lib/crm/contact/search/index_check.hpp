// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/check.hpp"

namespace crm
{

/// Recomputes the search entry of every contact and compares it with the derived tables, both ways:
/// nothing may be missing, and nothing found that belongs to no contact. Words that no contact has
/// any more are no fault.
void check_search_index(Store& store, const Report& report);

} // namespace crm

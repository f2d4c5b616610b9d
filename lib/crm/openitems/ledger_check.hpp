// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/check.hpp"

namespace crm
{

/// Invariant 5: the index holds what documents, payments and allocations say.
void check_open_items(Store& store, const Report& report);

/// Payments and allocations: invariants 4 and 5.
void check_payments(Store& store, const Report& report);

} // namespace crm

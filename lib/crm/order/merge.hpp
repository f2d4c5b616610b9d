// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/store.hpp"

#include <cstdint>

namespace crm
{

/// Gives the orders of `drop` to `keep`, those placed by it as a person, too. Documents stay as
/// they were posted. Works inside the caller's transaction.
void merge_orders(Store& store, std::int64_t keep_id, std::int64_t drop_id);

} // namespace crm

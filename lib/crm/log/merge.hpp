// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/store.hpp"

#include <cstdint>

namespace crm
{

/// Gives what was said with `drop` to `keep`, and its target if `keep` has none; their activity is
/// counted anew. Works inside the caller's transaction.
void merge_log(Store& store, std::int64_t keep_id, std::int64_t drop_id);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/store.hpp"

#include <cstdint>

namespace crm
{

/// Gives the employments of one contact, whether as person or as company, to another one. Those
/// that would then overlap become one, from the first to the last of their days, with what all of
/// them were for. Inside the caller's transaction.
void merge_employments(Store& store, std::int64_t keep_id, std::int64_t drop_id);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/store/store.hpp"

#include <cstdint>

namespace crm
{

/// Books the differences of an open count as movements of the moments that were counted, at the
/// costs of the freeze, and closes it, inside the caller's transaction.
///
/// Rejected, with the lines that are the reason: lines that were not counted, unless they are to be
/// left; lines that differ from the books by more than `count.tolerance` (setting, percent) and
/// were not counted a second time; lines whose books changed afterwards for the moment that was
/// counted. Rejected as well: what would let stock fall below 0 on a later day (see book()).
void post_count(Store& store, std::int64_t count_id, bool leave_uncounted, LocalTime now);

} // namespace crm

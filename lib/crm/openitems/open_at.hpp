// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/store/store.hpp"

#include <string_view>

namespace crm
{

/// The table with what was open at the end of a day: columns and meaning of `open_item_index`. It
/// is that index itself as long as nothing is dated later, else a temporary table, which is worked
/// out from the index and what was settled since, so that what was settled before is never looked
/// at.
std::string_view open_items_at(Store& store, Date key_date);

} // namespace crm

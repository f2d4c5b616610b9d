// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace crm
{

// The day until which a lot keeps is that of its movements, which stay as they were recorded, until
// another one is given to it: then that one counts, in all places and for every later movement.

/// The day that was given to a lot last; nothing if its movements say it.
std::optional<Date> given_day(Store& store, std::int64_t product_id, std::string_view lot);

/// Whether something lies of a lot anywhere, or is owed.
bool lot_is_there(Store& store, std::int64_t product_id, std::string_view lot);

/// Gives another day to a lot, inside the caller's transaction.
void give_day(Store& store, std::int64_t product_id, std::string_view lot, Date best_before);

/// The same for a lot that the product has. Throws not_found for one that it never had; rejected if
/// it keeps until that day already.
void correct_lot_day(Store& store, std::int64_t product_id, std::string_view lot, Date best_before);

} // namespace crm

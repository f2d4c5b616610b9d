// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/document.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace crm
{

/// What is open of a document or a payment at the end of a day.
struct OpenAt {
    std::int64_t item_id = 0; ///< of a document its id, of a payment its id below 0
    std::int64_t contact_id = 0;
    Side side = Side::receivable;
    std::string currency;
    Date due;   ///< of a payment its own day
    Money open; ///< below 0 of credits and payments
};

/// All that is open at the end of a day, or that of one contact with what was merged into it: by
/// contact, due day and item. It is worked out from `open_item_index` and what was settled since,
/// so that what was settled before is never looked at.
std::vector<OpenAt> open_items_at(Store& store, Date key_date,
                                  std::optional<std::int64_t> contact_id = std::nullopt);

} // namespace crm

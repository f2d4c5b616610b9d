// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <optional>

namespace crm
{

/// When a contact last ordered, and when something was last ordered from it. Derived from the
/// orders and kept beside the contact, for lists of a million rows.
struct LastOrders {
    std::optional<Date> sale;
    std::optional<Date> purchase;
    bool operator==(const LastOrders&) const = default;
};

LastOrders last_orders(Store& store, std::int64_t contact_id);
/// Works inside the caller's transaction.
void set_last_orders(Store& store, std::int64_t contact_id, const LastOrders& days);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/sender.hpp"
#include "crm/order/order.hpp"

#include <optional>
#include <string>
#include <vector>

namespace crm
{

/// What the confirmation of an order, or a purchase order, says of both sides.
struct Confirmation {
    std::vector<std::string> recipient; ///< the lines of the address
    std::string vat_id;                 ///< the recipient's
    Sender seller;                      ///< the own company
};

/// As it is on a day.
Confirmation confirmation_on(Store& store, const Order& order, Date day);

/// Keeps it, for what is sent then stays as it was. Works inside the caller's transaction.
void keep_confirmation(Store& store, const Order& order, Date day);

/// What was kept; nothing for what does not bind, or was imported.
std::optional<Confirmation> kept_confirmation(Store& store, std::int64_t order_id);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/order/order.hpp"

#include <string>

namespace crm
{

/// Records what happened to an order as an entry of channel `system` with its contact, inside the
/// caller's transaction.
void log_order(Store& store, const Order& order, LocalTime at, std::string subject);

} // namespace crm

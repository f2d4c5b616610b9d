// SPDX-License-Identifier: MIT
#pragma once

#include "crm/order/order.hpp"

namespace crm
{

/// Records what was changed of the head of an order. Of a draft or quote all of it may: reference,
/// buyer reference, text, person and days; of an order that binds, as long as it is not invoiced
/// whole, all but the person and the day until which a quote is good. Rejected otherwise. Works
/// inside the caller's transaction.
void edit_order(Store& store, Order& order);

} // namespace crm

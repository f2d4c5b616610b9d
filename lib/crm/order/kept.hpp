// SPDX-License-Identifier: MIT
#pragma once

#include "crm/order/order.hpp"

#include <functional>

namespace crm
{

/// Hands over every order, streamed by id, with what is kept in it and the part of its lines from
/// which that follows: net, price, quantities, tax class. Names, texts and contacts are left out.
void for_each_order(Store& store, const std::function<void(const Order&)>& use);

/// Works out the taxes of all orders anew, after a rate was set for days that may have passed.
/// Works inside the caller's transaction.
void refresh_order_taxes(Store& store);

} // namespace crm

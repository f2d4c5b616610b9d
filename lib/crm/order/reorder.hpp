// SPDX-License-Identifier: MIT
#pragma once

#include "crm/order/order.hpp"
#include "crm/stock/reorder.hpp"

#include <span>

namespace crm
{

/// Gives proposals the prices at which they would be ordered on a day, with the conditions agreed.
/// What has no supplier, or nothing says a price of, cannot be ordered: it gets a doubt and a hint.
void price_proposed(Store& store, std::span<ReorderRow> proposed, Date day);

/// Makes confirmed purchase orders of priced proposals, one a supplier, at the supplier's prices
/// and the conditions agreed, inside the caller's transaction; so what is on order is proposed no
/// more. Each row is given the number of its order; what cannot be ordered gets none.
void order_proposed(Store& store, std::span<ReorderRow> proposed, LocalTime at);

} // namespace crm

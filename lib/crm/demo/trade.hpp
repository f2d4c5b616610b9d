// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/store.hpp"

namespace crm::demo
{

/// What the demo's company bought and sold in the year before `today`: products with suppliers and
/// stock, quotes, orders in every state, deliveries and invoices. Works inside the caller's
/// transaction.
void make_trade(Store& store, int scale, Date today);

} // namespace crm::demo

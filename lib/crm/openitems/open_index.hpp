// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/money.hpp"
#include "crm/store/store.hpp"

#include <cstdint>

namespace crm
{

/// What is open now of an item: of a document by its id, of a payment by its id below 0.
Money open_now(Store& store, std::int64_t item_id);

/// Adds to what is open of an item, which leaves the index at 0 and comes back to it otherwise.
void change_open(Store& store, std::int64_t item_id, Money by);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/document.hpp"

namespace crm
{

/// The account of a contact in the books of a side, given at the first call and kept for ever:
/// customers have 10000 to 69999, then 100000 to 699999..., suppliers 70000 to 99999, then 700000
/// to 999999... (german-practice.md 3.5). Works inside the caller's transaction.
std::int64_t personal_account(Store& store, std::int64_t contact_id, Side side);

} // namespace crm

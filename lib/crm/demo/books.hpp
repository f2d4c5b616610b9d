// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/store.hpp"

namespace crm::demo
{

/// What became of the documents of the year up to today: paid in time, early with a discount, late,
/// in part, not at all; credited; the latest on a statement of the bank.
void make_books(Store& store, Date today);

} // namespace crm::demo

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/store.hpp"

namespace crm::demo
{

/// What was said with the demo's companies in the year before `today`, what was agreed, who may be
/// written to. Works inside the caller's transaction.
void make_conversations(Store& store, Date today);

} // namespace crm::demo

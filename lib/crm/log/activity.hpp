// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/store.hpp"

#include <cstdint>

namespace crm
{

/// Counts the contacts of a company or person anew, see contact/activity.hpp: of a company what is
/// recorded there, of a person where they took part. Works inside the caller's transaction.
void recompute_activity(Store& store, std::int64_t contact_id);

} // namespace crm

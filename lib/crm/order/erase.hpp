// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/store.hpp"

#include <cstdint>
#include <span>

namespace crm
{

/// To whom the confirmations and delivery notes of a contact's orders went, or of those that name a
/// person there, is emptied (GDPR 17), in the audit as well, but for the orders that are kept; what
/// went stays. Works inside the caller's transaction.
void erase_recipients(Store& store, std::int64_t contact_id, std::span<const std::int64_t> kept);

} // namespace crm

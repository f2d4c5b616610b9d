// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/check.hpp"

namespace crm
{

/// Recomputes the digest and the hash of every audit row. Values that were erased, with their salt,
/// are all right; changed, lost or foreign ones and every break of the chain are reported. That the
/// newest rows were cut off cannot be seen from the chain alone.
void check_audit_chain(Store& store, const Report& report);

} // namespace crm

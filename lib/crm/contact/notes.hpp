// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/store.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace crm
{

/// The texts of a contact's pinned notes that are in force on a day, oldest first.
std::vector<std::string> pinned_notes(Store& store, std::int64_t contact_id, Date today);

} // namespace crm

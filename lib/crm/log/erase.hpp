// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/store.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace crm
{

/// Empties what was recorded on a person: subject, text, former versions, and
/// what the search holds of them; that and when there was a contact stays.
/// `kept` are ids of entries to leave as they are. What was recorded on a
/// company stays: it is the company's. Works inside the caller's transaction.
void erase_entries(Store& store, std::int64_t person_id, std::span<const std::int64_t> kept);

/// The ids of what was recorded on companies and others with the person taking part: it may say
/// something about them.
std::vector<std::int64_t> entries_elsewhere(Store& store, std::int64_t person_id);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/store.hpp"

#include <cstdint>
#include <optional>

namespace crm
{

/// Notes and conditions may name the conversation in which they came up. Throws not_found if there
/// is no log entry of that id.
void check_log_reference(Store& store, std::optional<std::int64_t> log_id);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/switchboard/card.hpp"

#include <nlohmann/json.hpp>

namespace crm
{

/// The card for programs; what is not known is null.
nlohmann::ordered_json json_of(const Card& card);

} // namespace crm

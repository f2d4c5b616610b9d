// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/json_value.hpp"
#include "crm/switchboard/card.hpp"

namespace crm
{

/// The card for programs; what is not known is null.
Json json_of(const Card& card);

} // namespace crm

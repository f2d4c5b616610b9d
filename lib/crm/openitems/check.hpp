// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/check.hpp"

#include <span>

namespace crm
{

/// What must always be true of posted documents and of the items that they open.
std::span<const Check> open_item_checks();

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/check.hpp"

#include <span>

namespace crm
{

/// What must always be true of movements and of what is kept beside them.
std::span<const Check> stock_checks();

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/check.hpp"

#include <span>

namespace crm
{

/// What must always be true of counts and of what they booked.
std::span<const Check> count_checks();

} // namespace crm

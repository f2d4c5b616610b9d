// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/check.hpp"

#include <span>

namespace crm
{

/// What must always be true of the log and of what is derived from it.
std::span<const Check> log_checks();

} // namespace crm

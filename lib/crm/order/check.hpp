// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/check.hpp"

#include <span>

namespace crm
{

/// What must be true of orders and deliveries.
std::span<const Check> order_checks();

} // namespace crm

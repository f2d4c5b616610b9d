// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/check.hpp"

#include <span>

namespace crm
{

/// What must be true of mailings.
std::span<const Check> mailing_checks();

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/check.hpp"

#include <span>

namespace crm
{

/// What must always be true of contacts, their people and their search index.
std::span<const Check> contact_checks();

} // namespace crm

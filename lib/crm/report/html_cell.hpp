// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/written.hpp"
#include "crm/format/cell.hpp"

#include <string>

namespace crm
{

/// A value as a page shows it to people, not yet escaped; rates to one decimal.
std::string page_text(const Cell& cell, Language language);

/// Below zero: -1, above: 1, else and without a number 0.
int sign_of(const Cell& cell);

/// The same of what a value grew by; 0 for values of different kinds.
int growth_of(const Cell& now, const Cell& before);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/tax.hpp"

#include <string>

namespace crm
{

/// What --tax says. Throws usage for anything else, naming the choices.
TaxClass parse_tax(const std::string& typed);

} // namespace crm

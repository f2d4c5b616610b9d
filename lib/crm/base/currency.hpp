// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace crm
{

/// Whether it is a code of ISO 4217, in capitals.
bool is_currency(std::string_view code);

/// A currency as ISO 4217 writes it, `EUR`, from what was typed in any case. Throws rejected for
/// what is none.
std::string checked_currency(std::string_view typed);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace crm
{

/// A currency as ISO 4217 writes it, `EUR`, from what was typed in any case. Throws rejected for
/// what is not three letters.
std::string checked_currency(std::string_view typed);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace crm
{

// Numbers with a form of their own, as they are stored (base/checks.hpp). Throw rejected, and tell
// slips in the check digits from what is no such number at all.
std::string checked_iban(std::string_view text);
std::string checked_bic(std::string_view text);
std::string checked_vat_id(std::string_view text);
std::string checked_leitweg_id(std::string_view text);

} // namespace crm

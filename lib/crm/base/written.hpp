// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/base/money.hpp"

#include <string>
#include <string_view>

namespace crm
{

/// That of a letter, which is the contact's and not the user's.
enum class Language { german, english };

// Numbers and days as a reader of the language writes them.
std::string written(Language language, Money amount);
std::string written(Language language, UnitPrice price);
std::string written(Language language, Quantity quantity);
std::string written(Language language, Rate rate);
std::string written(Language language, Date day);

/// An IBAN as people read it (DIN 5008): `DE02 1203 0000`.
std::string in_fours(std::string_view iban);

} // namespace crm

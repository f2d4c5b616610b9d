// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace crm
{

/// Whether a text is a two-letter country code of ISO 3166-1, in capitals.
bool is_country(std::string_view alpha2);

/// The two-letter code of a country given as two- or three-letter code (ISO 3166-1), as `UK`, or by
/// its English or German name. Case, umlauts and punctuation do not matter.
std::optional<std::string> country_code(std::string_view typed);

/// The short name in `language`: German for `de`, English otherwise. Empty for an unknown code.
std::string_view country_name(std::string_view alpha2, std::string_view language);

/// Whether trade with a country counted, on a day, as trade inside the European Union for value
/// added tax; without a day: today, as far as the table knows.
bool in_eu(std::string_view alpha2, std::optional<Date> day = std::nullopt);

} // namespace crm

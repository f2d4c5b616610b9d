// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace crm
{

/// A phone number in E.164, `+49301234567`, or nothing if it cannot be read, as short numbers
/// (`110`), letters and two numbers in one. An extension that is set apart (`ext. 12`, `x12`) is
/// left out. `region` is the two-letter code of the country whose national notation is meant. The
/// first slow number loads libphonenumber's tables; plain notations do without (quick_e164).
std::optional<std::string> normalize_phone(std::string_view typed, std::string_view region);

/// The same where the rule is beyond doubt, without libphonenumber's tables: `+CC` and `00CC` for
/// countries with a fixed scheme, and the region's own numbers, with the leading 0 or without;
/// `(0)` after the country code is dropped. Nothing means: not decided here. Whatever it answers,
/// libphonenumber answers as well.
std::optional<std::string> quick_e164(std::string_view typed, std::string_view region);

/// The digits and a leading `+`, to compare what was typed into a search.
std::string phone_digits(std::string_view text);

/// Whether a text is written as a phone number: at least three digits, and nothing but digits,
/// blanks, dashes and `+ / ( ) .`
bool looks_like_phone(std::string_view text);

} // namespace crm

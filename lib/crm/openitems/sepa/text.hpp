// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace crm
{

// What banks take in payment files: letters without accents, digits, blanks and / - ? : ( ) . , ' +
// (german-practice.md 3.7, EPC217-08).

/// A text in these characters: umlauts as two letters, `&` as `+`, other brackets and quotation
/// marks as those that there are, what has no such character as `.`; blanks made one, cut to
/// `most`.
std::string sepa_text(std::string_view text, std::size_t most);

/// Whether a text can be an identifier of a payment as it is: 1 to 35 of these characters, without
/// a blank around it, no slash at an end, no two together.
bool is_sepa_id(std::string_view text);

/// Whether an IBAN's bank takes part in SEPA, and whether it lies in the European Economic Area,
/// outside of which payments carry the addresses of both sides.
bool in_sepa(std::string_view iban);
bool in_economic_area(std::string_view iban);

} // namespace crm

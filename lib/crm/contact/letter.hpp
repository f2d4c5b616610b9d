// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace crm
{

/// Who is addressed in a letter; no names where nobody is known.
struct Addressee {
    std::string_view salutation; ///< as stored: Herr, Frau, Mr, Ms...
    std::string_view title;      ///< as stored: Dr., Prof. Dr., Dipl.-Ing.
    std::string_view given_name;
    std::string_view family_name;
    std::string_view language; ///< two-letter code, empty where unknown
};

/// How a letter begins, without the comma: "Sehr geehrter Herr Dr. Müller", "Dear Ms Jones". Where
/// it is not known how somebody is addressed, by name alone: "Guten Tag Kim Weber"; where nobody is
/// known: "Sehr geehrte Damen und Herren", "Dear Sir or Madam". German for `de` and where neither
/// the language nor the salutation says another one, else English. Of titles only Dr. and Prof. are
/// spoken (DIN 5008).
std::string letter_salutation(const Addressee& who);

} // namespace crm

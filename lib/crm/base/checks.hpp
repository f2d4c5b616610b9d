// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace crm
{

// valid_…: whether what was typed is right in form and check digits; blanks and case do not matter
// where the normal form has none. normal_…: the form in which it is stored and compared.

/// ISO 13616: country, its length where we know it, and mod 97 = 1.
bool valid_iban(std::string_view iban);
/// Without blanks and hyphens, in capitals.
std::string normal_iban(std::string_view iban);

/// An account of the chart, of nobody: four digits (german-practice.md 3.5).
bool valid_ledger_account(std::string_view account);

/// ISO 9362: four letters, a country, two and perhaps three more letters or digits.
bool valid_bic(std::string_view bic);
/// Without blanks, in capitals.
std::string normal_bic(std::string_view bic);

/// Who may collect by SEPA direct debit (EPC262-08): country, check digits as an IBAN's, a business
/// code of three letters or digits that they leave out, and up to 28 more; of Germany eleven
/// digits.
bool valid_creditor_id(std::string_view creditor_id);
/// Without blanks, in capitals.
std::string normal_creditor_id(std::string_view creditor_id);

/// The pattern of each EU member state (and GB, XI, CH, NO); the German check digit (ISO 7064 mod
/// 11,10) and the Swiss one. Of other countries only that it is a country and 2 to 15 letters or
/// digits.
bool valid_vat_id(std::string_view vat_id);
/// Without blanks, dots and hyphens, in capitals.
std::string normal_vat_id(std::string_view vat_id);

/// The address of a German authority for e-invoices (KoSIT, Format-Spezifikation Leitweg-ID 2.0):
/// 2 to 12 digits, perhaps 1 to 30 letters or digits, two check digits, mod 97 = 1.
bool valid_leitweg_id(std::string_view leitweg_id);
/// Without blanks, in capitals; its hyphens are part of it.
std::string normal_leitweg_id(std::string_view leitweg_id);

/// GTIN-8, -12 (UPC), -13 (EAN) and -14, and GLN: the last digit, weights 3 and 1 from the right.
bool valid_gtin(std::string_view gtin);
/// Without blanks and hyphens.
std::string normal_gtin(std::string_view gtin);

/// What occurs of RFC 5321 and 6531: one part before the last `@`, without blanks unless it is
/// quoted, and a domain with a dot, umlauts allowed.
bool valid_email(std::string_view email);
/// Without white space around it, the domain in lower case.
std::string normal_email(std::string_view email);

} // namespace crm

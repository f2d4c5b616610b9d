// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/sender.hpp"
#include "crm/openitems/document.hpp"

#include <string>
#include <vector>

namespace crm
{

/// Whether a document knows where its recipient is: without a complete address it has the name
/// only.
bool has_address(const Document& document);

/// What an invoice or credit note of ours lacks of the data that § 14 (4) UStG demands, a phrase
/// each: the own address, the own tax number or VAT ID, the recipient's address, and for an
/// intra-community supply both VAT IDs (§ 14a UStG). Up to 250.00 EUR nobody needs to know
/// who bought, but for such a supply (§ 33 UStDV). Nothing of a supplier's document.
std::vector<std::string> missing_invoice_data(const Sender& seller, const Document& document);
/// The part of it that is the own company's.
std::vector<std::string> missing_seller_data(const Sender& seller, const Document& document);
/// The part of it that is the recipient's, which a document keeps as it was when it was posted.
std::vector<std::string> missing_recipient_data(const Document& document);

} // namespace crm

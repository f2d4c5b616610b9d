// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/item_letter.hpp"
#include "crm/openitems/sepa/proposal.hpp"

#include <string>
#include <vector>

namespace crm
{

/// What tells a debtor of direct debits: how much is collected when, from which account, with which
/// mandate, by whom (pre-notification of the SEPA rulebooks; german-practice.md 3.7).
struct DebitLetter {
    WrittenLetter letter; ///< its file is called after contact and day of collection
    std::string contact_number;
    std::string contact;
    std::string channel; ///< as of LetterAddress
};

/// A letter a contact and day of collection, in the language of the contact. Rejected: no creditor
/// identifier of our own is known.
std::vector<DebitLetter> debit_letters(Store& store, const std::vector<SepaPayment>& payments,
                                       Date today);

} // namespace crm

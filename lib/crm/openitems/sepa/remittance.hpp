// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/sepa/proposal.hpp"

#include <string>
#include <vector>

namespace crm
{

/// What the other side reads on its statement, at most 140 characters: the number by which it knows
/// the document, its date, the discount, our number. German unless the contact's language is
/// another.
std::string remittance_text(SepaKind kind, const SepaPayment& payment);

/// Gives each payment the id that statements bring back: the number of its document if that can be
/// one and is the first of its kind in the file, else one made of the document's id.
void give_end_to_end_ids(std::vector<SepaPayment>& payments);

} // namespace crm

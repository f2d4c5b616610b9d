// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/sepa/proposal.hpp"

#include <string>
#include <vector>

namespace crm
{

/// What goes to the bank in one file.
struct PainMessage {
    std::string message_id;
    LocalTime created;
    SepaParty own;
    std::string creditor_id; ///< of debits
    std::vector<SepaPayment> payments;
};

/// pain.001.001.09: a group a day of execution, a transaction a document.
std::string pain_transfer(const PainMessage& message);

/// pain.008.001.08: a group a scheme, sequence and day of collection.
std::string pain_debit(const PainMessage& message);

} // namespace crm

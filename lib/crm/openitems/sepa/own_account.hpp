// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/sepa/proposal.hpp"

#include <optional>
#include <string>

namespace crm
{

/// The account of ours that pays or receives: the one with that IBAN, else that of the own company
/// (`init --iban`), else the only one there is. With name and address of the own company. Rejected:
/// no account or several, one that is not ours, one that is not kept in euros.
SepaParty own_party(Store& store, const std::optional<std::string>& iban);

/// The setting `sepa.creditor-id`; rejected if it is empty.
std::string creditor_id(Store& store);

} // namespace crm

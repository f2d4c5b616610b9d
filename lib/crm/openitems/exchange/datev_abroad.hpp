// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/exchange/datev_accounts.hpp"

#include <cstdint>
#include <vector>

namespace crm
{

/// What of an amount is booked on an account.
struct AccountShare {
    DatevAccount account;
    Money amount;
};

/// The accounts of an amount of trade abroad, the smallest share first: goods and services, and
/// classes of tax, by their parts of the document. Bought in the EU or as a service, they bear no
/// tax on the paper, but we owe it at the rate of each (§§ 1a, 13b UStG).
std::vector<AccountShare> shares_abroad(Store& store, const DatevAccounts& accounts, Ledger ledger,
                                        TaxCase tax_case, std::int64_t document_id, Money amount);

} // namespace crm

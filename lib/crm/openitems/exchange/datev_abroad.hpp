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
    bool within_eu = false; ///< the VAT ID of the other side belongs to it
};

/// The accounts of an amount of a document that bears no tax, the smallest share first: trade at
/// home and abroad, goods and services, and classes of tax, by their parts of the document. Bought
/// in the EU or as a service, they bear no tax on the paper, but we owe it at the rate of each (§§
/// 1a, 13b UStG).
std::vector<AccountShare> untaxed_shares(Store& store, const DatevAccounts& accounts, Ledger ledger,
                                         std::int64_t document_id, Money amount);

} // namespace crm

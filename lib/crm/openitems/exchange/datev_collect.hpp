// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/exchange/datev_accounts.hpp"
#include "crm/openitems/exchange/datev_posting.hpp"
#include "crm/store/store.hpp"

#include <vector>

namespace crm
{

struct Collected {
    std::vector<DatevPosting> postings; ///< by date
    std::vector<std::string> left_out;  ///< sentences
};

/// What was posted in a period and not handed over yet.
Collected collect_postings(Store& store, const DatevAccounts& accounts, Period period);

} // namespace crm

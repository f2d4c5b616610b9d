// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/exchange/datev_accounts.hpp"
#include "crm/openitems/exchange/datev_posting.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace crm
{

struct Collected {
    std::vector<DatevPosting> postings; ///< by date
    std::vector<std::string> left_out;  ///< sentences
};

/// What was posted in a period and not handed over yet, or was by the export `again`.
Collected collect_postings(Store& store, const DatevAccounts& accounts, Period period,
                           std::optional<std::int64_t> again = std::nullopt);

} // namespace crm

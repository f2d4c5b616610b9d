// SPDX-License-Identifier: MIT
#pragma once

#include "crm/report/report.hpp"

#include <string>
#include <vector>

namespace crm
{

/// How long before an order somebody may have talked with the customer for it to have come of that.
inline constexpr std::chrono::days talk_before_order{30};

/// What a staff member recorded in a period, and what is missing.
struct StaffWork {
    std::string staff; ///< code; empty for what belongs to nobody
    std::int64_t entries = 0;
    std::int64_t contacts = 0; ///< different ones that were talked to: on every channel but `note`
    std::int64_t agreements = 0;
    /// Orders of the period that no entry names, with whose customer nobody talked in the
    /// `talk_before_order` up to it.
    std::int64_t orders_without_entry = 0;
    std::int64_t follow_ups_late = 0; ///< of the period: not done on their day, or not at all
    std::int64_t entries_before = 0;
};

/// Every present staff member and who else recorded something, the most entries first.
std::vector<StaffWork> staff_work(Store& store, const ReportQuery& query);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/report/report.hpp"

namespace crm
{

/// Customers who bought in the period: recency, frequency and net revenue, each in five scores. The
/// score tells which fifth of the customers is worse: equal values have equal scores.
FinishedReport report_rfm(Store& store, const ReportQuery& query);

} // namespace crm

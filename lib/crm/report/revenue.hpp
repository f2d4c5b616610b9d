// SPDX-License-Identifier: MIT
#pragma once

#include "crm/report/report.hpp"

namespace crm
{

/// Net revenue by month unless `by` says otherwise, each row's share of it, and how it was before.
FinishedReport report_revenue(Store& store, const ReportQuery& query);

} // namespace crm

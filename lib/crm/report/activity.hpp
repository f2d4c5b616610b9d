// SPDX-License-Identifier: MIT
#pragma once

#include "crm/report/report.hpp"

namespace crm
{

/// What each staff member recorded in the period, and what is missing.
FinishedReport report_activity(Store& store, const ReportQuery& query);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/report/report.hpp"

namespace crm
{

/// The figures of the business, a row each. Those of a moment are of the last day of the period.
FinishedReport report_kpi(Store& store, const ReportQuery& query);

} // namespace crm

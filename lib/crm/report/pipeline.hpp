// SPDX-License-Identifier: MIT
#pragma once

#include "crm/report/report.hpp"

namespace crm
{

/// Open quotes to customers by the month in which they expire, and what may come of them by the
/// share of quotes that was accepted: of those of the period that are accepted, lost or expired.
FinishedReport report_pipeline(Store& store, const ReportQuery& query);

} // namespace crm

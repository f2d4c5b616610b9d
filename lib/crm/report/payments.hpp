// SPDX-License-Identifier: MIT
#pragma once

#include "crm/report/report.hpp"

namespace crm
{

/// How the customers with documents in the period pay them; the largest first.
FinishedReport report_payments(Store& store, const ReportQuery& query);

} // namespace crm

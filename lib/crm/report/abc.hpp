// SPDX-License-Identifier: MIT
#pragma once

#include "crm/report/report.hpp"

namespace crm
{

/// Customers, or products, by net revenue, in classes by their share in it: the row that crosses a
/// limit belongs to the upper class, equal rows stay together, what is below 0 is class C and
/// stands apart.
FinishedReport report_abc(Store& store, const ReportQuery& query);

} // namespace crm

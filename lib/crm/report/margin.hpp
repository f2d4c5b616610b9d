// SPDX-License-Identifier: MIT
#pragma once

#include "crm/report/report.hpp"

namespace crm
{

/// The contribution margin: net revenue, of invoices after discounts for prompt payment, less the
/// cost of goods (level 1), the mailings to the customer (2), and the time of talks and the
/// handling of orders (3). Costs are those frozen at delivery. What has no known cost is reported
/// and leaves the cost of its row empty, or with `known_costs` is left out.
FinishedReport report_margin(Store& store, const ReportQuery& query);

} // namespace crm

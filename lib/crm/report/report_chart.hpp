// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/chart.hpp"
#include "crm/report/report.hpp"

namespace crm
{

/// What a report looks like: its drawn column, and beside it the one of the period before.
Chart chart_of(const FinishedReport& report);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/report/sales.hpp"

#include <string>

namespace crm
{

/// Says of how many lines the cost is not known, what they are worth, and of which products they
/// are.
std::string unknown_cost_warning(Store& store, const ReportQuery& query, const Sales& total);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/report/report.hpp"

#include <string>
#include <vector>

namespace crm
{

/// One key figure. Its value is nothing where it cannot be reckoned.
struct KeyFigure {
    const char* key;
    Cell value;
    std::string unit;      ///< a currency, %, days...; empty for a plain number
    bool of_today = false; ///< nobody knows any more what it was on another day
};

/// Every key figure, in the order of the report, for the period of the query. Moments are its last
/// day, or today if that lies before.
std::vector<KeyFigure> key_figures(Store& store, const ReportQuery& query,
                                   std::vector<std::string>& warnings);

} // namespace crm

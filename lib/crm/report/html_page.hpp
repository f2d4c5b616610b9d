// SPDX-License-Identifier: MIT
#pragma once

#include "crm/report/report.hpp"

#include <string>
#include <vector>

namespace crm
{

/// The reports of one page and what stands above them.
struct ReportPage {
    std::string company;
    Date day; ///< on which it is made
    std::vector<FinishedReport> reports;
};

/// An HTML page with the key figures on top, then a chart and a table of each report; without
/// script, and nothing is loaded from anywhere. Narrow screens get charts of their own, tables too
/// wide for the screen scroll, on paper no chart is torn apart. It is well-formed XML, too.
std::string report_page(const ReportPage& page);

/// Every report with the rows that a page shows: some of them by more than one key. `query` says
/// what a report is asked for, all but the key; `told` is called before each with how many are made
/// and how many there will be.
std::vector<FinishedReport>
page_reports(Store& store, const std::function<ReportQuery(const ReportInfo&)>& query,
             const std::function<void(std::size_t made, std::size_t all)>& told);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/report/report.hpp"
#include "crm/verb.hpp"

#include <optional>
#include <string>

namespace crm
{

/// What the reports take; each takes only what has a meaning for it.
struct ReportOptions {
    std::optional<std::string> by;
    std::optional<std::string> period;
    std::optional<std::string> basis;
    std::optional<std::string> compare;
    std::optional<std::string> level;
    std::optional<std::string> limits;
    bool known_costs = false;
    bool chart = false;
    std::optional<std::string> svg;
};

/// The meaning of the options for a report. Throws usage.
ReportQuery report_query(Context& ctx, Store& store, const ReportInfo& info,
                         const ReportOptions& options);

/// A warning for a period that was typed and begins after today, or a range that ends after it.
void warn_if_to_come(Context& ctx, const ReportQuery& query, const ReportOptions& options);

/// Prints a report as a listing or a chart, and what has to be known of it to standard error.
int print_report(Context& ctx, const FinishedReport& report, const ReportOptions& options);

void add_report_html(const Noun& noun);

} // namespace crm

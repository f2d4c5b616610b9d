// SPDX-License-Identifier: MIT
#include "crm/cmd_report.hpp"
#include "crm/contact/contact.hpp"
#include "crm/context.hpp"
#include "crm/flags.hpp"
#include "crm/progress.hpp"
#include "crm/report/html_page.hpp"

namespace crm
{

namespace
{

void declare_html(CLI::App& verb, ReportOptions& o)
{
    option(verb, "--period", o.period, "PERIOD",
           "2026, 2026-Q2, last-month...; each report's own unless given");
    option(verb, "--basis", o.basis, "BASIS", "what counts, and when: invoiced unless given");
    option(verb, "--compare", o.compare, "COMPARISON", "show the period before side by side");
}

int run_html(Context& ctx, const ReportOptions& o)
{
    auto store = ctx.open_store();
    warn_if_to_come(ctx, report_query(ctx, store, reports().front(), o), o);
    ReportPage page;
    page.company = contact_by_id(store, own_company).name;
    page.day = ctx.today();
    Progress progress(ctx.show_progress());
    page.reports = page_reports(
        store, [&](const ReportInfo& info) { return report_query(ctx, store, info, o); },
        [&](std::size_t made, std::size_t all) { progress.show(made, all, tr("reports")); });
    progress.clear();
    ctx.output() << report_page(page);
    for (const auto& report : page.reports)
        for (const auto& sentence : report.warnings)
            ctx.warn(format("{}: {}", report.title, sentence));
    return done;
}

} // namespace

void add_report_html(const Noun& noun)
{
    add_verb<ReportOptions>(noun,
                            {"html", "one page of all reports for a browser, a phone or paper"},
                            declare_html, run_html);
}

} // namespace crm

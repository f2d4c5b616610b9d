// SPDX-License-Identifier: MIT
#include "crm/cmd_report.hpp"

#include "crm/base/error.hpp"
#include "crm/commands.hpp"
#include "crm/context.hpp"
#include "crm/flags.hpp"
#include "crm/report/report_chart.hpp"

namespace crm
{

namespace
{

constexpr int width_without_terminal = 80;

void declare_drawing(CLI::App& verb, ReportOptions& o)
{
    flag(verb, "--chart", o.chart, "draw it in the terminal");
    option(verb, "--svg", o.svg, "FILE", "draw it into a file, too");
}

void declare_period(CLI::App& verb, ReportOptions& o, const char* period)
{
    option(verb, "--period", o.period, "PERIOD", period);
    option(verb, "--basis", o.basis, "BASIS", "what counts, and when: invoiced unless given");
    option(verb, "--compare", o.compare, "COMPARISON", "show the period before side by side");
    declare_drawing(verb, o);
}

constexpr const char* this_year =
    "2026, 2026-Q2, last-month...; this year up to today unless given";

void declare_revenue(CLI::App& verb, ReportOptions& o)
{
    option(verb, "--by", o.by, "REPORT-KEY", "a row for each; month unless given");
    declare_period(verb, o, this_year);
}

int run(Context& ctx, const ReportOptions& o, const char* name)
{
    const auto& info = find_report(name);
    auto store = ctx.open_store();
    return print_report(ctx, info.make(store, report_query(ctx, store, info, o)), o);
}

void check_comparison(const std::string& typed)
{
    if (typed != "previous")
        throw error(ErrorKind::usage, "'{}' is no value for --compare", typed)
            .with_hint("one of: previous");
}

int print_rows(Context& ctx, const Report& report)
{
    auto options = ctx.output_options();
    options.title = "report " + report.name;
    Listing listing(report.columns, options, ctx.output());
    report.rows([&](Report::Row row) { return listing.row(row); });
    listing.finish();
    return ctx.finish_listing(listing.rows());
}

int print_chart(Context& ctx, const Chart& chart)
{
    const auto options = ctx.output_options();
    if (options.format != Format::table)
        throw error(ErrorKind::usage, "--chart draws for people, --format is for programs")
            .with_hint("a chart in a file is made with --svg FILE");
    if (!chart.points.empty() || !options.if_any)
        ctx.output() << chart_text(chart, options.terminal_width.value_or(width_without_terminal),
                                   options.color);
    return ctx.finish_listing(static_cast<std::int64_t>(chart.points.size()));
}

void write_svg(const Chart& chart, const std::string& file)
{
    Output output(file);
    output.stream() << chart_svg(chart);
    output.commit();
}

} // namespace

ReportQuery report_query(Context& ctx, Store& store, const ReportInfo& info, const ReportOptions& o)
{
    ReportQuery query;
    query.today = ctx.today();
    if (o.compare)
        check_comparison(*o.compare);
    if (o.by)
        query.by = parse_report_key(*o.by);
    if (o.basis)
        query.basis = parse_basis(*o.basis);
    if (!o.period) {
        set_default_period(query, info, o.compare.has_value());
        return query;
    }
    set_period(store, query, *o.period, o.compare.has_value());
    const bool range = o.period->find("..") != std::string::npos;
    if (query.period.first > query.today || (range && query.period.last > query.today))
        ctx.warn(format("{} is still to come", to_string(query.period.last)));
    return query;
}

int print_report(Context& ctx, const Report& report, const ReportOptions& o)
{
    int code = done;
    if (o.chart || o.svg) {
        const auto chart = chart_of(report);
        code = o.chart ? print_chart(ctx, chart) : print_rows(ctx, report);
        if (o.svg && code == done)
            write_svg(chart, *o.svg);
    } else
        code = print_rows(ctx, report);
    for (const auto& sentence : report.warnings)
        ctx.warn(sentence);
    for (const auto& sentence : report.remarks)
        ctx.say(sentence);
    return code;
}

void add_report_commands(const Noun& noun)
{
    add_verb<ReportOptions>(
        noun, {"revenue", find_report("revenue").summary}, declare_revenue,
        [](Context& ctx, const ReportOptions& o) { return run(ctx, o, "revenue"); });
}

} // namespace crm

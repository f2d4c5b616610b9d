// SPDX-License-Identifier: MIT
#include "crm/cmd_report.hpp"

#include "crm/base/error.hpp"
#include "crm/base/items.hpp"
#include "crm/commands.hpp"
#include "crm/context.hpp"
#include "crm/flags.hpp"
#include "crm/report/report_chart.hpp"

#include <algorithm>

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
    option(verb, "--basis", o.basis, "BASIS", "what counts, and when");
    option(verb, "--compare", o.compare, "COMPARISON", "show the period before side by side");
    declare_drawing(verb, o);
}

constexpr const char* this_year =
    "2026, 2026-Q2, last-month...; this year up to today unless given";

constexpr const char* twelve_months =
    "2026, 2026-Q2, last-month...; the last 12 months unless given";

void declare_revenue(CLI::App& verb, ReportOptions& o)
{
    option(verb, "--by", o.by, "REPORT-KEY", "a row for each; month unless given");
    declare_period(verb, o, this_year);
}

void declare_margin(CLI::App& verb, ReportOptions& o)
{
    option(verb, "--by", o.by, "REPORT-KEY", "a row for each; month unless given");
    option(verb, "--level", o.level, "LEVEL",
           "1: less the cost of goods, unless given; 2: and mailings; 3: and talks and orders");
    flag(verb, "--known", o.known_costs, "leave out lines whose cost is not known");
    declare_period(verb, o, this_year);
}

void declare_abc(CLI::App& verb, ReportOptions& o)
{
    option(verb, "--by", o.by, "ABC-KEY", "customer unless given");
    option(verb, "--limits", o.limits, "PERCENT", "where A and B end: 80,95");
    declare_period(verb, o, twelve_months);
}

void declare_rfm(CLI::App& verb, ReportOptions& o)
{
    declare_period(verb, o, twelve_months);
}

void declare_pipeline(CLI::App& verb, ReportOptions& o)
{
    declare_drawing(verb, o);
}

void declare_payments(CLI::App& verb, ReportOptions& o)
{
    declare_period(verb, o, this_year);
}

void declare_activity(CLI::App& verb, ReportOptions& o)
{
    option(verb, "--by", o.by, "ACTIVITY-KEY", "staff");
    declare_period(verb, o, this_year);
}

void declare_kpi(CLI::App& verb, ReportOptions& o)
{
    declare_period(verb, o, this_year);
}

/// A name as a parameter of a template: the verb's function knows which report it is.
template<std::size_t size>
struct Name {
    constexpr Name(const char (&text)[size]) { std::copy_n(text, size, letters); } // NOLINT
    char letters[size];
};

template<Name name>
int run(Context& ctx, const ReportOptions& o)
{
    const auto& info = find_report(name.letters);
    auto store = ctx.open_store();
    const auto query = report_query(ctx, store, info, o);
    warn_if_to_come(ctx, query, o);
    return print_report(ctx, info.make(store, query), o);
}

void check_word(const char* option, const std::optional<std::string>& typed,
                std::initializer_list<std::string_view> words)
{
    if (typed && std::ranges::find(words, *typed) == words.end())
        throw error(ErrorKind::usage, "'{}' is no value for {}", *typed, option)
            .with_hint("one of: {}", fmt::join(words, ", "));
}

/// "80,95": two rising percentages, or one if there are but two classes.
std::vector<Rate> parse_limits(const std::string& typed)
{
    std::vector<Rate> limits;
    for (std::size_t start = 0; start <= typed.size();) {
        const auto end = std::min(typed.find(',', start), typed.size());
        limits.push_back(parse_rate(typed.substr(start, end - start), Decimal::point));
        start = end + 1;
    }
    if (limits.size() != 2 || limits[0] <= Rate{} || limits[1] <= limits[0] ||
        limits[1] > Rate{10'000})
        throw error(ErrorKind::usage, "'{}' are no limits of classes", typed)
            .with_hint("two rising percentages up to 100, as in 80,95");
    return limits;
}

int print_rows(Context& ctx, const FinishedReport& report)
{
    auto options = ctx.output_options();
    options.title = "report " + report.name;
    Listing listing(report.columns, options, ctx.output());
    report.rows([&](FinishedReport::Row row) { return listing.row(row); });
    listing.finish();
    return ctx.finish_listing(listing.rows());
}

/// Draws the first number among the columns that were chosen, if any were. Throws usage if there is
/// none among them.
void choose_drawn(FinishedReport& report, const OutputOptions& options)
{
    for (const auto& key : options.columns) {
        const auto column = std::ranges::find(report.columns, key, &ColumnInfo::key);
        if (column == report.columns.end())
            throw error(ErrorKind::usage, "unknown column '{}'", key);
        const auto place = static_cast<std::size_t>(column - report.columns.begin());
        if (place == report.drawn || column->kind == Kind::real)
            return;
        if (!is_number(column->kind))
            continue;
        report.drawn = place;
        report.drawn_kind = column->kind;
        report.compared.reset();
        if (column->kind != Kind::money)
            report.unit = std::string(column->kind == Kind::percent ? "%" : "");
        return;
    }
    if (options.columns.empty())
        return;
    std::vector<std::string_view> numbers;
    for (const auto& column : report.columns)
        if (is_number(column.kind) || column.kind == Kind::real)
            numbers.push_back(column.key);
    throw error(ErrorKind::usage, "there is nothing to draw in '{}'", joined(options.columns, ","))
        .with_hint("a chart is of one of these: {}", joined(numbers));
}

Chart drawing_of(FinishedReport report, const OutputOptions& options)
{
    choose_drawn(report, options);
    auto chart = chart_of(report);
    if (options.limit)
        chart.most = static_cast<std::size_t>(*options.limit);
    return chart;
}

int print_chart(Context& ctx, const Chart& chart)
{
    const auto options = ctx.output_options();
    if (options.format != Format::table)
        throw error(ErrorKind::usage, "--chart draws for people, --format is for programs")
            .with_hint("a chart in a file is made with --svg FILE");
    if (!options.sort.empty())
        throw error(ErrorKind::usage, "a chart has an order of its own, without --sort");
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
    auto query = default_query(info, ctx.today());
    check_word("--compare", o.compare, {"previous"});
    check_word("--level", o.level, {"1", "2", "3"});
    if (info.keys == ReportKeys::who_and_what)
        check_word("--by", o.by, {"customer", "product"});
    if (info.keys == ReportKeys::staff)
        check_word("--by", o.by, {"staff"});
    else if (o.by)
        query.by = parse_report_key(*o.by);
    if (o.basis)
        query.basis = parse_basis(*o.basis);
    if (o.level)
        query.level = o.level->front() - '0';
    if (o.limits)
        query.limits = parse_limits(*o.limits);
    query.known_costs = o.known_costs;
    if (o.period)
        set_period(store, query, *o.period);
    if (o.compare)
        query.previous = query.before;
    return query;
}

void warn_if_to_come(Context& ctx, const ReportQuery& query, const ReportOptions& o)
{
    const bool range = o.period && o.period->find("..") != std::string::npos;
    if (query.whole.first > query.today || (range && query.whole.last > query.today))
        ctx.warn(format("{} is still to come", to_string(query.whole.last)));
}

int print_report(Context& ctx, const FinishedReport& report, const ReportOptions& o)
{
    int code = done;
    if (o.chart || o.svg) {
        const auto chart = drawing_of(report, ctx.output_options());
        code = o.chart ? print_chart(ctx, chart) : print_rows(ctx, report);
        if (o.svg && code == done)
            write_svg(chart, *o.svg);
    } else
        code = print_rows(ctx, report);
    for (const auto& sentence : report.warnings)
        ctx.warn(sentence);
    if (code == done)
        for (const auto& sentence : report.remarks)
            ctx.say(sentence);
    return code;
}

void add_report_commands(const Noun& noun)
{
    const auto add = [&](const char* name, void (*declare)(CLI::App&, ReportOptions&),
                         int (*run_it)(Context&, const ReportOptions&)) {
        add_verb<ReportOptions>(noun, {name, find_report(name).summary}, declare, run_it);
    };
    add("revenue", declare_revenue, run<"revenue">);
    add("margin", declare_margin, run<"margin">);
    add("abc", declare_abc, run<"abc">);
    add("rfm", declare_rfm, run<"rfm">);
    add("pipeline", declare_pipeline, run<"pipeline">);
    add("payments", declare_payments, run<"payments">);
    add("activity", declare_activity, run<"activity">);
    add("kpi", declare_kpi, run<"kpi">);
    add_report_html(noun);
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/report/report.hpp"

#include "crm/base/error.hpp"
#include "crm/report/abc.hpp"
#include "crm/report/activity.hpp"
#include "crm/report/kpi.hpp"
#include "crm/report/margin.hpp"
#include "crm/report/payments.hpp"
#include "crm/report/pipeline.hpp"
#include "crm/report/revenue.hpp"
#include "crm/report/rfm.hpp"
#include "crm/store/fiscal.hpp"
#include "crm/store/settings.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

constexpr auto table = std::to_array<ReportInfo>({
    {"revenue", "what was sold, by time or by whom and what", report_revenue, ReportKeys::all},
    {"margin", "what is left of it after the cost of goods (contribution margin)", report_margin,
     ReportKeys::all},
    {"abc", "who and what makes most of the revenue: classes A, B and C", report_abc,
     ReportKeys::who_and_what, true},
    {"rfm", "customers by when they last bought, how often and how much", report_rfm,
     ReportKeys::none, true},
    {"pipeline", "open quotes by when they expire, and what may come of them", report_pipeline,
     ReportKeys::none, true},
    {"payments", "how customers pay: days, delay, discounts taken", report_payments},
    {"activity", "what each staff member talked about, agreed and left undone", report_activity,
     ReportKeys::staff, false, Basis::ordered},
    {"kpi", "the figures of the business on one screen", report_kpi},
});

constexpr std::array<std::string_view, 2> bases = {"invoiced", "ordered"};
constexpr std::array<std::string_view, 9> keys = {"month", "quarter", "year", "customer", "product",
                                                  "group", "manager", "city", "country"};

template<class Words>
std::size_t find_word(const Words& words, std::string_view text, const char* option)
{
    const auto found = std::ranges::find(words, text);
    if (found == words.end())
        throw error(ErrorKind::usage, "'{}' is no value for {}", text, option)
            .with_hint("one of: {}", fmt::join(words, ", "));
    return static_cast<std::size_t>(found - words.begin());
}

/// How many whole calendar months a period is; 0 if it is none.
int whole_months(const Period& period)
{
    const std::chrono::year_month_day first(period.first);
    const std::chrono::year_month_day after(period.last + std::chrono::days(1));
    if (unsigned(first.day()) != 1 || unsigned(after.day()) != 1)
        return 0;
    return (int(after.year()) - int(first.year())) * 12 +
           static_cast<int>(unsigned(after.month())) - static_cast<int>(unsigned(first.month()));
}

Earlier before(const Period& period)
{
    const auto months = whole_months(period);
    const auto end = period.first - std::chrono::days(1);
    const auto days = static_cast<int>((period.last - end).count());
    if (months > 0)
        return {{minus(period.first, {0, months}), end}, {0, months}};
    return {{period.first - std::chrono::days(days), end}, {days, 0}};
}

Period until_today(const Period& period, Date today)
{
    return {period.first, period.first > today ? period.last : std::min(period.last, today)};
}

std::string span_of(const Period& period)
{
    return format("{} to {}", to_string(period.first), to_string(period.last));
}

/// A calendar year, quarter or month by its name, any other period from day to day.
std::string name_of(const Period& period)
{
    const auto first = to_string(period.first);
    const std::chrono::year_month_day day(period.first);
    const auto month = unsigned(day.month());
    switch (whole_months(period)) {
    case 1:
        return first.substr(0, 7);
    case 3:
        return month % 3 == 1 ? fmt::format("{}-Q{}", first.substr(0, 4), month / 3 + 1)
                              : span_of(period);
    case 12:
        return month == 1 ? first.substr(0, 4) : span_of(period);
    default:
        return span_of(period);
    }
}

std::optional<Rate> quotient(std::int64_t part, std::int64_t whole)
{
    if (whole <= 0)
        return std::nullopt;
    return Rate{round_half_away(Int128{part} * 10'000, whole)};
}

} // namespace

std::span<const ReportInfo> reports()
{
    return table;
}

const ReportInfo& find_report(std::string_view name)
{
    const auto found =
        std::ranges::find_if(table, [&](const ReportInfo& info) { return name == info.name; });
    if (found == table.end())
        throw error(ErrorKind::usage, "there is no report '{}'", name);
    return *found;
}

std::string_view to_string(Basis basis)
{
    return bases.at(static_cast<std::size_t>(basis));
}

std::string_view to_string(ReportKey key)
{
    return keys.at(static_cast<std::size_t>(key));
}

Basis parse_basis(std::string_view text)
{
    return static_cast<Basis>(find_word(bases, text, "--basis"));
}

ReportKey parse_report_key(std::string_view text)
{
    return static_cast<ReportKey>(find_word(keys, text, "--by"));
}

bool is_time(ReportKey key)
{
    return key == ReportKey::month || key == ReportKey::quarter || key == ReportKey::year;
}

ReportQuery default_query(const ReportInfo& report, Date today)
{
    const std::chrono::year_month_day day(today);
    constexpr Duration year{0, 12};
    ReportQuery query;
    query.today = today;
    query.basis = report.basis;
    query.period = {report.twelve_months ? minus(today, year) + std::chrono::days(1)
                                         : Date(day.year() / 1 / 1),
                    today};
    query.whole = query.period;
    query.before = {{minus(query.period.first, year), minus(query.period.last, year)}, year};
    return query;
}

void set_period(Store& store, ReportQuery& query, std::string_view typed)
{
    query.whole = parse_period(typed, query.today, fiscal_rule(store));
    query.before = before(query.whole);
    query.period = until_today(query.whole, query.today);
    query.before.days = until_today(query.before.days, query.today);
}

Earlier before_that(const ReportQuery& query)
{
    const auto& [days, later] = query.before;
    if (days.last + std::chrono::days(1) == query.period.first)
        return before(days);
    return {{minus(days.first, later), minus(days.last, later)}, later};
}

FinishedReport report_for(Store& store, const ReportQuery& query, const char* name,
                          std::string title)
{
    FinishedReport report;
    report.name = name;
    report.title = std::move(title);
    report.scope = format("{}, {}", span_of(query.period), to_string(query.basis));
    report.unit = setting(store, "currency");
    report.period_name = name_of(query.whole);
    if (query.previous)
        report.previous_name = name_of(query.previous->days);
    return report;
}

void add_comparison(FinishedReport& report, const ReportQuery& query, Kind kind)
{
    if (!query.previous)
        return;
    report.compared = report.columns.size();
    report.columns.push_back({"previous", tr("PREVIOUS"), kind});
    report.columns.push_back({"change", tr("CHANGE"), Kind::percent});
}

std::optional<Rate> percent_of(Money part, Money whole)
{
    return quotient(part.cents, whole.cents);
}

std::optional<Rate> change_of(std::int64_t now, std::int64_t before)
{
    return quotient(now - before, before < 0 ? -before : before);
}

std::optional<Quantity> mean_of(std::int64_t sum, std::int64_t count)
{
    if (count <= 0)
        return std::nullopt;
    return Quantity{100 * round_half_away(Int128{sum} * 10, count)};
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/report/report_chart.hpp"

#include "crm/base/translate.hpp"

#include <algorithm>
#include <type_traits>

namespace crm
{

namespace
{

constexpr std::size_t most_bars = 20;

bool is_of(Kind kind, const Cell& cell)
{
    switch (kind) {
    case Kind::money:
        return std::holds_alternative<Money>(cell);
    case Kind::percent:
        return std::holds_alternative<Rate>(cell);
    case Kind::quantity:
        return std::holds_alternative<Quantity>(cell);
    default:
        return std::holds_alternative<std::int64_t>(cell);
    }
}

std::string text_of(const Cell& cell)
{
    const auto read = []<class Value>(const Value& value) -> std::string {
        if constexpr (std::is_same_v<Value, std::string> || std::is_same_v<Value, std::string_view>)
            return std::string(value);
        else if constexpr (Number<Value> || std::is_same_v<Value, Date>)
            return short_text(value).str();
        else
            return {};
    };
    return std::visit(read, cell);
}

/// The cell without views into the row.
Cell value_of(Kind kind, const Cell& cell)
{
    return is_of(kind, cell) ? cell : Cell();
}

} // namespace

Chart chart_of(const FinishedReport& report)
{
    Chart chart;
    chart.title = report.title;
    chart.subtitle = report.scope;
    chart.unit = report.unit;
    chart.shape = report.over_time ? ChartShape::columns : ChartShape::bars;
    chart.kind = report.drawn_kind;
    chart.value_name = report.period_name;
    if (report.compared)
        chart.previous_name = report.previous_name;
    chart.most = report.over_time ? 0 : most_bars;
    chart.without_sum = report.drawn_kind == Kind::quantity || // they are all means
                        std::ranges::find(report.without_sum, report.columns[report.drawn].key) !=
                            report.without_sum.end();
    report.rows([&](FinishedReport::Row row) {
        const auto& cell = row[report.drawn];
        if (!is_of(report.drawn_kind, cell) && !std::holds_alternative<std::monostate>(cell))
            return true;
        auto label = text_of(row[report.label]);
        if (label.empty())
            label = tr("not known");
        chart.points.push_back(
            {std::move(label), cell,
             report.compared ? value_of(report.drawn_kind, row[*report.compared]) : Cell()});
        return true;
    });
    return chart;
}

} // namespace crm

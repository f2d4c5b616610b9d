// SPDX-License-Identifier: MIT
#include "crm/report/revenue.hpp"

#include "crm/report/rows_from.hpp"
#include "crm/report/sales.hpp"

namespace crm
{

namespace
{

void put_row(const SalesTable& table, const SalesRow& row, bool compare, std::vector<Cell>& cells)
{
    put_key(table.key, row, cells);
    cells.emplace_back(row.now.orders);
    cells.emplace_back(row.now.net);
    cells.push_back(cell(percent_of(row.now.net, table.total.net)));
    cells.push_back(compare ? Cell(row.previous.net) : Cell());
    cells.push_back(compare ? cell(change_of(row.now.net, row.previous.net)) : Cell());
}

} // namespace

FinishedReport report_revenue(Store& store, const ReportQuery& query)
{
    const auto key = query.by.value_or(ReportKey::month);
    auto report = report_for(store, query, "revenue", format("Revenue by {}", to_string(key)));
    report.columns = key_columns(key);
    report.label = label_column(key);
    report.drawn = report.columns.size() + 1;
    if (query.previous)
        report.compared = report.drawn + 2;
    report.over_time = is_time(key);
    for (auto& column : std::vector<ColumnInfo>{{"orders", tr("ORDERS"), Kind::integer},
                                                {"net", tr("NET"), Kind::money},
                                                {"share", tr("SHARE"), Kind::percent},
                                                {"previous", tr("PREVIOUS"), Kind::money},
                                                {"change", tr("CHANGE"), Kind::percent}})
        report.columns.push_back(std::move(column));
    const auto table =
        std::make_shared<const SalesTable>(sales_by(store, query, key, Measure::net));
    report.warnings = table->warnings;
    report.rows =
        rows_from(table, [compare = query.previous.has_value()](
                             const SalesTable& all, const SalesRow& row, std::vector<Cell>& cells) {
            put_row(all, row, compare, cells);
        });
    return report;
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/report/rfm.hpp"

#include "crm/report/rows_from.hpp"
#include "crm/report/sales.hpp"

#include <algorithm>

namespace crm
{

namespace
{

constexpr std::size_t scores = 5;

struct RfmRow : SalesRow {
    std::int64_t days_since = 0;
    std::int64_t r = 0;
    std::int64_t f = 0;
    std::int64_t m = 0;
};

struct RfmTable {
    std::vector<RfmRow> rows;
};

/// Scores each row by how many have a smaller value, in fifths of all.
template<class ValueOf>
void score(std::vector<RfmRow>& rows, std::int64_t RfmRow::*result, const ValueOf& value_of)
{
    std::vector<std::int64_t> values;
    values.reserve(rows.size());
    for (const auto& row : rows)
        values.push_back(value_of(row));
    std::ranges::sort(values);
    for (auto& row : rows) {
        const auto worse = std::ranges::lower_bound(values, value_of(row)) - values.begin();
        row.*result =
            static_cast<std::int64_t>(1 + scores * static_cast<std::size_t>(worse) / values.size());
    }
}

RfmTable scored(SalesTable sales, Date key_date)
{
    RfmTable table;
    table.rows.reserve(sales.rows.size());
    for (auto& row : sales.rows) {
        if (!row.now.last) // nothing but credit notes, or only in the period before
            continue;
        const auto days = (key_date - *row.now.last).count();
        table.rows.push_back({std::move(row), days, 0, 0, 0});
    }
    score(table.rows, &RfmRow::r, [](const RfmRow& row) { return -row.days_since; });
    score(table.rows, &RfmRow::f, [](const RfmRow& row) { return row.now.orders; });
    score(table.rows, &RfmRow::m, [](const RfmRow& row) { return row.now.net.cents; });
    return table;
}

void put_row(const RfmRow& row, bool compare, std::vector<Cell>& cells)
{
    put_key(ReportKey::customer, row, cells);
    cells.push_back(cell(row.now.last));
    cells.emplace_back(row.days_since);
    cells.emplace_back(row.now.orders);
    cells.emplace_back(row.now.net);
    cells.emplace_back(row.r);
    cells.emplace_back(row.f);
    cells.emplace_back(row.m);
    cells.emplace_back(fmt::format("{}{}{}", row.r, row.f, row.m));
    if (compare) {
        cells.emplace_back(row.previous.net);
        cells.push_back(cell(change_of(row.now.net, row.previous.net)));
    }
}

} // namespace

Report report_rfm(Store& store, const ReportQuery& query)
{
    auto report = report_for(store, query, "rfm", tr("Recency, frequency and revenue"));
    report.columns = key_columns(ReportKey::customer);
    report.label = label_column(ReportKey::customer);
    for (auto& column : std::vector<ColumnInfo>{{"last_order", tr("LAST ORDER"), Kind::date},
                                                {"days_since", tr("DAYS SINCE"), Kind::integer},
                                                {"orders", tr("ORDERS"), Kind::integer},
                                                {"net", tr("NET"), Kind::money},
                                                {"r", tr("R"), Kind::integer},
                                                {"f", tr("F"), Kind::integer},
                                                {"m", tr("M"), Kind::integer},
                                                {"code", tr("CODE"), Kind::text}})
        report.columns.push_back(std::move(column));
    report.drawn = 5;
    add_comparison(report, query, Kind::money);
    auto sales = sales_by(store, query, ReportKey::customer, Measure::last);
    report.warnings = std::move(sales.warnings);
    report.remarks.push_back(format("orders from {} to {}, days up to {}; 5 is the best fifth",
                                    to_string(query.period.first), to_string(query.period.last),
                                    to_string(query.period.last)));
    const auto table =
        std::make_shared<const RfmTable>(scored(std::move(sales), query.period.last));
    report.rows = rows_from(table, [compare = query.previous.has_value()](
                                       const RfmTable&, const RfmRow& row,
                                       std::vector<Cell>& cells) { put_row(row, compare, cells); });
    return report;
}

} // namespace crm

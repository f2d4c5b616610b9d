// SPDX-License-Identifier: MIT
#include "crm/report/kpi.hpp"

#include "crm/report/key_figures.hpp"
#include "crm/report/rows_from.hpp"
#include "crm/store/settings.hpp"

namespace crm
{

namespace
{

struct KpiRow {
    KeyFigure figure;
    Cell previous;
};

struct KpiTable {
    std::vector<KpiRow> rows;
};

/// The same question for the period before.
ReportQuery query_before(const ReportQuery& query)
{
    auto before = query;
    before.period = query.before.days;
    before.whole = query.before.days;
    before.before = before_that(query);
    before.today = query.before.days.last;
    return before;
}

void put_row(const KpiTable&, const KpiRow& row, std::vector<Cell>& cells)
{
    cells.emplace_back(std::string_view(row.figure.key));
    cells.push_back(row.figure.value);
    cells.push_back(text_cell(row.figure.unit));
    cells.push_back(row.previous);
}

} // namespace

FinishedReport report_kpi(Store& store, const ReportQuery& query)
{
    auto report = report_for(store, query, "kpi", tr("Key figures"));
    report.columns = {{"key", tr("KEY"), Kind::text},
                      {"value", tr("VALUE"), Kind::real},
                      {"unit", tr("UNIT"), Kind::text},
                      {"previous", tr("PREVIOUS"), Kind::real}};
    report.drawn = 1;
    report.without_sum = {"value"};
    if (query.previous)
        report.compared = 3;
    auto table = std::make_shared<KpiTable>();
    for (auto& figure : key_figures(store, query, report.warnings))
        table->rows.push_back({std::move(figure), {}});
    if (query.previous) {
        std::vector<std::string> warnings;
        const auto before = key_figures(store, query_before(query), warnings);
        for (const auto& sentence : warnings)
            report.warnings.push_back(format("{}: {}", report.previous_name, sentence));
        for (std::size_t i = 0; i < table->rows.size(); ++i)
            if (!table->rows[i].figure.of_today)
                table->rows[i].previous = before[i].value;
    }
    report.rows = rows_from(std::shared_ptr<const KpiTable>(std::move(table)), put_row);
    return report;
}

} // namespace crm

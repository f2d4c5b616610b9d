// SPDX-License-Identifier: MIT
#include "crm/report/rfm.hpp"

#include "crm/report/rows_from.hpp"
#include "crm/report/sales.hpp"

#include <algorithm>

namespace crm
{

namespace
{

constexpr std::int64_t scores = 5;

/// The values of all rows, of which each has a score by how many are worse, in fifths of all.
class Scores
{
  public:
    void add(std::int64_t value) { values_.push_back(value); }
    void finish() { std::ranges::sort(values_); }
    [[nodiscard]] std::int64_t operator()(std::int64_t value) const
    {
        const auto worse = std::ranges::lower_bound(values_, value) - values_.begin();
        return 1 + scores * worse / static_cast<std::int64_t>(values_.size());
    }

  private:
    std::vector<std::int64_t> values_;
};

struct RfmTable : SalesTable {
    Date key_date;
    bool compare = false;
    Scores recency;
    Scores frequency;
    Scores money;

    [[nodiscard]] std::int64_t days_since(const SalesRow& row) const
    {
        return (key_date - row.now.last.value()).count();
    }
};

void score(RfmTable& table)
{
    // Nothing but credit notes, or nothing in this period.
    std::erase_if(table.rows, [](const SalesRow& row) { return !row.now.last; });
    for (const auto& row : table.rows) {
        table.recency.add(-table.days_since(row));
        table.frequency.add(row.now.orders);
        table.money.add(row.now.net.cents);
    }
    for (auto* each : {&table.recency, &table.frequency, &table.money})
        each->finish();
}

void put_row(const RfmTable& table, const SalesRow& row, std::vector<Cell>& cells)
{
    const auto days = table.days_since(row);
    const auto r = table.recency(-days);
    const auto f = table.frequency(row.now.orders);
    const auto m = table.money(row.now.net.cents);
    put_key(ReportKey::customer, row, cells);
    cells.push_back(cell(row.now.last));
    cells.emplace_back(days);
    cells.emplace_back(row.now.orders);
    cells.emplace_back(row.now.net);
    cells.emplace_back(r);
    cells.emplace_back(f);
    cells.emplace_back(m);
    cells.emplace_back(fmt::format("{}{}{}", r, f, m));
    if (table.compare) {
        cells.emplace_back(row.previous.net);
        cells.push_back(cell(change_of(row.now.net, row.previous.net)));
    }
}

} // namespace

FinishedReport report_rfm(Store& store, const ReportQuery& query)
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
    report.without_sum = {"days_since", "r", "f", "m"};
    add_comparison(report, query, Kind::money);
    auto table = std::make_shared<RfmTable>();
    static_cast<SalesTable&>(*table) = sales_by(store, query, ReportKey::customer, Measure::last);
    table->key_date = query.period.last;
    table->compare = query.previous.has_value();
    score(*table);
    report.warnings = table->warnings;
    report.remarks.push_back(format("orders from {} to {}, days up to {}; 5 is the best fifth",
                                    to_string(query.period.first), to_string(query.period.last),
                                    to_string(query.period.last)));
    report.rows = rows_from(std::shared_ptr<const RfmTable>(std::move(table)), put_row);
    return report;
}

} // namespace crm

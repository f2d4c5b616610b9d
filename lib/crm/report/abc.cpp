// SPDX-License-Identifier: MIT
#include "crm/report/abc.hpp"

#include "crm/base/error.hpp"
#include "crm/report/rows_from.hpp"
#include "crm/report/sales.hpp"

namespace crm
{

namespace
{

struct AbcRow : SalesRow {
    std::optional<Rate> share;     ///< in what all above 0 make together; nothing below 0
    std::optional<Rate> cumulated; ///< up to and with this row
    char letter = 'C';
};

struct AbcTable {
    ReportKey key = ReportKey::customer;
    std::vector<AbcRow> rows;
};

/// Whether a sum is still below that share of the whole: then the next row begins below it, too.
bool below(Money sum, Rate limit, Money whole)
{
    return Int128{sum.cents} * 10'000 < Int128{limit.hundredths} * whole.cents;
}

char class_of(Money before, const std::vector<Rate>& limits, Money whole)
{
    char letter = 'A';
    for (const auto limit : limits) {
        if (below(before, limit, whole))
            return letter;
        ++letter;
    }
    return letter;
}

AbcTable classified(SalesTable sales, const std::vector<Rate>& limits)
{
    Money whole;
    for (const auto& row : sales.rows)
        whole += std::max(row.now.net, Money{});
    AbcTable table;
    table.key = sales.key;
    table.rows.reserve(sales.rows.size());
    Money sum;
    for (auto& row : sales.rows) {
        AbcRow made{std::move(row), {}, {}, 'C'};
        const bool tie = !table.rows.empty() && table.rows.back().now.net == made.now.net;
        if (made.now.net > Money{})
            made.letter = tie ? table.rows.back().letter : class_of(sum, limits, whole);
        if (made.now.net >= Money{}) {
            sum += made.now.net;
            made.share = percent_of(made.now.net, whole);
            made.cumulated = percent_of(sum, whole);
        }
        table.rows.push_back(std::move(made));
    }
    return table;
}

void put_row(const AbcTable& table, const AbcRow& row, bool compare, std::vector<Cell>& cells)
{
    put_key(table.key, row, cells);
    cells.emplace_back(row.now.net);
    cells.push_back(cell(row.share));
    cells.push_back(cell(row.cumulated));
    cells.emplace_back(std::string(1, row.letter));
    if (compare) {
        cells.emplace_back(row.previous.net);
        cells.push_back(cell(change_of(row.now.net, row.previous.net)));
    }
}

std::string below_zero(const AbcTable& table)
{
    std::int64_t count = 0;
    Money sum;
    for (const auto& row : table.rows)
        if (row.now.net < Money{}) {
            ++count;
            sum += row.now.net;
        }
    return count == 0 ? std::string()
                      : format("{} rows below zero ({} together) stand apart in class C", count,
                               to_string(sum));
}

} // namespace

Report report_abc(Store& store, const ReportQuery& query)
{
    const auto key = query.by.value_or(ReportKey::customer);
    auto report = report_for(store, query, "abc", format("ABC analysis by {}", to_string(key)));
    report.columns = key_columns(key);
    report.label = label_column(key);
    report.drawn = report.columns.size();
    report.columns.push_back({"net", tr("NET"), Kind::money});
    report.columns.push_back({"share", tr("SHARE"), Kind::percent});
    report.columns.push_back({"cumulated", tr("CUMULATED"), Kind::percent});
    report.columns.push_back({"class", tr("CLASS"), Kind::text});
    add_comparison(report, query, Kind::money);
    auto sales = sales_by(store, query, key, Measure::net);
    report.warnings = std::move(sales.warnings);
    const auto table = std::make_shared<const AbcTable>(classified(std::move(sales), query.limits));
    if (auto sentence = below_zero(*table); !sentence.empty())
        report.remarks.push_back(std::move(sentence));
    report.rows =
        rows_from(table, [compare = query.previous.has_value()](
                             const AbcTable& all, const AbcRow& row, std::vector<Cell>& cells) {
            put_row(all, row, compare, cells);
        });
    return report;
}

} // namespace crm

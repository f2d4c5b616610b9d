// SPDX-License-Identifier: MIT
#include "crm/report/abc.hpp"

#include "crm/report/rows_from.hpp"
#include "crm/report/sales.hpp"

namespace crm
{

namespace
{

/// What is said of a row beyond its sums.
struct AbcPlace {
    Money cumulated; ///< up to and with this row
    char letter = 'C';
};

struct AbcTable : SalesTable {
    std::vector<AbcPlace> places; ///< of the rows
    Money whole;                  ///< what all rows above 0 make together
    bool compare = false;
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

void classify(AbcTable& table, const std::vector<Rate>& limits)
{
    for (const auto& row : table.rows)
        table.whole += std::max(row.now.net, Money{});
    table.places.reserve(table.rows.size());
    Money sum;
    Money last;
    for (const auto& row : table.rows) {
        AbcPlace place;
        if (row.now.net > Money{}) {
            const bool tie = !table.places.empty() && last == row.now.net;
            place.letter = tie ? table.places.back().letter : class_of(sum, limits, table.whole);
            sum += row.now.net;
        }
        place.cumulated = sum;
        last = row.now.net;
        table.places.push_back(place);
    }
}

void put_row(const AbcTable& table, const SalesRow& row, std::size_t place,
             std::vector<Cell>& cells)
{
    const auto& [cumulated, letter] = table.places[place];
    const bool apart = row.now.net < Money{};
    put_key(table.key, row, cells);
    cells.emplace_back(row.now.net);
    cells.push_back(apart ? Cell() : cell(percent_of(row.now.net, table.whole)));
    cells.push_back(apart ? Cell() : cell(percent_of(cumulated, table.whole)));
    cells.emplace_back(std::string(1, letter));
    if (table.compare) {
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

FinishedReport report_abc(Store& store, const ReportQuery& query)
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
    auto table = std::make_shared<AbcTable>();
    static_cast<SalesTable&>(*table) = sales_by(store, query, key, Measure::net);
    table->compare = query.previous.has_value();
    classify(*table, query.limits);
    report.warnings = table->warnings;
    if (auto sentence = below_zero(*table); !sentence.empty())
        report.remarks.push_back(std::move(sentence));
    report.rows = rows_from(std::shared_ptr<const AbcTable>(std::move(table)), put_row);
    return report;
}

} // namespace crm

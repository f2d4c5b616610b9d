// SPDX-License-Identifier: MIT
#include "crm/report/margin.hpp"

#include "crm/report/rows_from.hpp"
#include "crm/report/sales.hpp"
#include "crm/report/sales_costs.hpp"
#include "crm/report/unknown_cost.hpp"

namespace crm
{

namespace
{

struct MarginTable : SalesTable {
    bool known_costs = false;
    bool compare = false;
    SalesCosts costs; ///< beyond those of goods
};

struct Margin {
    Money net;
    std::optional<Money> cost; ///< nothing: not known

    [[nodiscard]] std::optional<Money> value() const
    {
        return cost ? std::optional(net - *cost) : std::nullopt;
    }
};

Margin margin_of(const MarginTable& table, const Sales& sales, Money other_costs)
{
    Margin margin{sales.net, std::nullopt};
    if (table.known_costs)
        margin.net -= sales.net_without_cost;
    // Freight alone has no cost of goods: of who bought goods besides, it would be all margin.
    if (sales.lines_without_cost == 0 || (table.known_costs && sales.cost != Money{}))
        margin.cost = sales.cost + other_costs;
    return margin;
}

void put_row(const MarginTable& table, const SalesRow& row, std::vector<Cell>& cells)
{
    const auto margin = margin_of(table, row.now, table.costs.now(row));
    const auto value = margin.value();
    put_key(table.key, row, cells);
    cells.emplace_back(margin.net);
    cells.push_back(cell(margin.cost));
    cells.push_back(cell(value));
    cells.push_back(value ? cell(percent_of(*value, margin.net)) : Cell());
    if (!table.compare)
        return;
    const auto before = margin_of(table, row.previous, table.costs.previous(row)).value();
    cells.push_back(cell(before));
    cells.push_back(value && before ? cell(change_of(*value, *before)) : Cell());
}

/// Rows of which nothing is left without the lines of unknown cost; times stay without gaps.
void leave_out_unknown(MarginTable& table)
{
    const auto nothing = [](const Sales& sales) {
        return sales.net == sales.net_without_cost && sales.cost == Money{};
    };
    if (table.known_costs && !is_time(table.key))
        std::erase_if(table.rows, [&](const SalesRow& row) {
            return row.now.lines_without_cost + row.previous.lines_without_cost > 0 &&
                   nothing(row.now) && nothing(row.previous);
        });
}

/// How it was reckoned: the names of the levels differ from book to book.
std::string scheme(int level)
{
    if (level == 1)
        return tr("margin: net less the cost of goods (level I)");
    if (level == 2)
        return tr("margin: net less the cost of goods and mailings (level II)");
    return tr("margin: net less the cost of goods, mailings, talks and orders (level III)");
}

} // namespace

FinishedReport report_margin(Store& store, const ReportQuery& query)
{
    const auto key = query.by.value_or(ReportKey::month);
    auto report = report_for(store, query, "margin", format("Margin by {}", to_string(key)));
    report.columns = key_columns(key);
    report.label = label_column(key);
    report.over_time = is_time(key);
    report.drawn = report.columns.size() + 2;
    for (auto& column : std::vector<ColumnInfo>{{"net", tr("NET"), Kind::money},
                                                {"cost", tr("COST"), Kind::money},
                                                {"margin", tr("MARGIN"), Kind::money},
                                                {"margin_pct", tr("MARGIN %"), Kind::percent}})
        report.columns.push_back(std::move(column));
    add_comparison(report, query, Kind::money);
    auto table = std::make_shared<MarginTable>();
    table->costs = sales_costs(store, query, key);
    static_cast<SalesTable&>(*table) = sales_by(store, query, key, Measure::margin);
    table->known_costs = query.known_costs;
    table->compare = query.previous.has_value();
    leave_out_unknown(*table);
    report.warnings = table->warnings;
    if (table->total.lines_without_cost > 0)
        report.warnings.push_back(unknown_cost_warning(store, query, table->total));
    for (const auto& sentence : table->costs.warnings)
        report.warnings.push_back(sentence);
    if (const auto others = spent_on_others(table->costs, *table); others != Money{})
        report.remarks.push_back(
            format("{} spent on contacts that bought nothing are in no row", to_string(others)));
    report.remarks.push_back(scheme(query.level));
    report.rows = rows_from(std::shared_ptr<const MarginTable>(std::move(table)), put_row);
    return report;
}

} // namespace crm

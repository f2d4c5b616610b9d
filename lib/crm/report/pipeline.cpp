// SPDX-License-Identifier: MIT
#include "crm/report/pipeline.hpp"

#include "crm/report/quotes.hpp"
#include "crm/report/rows_from.hpp"
#include "crm/store/settings.hpp"
#include "crm/store/store.hpp"

#include <map>

namespace crm
{

namespace
{

struct PipelineRow {
    std::string expires; ///< month, "expired", or nothing if it has no end
    std::int64_t quotes = 0;
    Money net;
    bool expired = false;
};

struct PipelineTable {
    std::vector<PipelineRow> rows;
    QuoteFates fates;
};

constexpr const char* open_quotes = R"sql(
    SELECT valid_until, net, currency FROM orders
     WHERE kind = 'sale' AND status = 'quote' AND historical = 0 AND date <= :today)sql";

/// Expired ones first, then month after month, at last those without an end.
std::vector<PipelineRow> months_of(Store& store, Date today, std::vector<std::string>& warnings)
{
    const auto currency = setting(store, "currency");
    std::map<std::string, PipelineRow> months;
    std::map<std::string, std::int64_t> others;
    auto quotes = store.prepare(open_quotes);
    quotes.bind(":today", today);
    while (quotes.step()) {
        if (quotes.text(2) != currency) {
            ++others[quotes.string(2)];
            continue;
        }
        const auto until = quotes.date(0);
        const bool expired = until && *until < today;
        auto& row = months[expired ? "" : until ? to_string(*until).substr(0, 7) : "~"];
        row.expires = expired ? "expired" : until ? to_string(*until).substr(0, 7) : "";
        row.expired = expired;
        ++row.quotes;
        row.net += quotes.money(1);
    }
    for (const auto& [code, count] : others)
        warnings.push_back(format("{} quotes in {} are left out", count, code));
    std::vector<PipelineRow> rows;
    for (auto& [place, row] : months)
        rows.push_back(std::move(row));
    return rows;
}

void put_row(const PipelineTable& table, const PipelineRow& row, std::vector<Cell>& cells)
{
    const auto& fates = table.fates;
    const auto rate = row.expired ? std::nullopt : fates.hit_rate();
    cells.push_back(text_cell(row.expires));
    cells.emplace_back(row.quotes);
    cells.emplace_back(row.net);
    cells.push_back(cell(rate));
    // Not of the rate, which is rounded.
    cells.push_back(rate ? Cell(Money{round_half_away(Int128{row.net.cents} * fates.accepted,
                                                      fates.accepted + fates.gone)})
                         : Cell());
}

} // namespace

FinishedReport report_pipeline(Store& store, const ReportQuery& query)
{
    auto report = report_for(store, query, "pipeline", tr("Open quotes"));
    report.scope = to_string(query.today);
    report.columns = {{"expires", tr("EXPIRES"), Kind::text},
                      {"quotes", tr("QUOTES"), Kind::integer},
                      {"net", tr("NET"), Kind::money},
                      {"hit_rate", tr("HIT RATE"), Kind::percent},
                      {"expected", tr("EXPECTED"), Kind::money}};
    report.drawn = 2;
    report.over_time = true;
    auto table = std::make_shared<PipelineTable>();
    table->rows = months_of(store, query.today, report.warnings);
    const auto fates = quote_fates(store, query.period, query.today);
    table->fates = fates;
    if (const auto rate = fates.hit_rate())
        report.remarks.push_back(
            format("hit rate {} %: {} of {} quotes of {} to {} that are decided or expired",
                   to_string(*rate), fates.accepted, fates.accepted + fates.gone,
                   to_string(query.period.first), to_string(query.period.last)));
    report.rows = rows_from(std::shared_ptr<const PipelineTable>(std::move(table)), put_row);
    return report;
}

} // namespace crm

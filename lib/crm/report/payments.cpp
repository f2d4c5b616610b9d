// SPDX-License-Identifier: MIT
#include "crm/report/payments.hpp"

#include "crm/report/payer_habits.hpp"
#include "crm/report/rows_from.hpp"

namespace crm
{

namespace
{

struct PaymentsTable : PayerTable {
    std::int64_t days = 0; ///< of the period
    bool compare = false;
};

void put_row(const PaymentsTable& table, const PayerRow& row, std::vector<Cell>& cells)
{
    const auto& now = row.now;
    cells.push_back(text_cell(row.number));
    cells.push_back(text_cell(row.name));
    cells.emplace_back(now.documents);
    cells.emplace_back(now.gross);
    cells.push_back(cell(now.days_to_pay()));
    cells.push_back(cell(now.delay()));
    cells.push_back(cell(now.share_late()));
    cells.emplace_back(now.skonto);
    cells.emplace_back(now.open);
    cells.push_back(cell(now.dso(table.days)));
    if (!table.compare)
        return;
    const auto before = row.previous.days_to_pay();
    const auto days = now.days_to_pay();
    cells.push_back(cell(before));
    cells.push_back(days && before ? cell(change_of(days->thousandths, before->thousandths))
                                   : Cell());
}

} // namespace

FinishedReport report_payments(Store& store, const ReportQuery& query)
{
    auto report = report_for(store, query, "payments", tr("How customers pay"));
    report.columns = {{"number", tr("NUMBER"), Kind::text},
                      {"name", tr("NAME"), Kind::text},
                      {"documents", tr("DOCUMENTS"), Kind::integer},
                      {"gross", tr("GROSS"), Kind::money},
                      {"days_to_pay", tr("DAYS TO PAY"), Kind::quantity},
                      {"delay", tr("DELAY"), Kind::quantity},
                      {"share_late", tr("LATE %"), Kind::percent},
                      {"skonto", tr("SKONTO"), Kind::money},
                      {"open", tr("OPEN"), Kind::money},
                      {"dso", tr("DSO"), Kind::quantity}};
    report.label = 1;
    report.drawn = 4;
    report.drawn_kind = Kind::quantity;
    report.unit = tr("days");
    add_comparison(report, query, Kind::quantity);
    auto table = std::make_shared<PaymentsTable>();
    static_cast<PayerTable&>(*table) = payer_habits(store, query);
    table->days = (query.period.last - query.period.first).count() + 1;
    table->compare = query.previous.has_value();
    report.warnings = table->warnings;
    if (const auto dso = table->total.dso(table->days))
        report.remarks.push_back(format("all together: DSO {} days, open {}", to_string(*dso),
                                        to_string(table->total.open)));
    report.rows = rows_from(std::shared_ptr<const PaymentsTable>(std::move(table)), put_row);
    return report;
}

} // namespace crm

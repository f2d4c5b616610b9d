// SPDX-License-Identifier: MIT
#include "crm/report/activity.hpp"

#include "crm/report/rows_from.hpp"
#include "crm/report/staff_work.hpp"

namespace crm
{

namespace
{

struct ActivityTable {
    std::vector<StaffWork> rows;
    bool compare = false;
};

void put_row(const ActivityTable& table, const StaffWork& row, std::vector<Cell>& cells)
{
    cells.push_back(text_cell(row.staff));
    cells.emplace_back(row.entries);
    cells.emplace_back(row.contacts);
    cells.emplace_back(row.agreements);
    cells.emplace_back(row.orders_without_entry);
    cells.emplace_back(row.follow_ups_late);
    if (table.compare) {
        cells.emplace_back(row.entries_before);
        cells.push_back(cell(change_of(row.entries, row.entries_before)));
    }
}

} // namespace

FinishedReport report_activity(Store& store, const ReportQuery& query)
{
    auto report = report_for(store, query, "activity", tr("What staff recorded"));
    report.columns = {{"staff", tr("STAFF"), Kind::text},
                      {"entries", tr("ENTRIES"), Kind::integer},
                      {"contacts", tr("CONTACTS"), Kind::integer},
                      {"agreements", tr("AGREEMENTS"), Kind::integer},
                      {"orders_without_entry", tr("ORDERS WITHOUT ENTRY"), Kind::integer},
                      {"follow_ups_late", tr("FOLLOW-UPS LATE"), Kind::integer}};
    report.drawn = 1;
    report.drawn_kind = Kind::integer;
    report.unit.clear();
    add_comparison(report, query, Kind::integer);
    auto table = std::make_shared<ActivityTable>();
    table->rows = staff_work(store, query);
    table->compare = query.previous.has_value();
    report.rows = rows_from(std::shared_ptr<const ActivityTable>(std::move(table)), put_row);
    return report;
}

} // namespace crm

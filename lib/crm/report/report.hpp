// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/base/money.hpp"
#include "crm/format/cell.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

class Store;

/// What counts as sold: invoices and credit notes by their dates, or confirmed orders by theirs.
enum class Basis { invoiced, ordered };

/// What the rows of a report stand for.
enum class ReportKey { month, quarter, year, customer, product, group, manager, city, country };

/// The period that another is compared with, and how much later the same day of the other is.
struct Earlier {
    Period days;
    Duration later;
};

/// What a report is asked for. What it has no use for stays as it is.
struct ReportQuery {
    Date today;
    Period period;                   ///< what counts: a period that is not over ends today
    Period whole;                    ///< the same, as it was asked for
    Earlier before;                  ///< the period before it
    std::optional<Earlier> previous; ///< the same, if it is to be shown side by side
    Basis basis = Basis::invoiced;
    std::optional<ReportKey> by;              ///< the report's own unless given
    int level = 1;                            ///< of the contribution margin, 1 to 3
    bool known_costs = false;                 ///< leave out what has no known cost
    std::vector<Rate> limits{{8000}, {9500}}; ///< with which the classes A and B end
};

/// A finished report: its rows, and what they mean to whoever shows them. The table, the chart and
/// the page all come from this.
struct FinishedReport {
    using Row = std::span<const Cell>; ///< a cell for each column, valid during the call
    using Use = std::function<bool(Row)>;

    std::string name;          ///< of the verb: "revenue"
    std::string title;         ///< for people: "Revenue by month"
    std::string scope;         ///< for people: "2026-01-01 to 2026-06-30, invoiced"
    std::string unit;          ///< of what is drawn: a currency, days; empty for a plain number
    std::string period_name;   ///< in a legend, "2026-Q2"
    std::string previous_name; ///< what `compared` is of
    std::vector<ColumnInfo> columns;
    std::size_t label = 0;               ///< the column that names a row to people
    std::size_t drawn = 0;               ///< the column that a chart draws
    Kind drawn_kind = Kind::money;       ///< rows whose value is of another kind are not drawn
    std::optional<std::size_t> compared; ///< the column that it draws beside it
    std::vector<std::string_view> without_sum; ///< keys of columns that are not added up: scores
    bool over_time = false;            ///< rows follow each other in time; else the largest first
    std::vector<std::string> remarks;  ///< what people want to know of how it was made
    std::vector<std::string> warnings; ///< what is missing from it
    /// Hands out the rows until it is told false. May be called several times, while the Store that
    /// the report was made from exists.
    std::function<void(const Use&)> rows;
};

/// What a report can have its rows by.
enum class ReportKeys { none, all, who_and_what, staff };

/// One report there is, and what it takes unless told otherwise.
struct ReportInfo {
    const char* name;
    const char* summary;
    FinishedReport (*make)(Store&, const ReportQuery&);
    ReportKeys keys = ReportKeys::none;
    bool twelve_months = false; ///< the last twelve months instead of this year up to today
    Basis basis = Basis::invoiced;
};

/// Every report, in the order of the help and of the page.
std::span<const ReportInfo> reports();
/// Throws usage for a name that is none.
const ReportInfo& find_report(std::string_view name);

std::string_view to_string(Basis basis);
std::string_view to_string(ReportKey key);
/// These throw usage and list the choices.
Basis parse_basis(std::string_view text);
ReportKey parse_report_key(std::string_view text);
bool is_time(ReportKey key);

/// What a report covers when nobody says: this year up to today, or the last twelve months; before
/// it are the same days of the year before.
ReportQuery default_query(const ReportInfo& report, Date today);
/// The period typed, read by the accounting periods of the settings; what of it is still to come
/// does not count, unless all of it is. Before whole months are as many months, before other
/// periods as many days. Throws usage.
void set_period(Store& store, ReportQuery& query, std::string_view typed);

/// The period before the one that is before.
Earlier before_that(const ReportQuery& query);

/// A report with all that says what it covers: scope "2026-01-01 to 2026-06-30, invoiced".
FinishedReport report_for(Store& store, const ReportQuery& query, const char* name,
                          std::string title);

/// Adds the columns `previous` and `change` if the period before is to be shown.
void add_comparison(FinishedReport& report, const ReportQuery& query, Kind kind);

/// `part` of `whole` in percent, rounded half away from zero; nothing unless the whole is above 0.
std::optional<Rate> percent_of(Money part, Money whole);
/// By how many percent a value changed; nothing without a value before.
std::optional<Rate> change_of(std::int64_t now, std::int64_t before);
inline std::optional<Rate> change_of(Money now, Money before)
{
    return change_of(now.cents, before.cents);
}
/// Days, or any other number, as a mean to one decimal.
std::optional<Quantity> mean_of(std::int64_t sum, std::int64_t count);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/report/report.hpp"

#include <deque>
#include <string>
#include <vector>

namespace crm
{

/// What was sold, summed up.
struct Sales {
    std::int64_t orders = 0; ///< invoices, or with Basis::ordered orders
    Money net;
    std::optional<Date> last;            ///< the last day of an order or invoice
    Money cost;                          ///< of goods, as far as it is known
    std::int64_t lines_without_cost = 0; ///< lines whose cost is not known
    Money net_without_cost;              ///< and their net
    auto operator<=>(const Sales&) const = default;

    Sales& operator+=(const Sales& other);
};

/// What has to be summed up; less is faster.
enum class Measure {
    net,    ///< orders, net
    last,   ///< the last day, too
    margin, ///< net less discounts for prompt payment, and cost, line by line
};

/// The sums of one customer, product, month...
struct SalesRow {
    std::string id;    ///< of the customer, product... or the code of a time
    std::string place; ///< by which rows with the same value are ordered
    std::string code;  ///< number, SKU, month...; empty where there is none
    std::string name;  ///< of customers and products
    Sales now;
    Sales previous;
};

struct SalesTable {
    ReportKey key = ReportKey::month;
    /// Months, quarters, years in their order and without gaps; else the largest net first.
    std::deque<SalesRow> rows; ///< a vector would hold them twice while it grows
    Sales total;
    Sales total_previous;
    std::vector<std::string> warnings; ///< what other currencies left out
};

SalesTable sales_by(Store& store, const ReportQuery& query, ReportKey key, Measure measure);

/// The id under which a row of a key stands: of a contact, product..., or the code of a time.
std::string row_id(Store& store, ReportKey key, std::string_view found);
/// `2026-06`, `2026-Q2`, `2026`.
std::string time_code(ReportKey key, Date day);

/// The columns that name a row, and its cells.
std::vector<ColumnInfo> key_columns(ReportKey key);
void put_key(ReportKey key, const SalesRow& row, std::vector<Cell>& cells);
/// The one of them that people read.
std::size_t label_column(ReportKey key);

} // namespace crm

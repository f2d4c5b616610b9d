// SPDX-License-Identifier: MIT
#pragma once

#include "crm/report/sales.hpp"

#include <string>

namespace crm
{

/// Sums of a period by a key. Parameters :first, :last, :currency. Columns: what the key is, by
/// what it is ordered, its code, its name; then orders, net, the last day, cost, lines without a
/// known cost, their net; rows in the currency, rows in others.
std::string sales_sql(Basis basis, ReportKey key, Measure measure);

/// The lines of invoices of which customers took a discount for prompt payment, or gave it back, in
/// a period. The same parameters and four columns, then what tells apart those that share a
/// discount, and are together: its invoice, tax rate and day; its net, the net of all these lines,
/// the net of the line, and whether its cost is not known.
std::string skonto_sql(ReportKey key);

/// What mailings of a period cost, by a key and mailing. Parameters :first and :last. After the
/// same four columns: recipients with that key, the cost of the mailing, all its recipients, and
/// its id, by which they are in order.
std::string mailing_costs_sql(ReportKey key);

/// The time of talks in a period, by a key: minutes, and talks of which nobody said how long they
/// took.
std::string talk_time_sql(ReportKey key);

/// Whether sales_sql() sums up orders as they were ordered, from which what was cancelled since has
/// to be taken off; the sums of lines are without it.
bool sums_whole_orders(Basis basis, ReportKey key, Measure measure);

/// The lines of orders of which something was cancelled. The same parameters and four columns, then
/// what their net is less by that.
std::string cancelled_sql(ReportKey key);

} // namespace crm

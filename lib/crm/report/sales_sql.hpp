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

/// The lines of orders of which something was cancelled. The same parameters and four columns, then
/// quantity, what is cancelled, price, discount, net, and whether the cost is not known.
std::string cancelled_sql(ReportKey key);

} // namespace crm

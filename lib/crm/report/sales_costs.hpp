// SPDX-License-Identifier: MIT
#pragma once

#include "crm/report/sales.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace crm
{

/// What the rows of a report cost beyond the goods: mailings and talks by their ids, and orders.
struct SalesCosts {
    std::unordered_map<std::string, Money> now_by_id;
    std::unordered_map<std::string, Money> previous_by_id;
    Money order; ///< to handle one
    std::vector<std::string> warnings;

    [[nodiscard]] Money now(const SalesRow& row) const
    {
        return found(now_by_id, row.id) + orders(row.now);
    }
    [[nodiscard]] Money previous(const SalesRow& row) const
    {
        return found(previous_by_id, row.id) + orders(row.previous);
    }

  private:
    [[nodiscard]] Money orders(const Sales& sales) const { return {order.cents * sales.orders}; }
    static Money found(const std::unordered_map<std::string, Money>& costs, const std::string& id)
    {
        const auto cost = costs.find(id);
        return cost == costs.end() ? Money{} : cost->second;
    }
};

/// The costs of the levels above the first: of mailings (level 2), of talks and orders by the
/// settings `cost.hour` and `cost.order` (level 3). Throws usage for a key that they do not have,
/// rejected where nothing is known that the level could be reckoned with.
SalesCosts sales_costs(Store& store, const ReportQuery& query, ReportKey key);

/// What is spent on those who have no row in the table, for they bought nothing.
Money spent_on_others(const SalesCosts& costs, const SalesTable& table);

} // namespace crm

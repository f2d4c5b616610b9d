// SPDX-License-Identifier: MIT
#pragma once

#include "crm/report/sales.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace crm
{

/// What the rows of a report cost beyond the goods, by their ids.
struct SalesCosts {
    std::unordered_map<std::string, Money> now_by_id;
    std::unordered_map<std::string, Money> previous_by_id;
    std::vector<std::string> warnings;

    [[nodiscard]] Money now(const SalesRow& row) const { return found(now_by_id, row.id); }
    [[nodiscard]] Money previous(const SalesRow& row) const
    {
        return found(previous_by_id, row.id);
    }

  private:
    static Money found(const std::unordered_map<std::string, Money>& costs, const std::string& id)
    {
        const auto cost = costs.find(id);
        return cost == costs.end() ? Money{} : cost->second;
    }
};

/// The costs of the levels above the first. Throws rejected where the level cannot be reckoned.
SalesCosts sales_costs(Store& store, const ReportQuery& query, ReportKey key);

} // namespace crm

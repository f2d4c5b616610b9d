// SPDX-License-Identifier: MIT
#pragma once

#include "crm/report/report.hpp"

#include <memory>
#include <utility>

namespace crm
{

/// Hands out `table->rows`, of each the cells that `put(table, row, cells)` makes.
template<class Table, class Put>
std::function<void(const Report::Use&)> rows_from(std::shared_ptr<const Table> table, Put put)
{
    return [table = std::move(table), put](const Report::Use& use) {
        std::vector<Cell> cells;
        for (const auto& row : table->rows) {
            cells.clear();
            put(*table, row, cells);
            if (!use(cells))
                return;
        }
    };
}

} // namespace crm

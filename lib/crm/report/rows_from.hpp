// SPDX-License-Identifier: MIT
#pragma once

#include "crm/report/report.hpp"

#include <memory>
#include <type_traits>
#include <utility>

namespace crm
{

/// Hands out `table->rows`, of each the cells that `put(table, row, cells)` makes, or where it is
/// in want of it `put(table, row, place, cells)` with the row's place.
template<class Table, class Put>
std::function<void(const FinishedReport::Use&)> rows_from(std::shared_ptr<const Table> table,
                                                          Put put)
{
    return [table = std::move(table), put](const FinishedReport::Use& use) {
        std::vector<Cell> cells;
        std::size_t place = 0;
        for (const auto& row : table->rows) {
            cells.clear();
            if constexpr (std::is_invocable_v<Put, const Table&, decltype(row), std::size_t,
                                              std::vector<Cell>&>)
                put(*table, row, place++, cells);
            else
                put(*table, row, cells);
            if (!use(cells))
                return;
        }
    };
}

} // namespace crm

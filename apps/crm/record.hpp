// SPDX-License-Identifier: MIT
#pragma once

#include "crm/context.hpp"

#include <span>
#include <string>
#include <vector>

namespace crm
{

/// A cell as a person reads it.
std::string cell_text(const Cell& cell);

/// Prints one thing for people: a line for each column that has a value, its title before it.
void print_record(Context& ctx, std::span<const ColumnInfo> columns, std::span<const Cell> cells);

template<class Row>
void print_record(Context& ctx, std::span<const Column<Row>> columns, const Row& row)
{
    std::vector<Cell> cells;
    for (const auto& column : columns)
        cells.push_back(column.get(row));
    print_record(ctx, column_infos(columns), cells);
}

} // namespace crm

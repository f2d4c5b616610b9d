// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

namespace crm
{

/// What the layout must know of a column.
struct ColumnWidth {
    int widest = 0;          ///< of its heading and its cells
    bool can_shrink = false; ///< text may be cut, a number never
    bool empty = false;      ///< in every row
    bool detail = false;     ///< goes before the others
};

/// Blanks between two columns.
inline constexpr int column_gap = 2;

/// The width of each column so that the table fits the terminal if that is possible; 0 leaves a
/// column out. Columns without any value go first; then, unless the user chose the columns, details
/// and what stands at the end, until the texts of the others can be read; then the widest texts are
/// cut to a common width. Without a terminal nothing is cut.
std::vector<int> fit_columns(const std::vector<ColumnWidth>& columns,
                             std::optional<int> terminal_width, bool chosen);

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/format/table_layout.hpp"

#include <algorithm>

namespace crm
{

namespace
{

/// Below this a text says nothing any more; the terminal wraps the line instead.
constexpr int least_width = 6;

int total(const std::vector<int>& widths)
{
    int sum = 0;
    for (const int width : widths)
        sum += width > 0 ? width + column_gap : 0;
    return std::max(sum - column_gap, 0);
}

std::vector<int> capped(const std::vector<ColumnWidth>& columns, std::vector<int> widths, int cap)
{
    for (std::size_t place = 0; place < columns.size(); ++place)
        if (columns[place].can_shrink)
            widths[place] = std::min(widths[place], cap);
    return widths;
}

/// The largest common width of the texts with which the table fits, or the least one.
int largest_cap(const std::vector<ColumnWidth>& columns, const std::vector<int>& widths, int room)
{
    int low = least_width;
    int high = std::max(room, least_width);
    while (low < high) {
        const int middle = low + (high - low + 1) / 2;
        if (total(capped(columns, widths, middle)) <= room)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

} // namespace

std::vector<int> fit_columns(const std::vector<ColumnWidth>& columns,
                             std::optional<int> terminal_width)
{
    std::vector<int> widths;
    for (const auto& column : columns)
        widths.push_back(column.widest);
    if (!terminal_width || total(widths) <= *terminal_width)
        return widths;
    for (std::size_t place = 0; place < columns.size(); ++place)
        if (columns[place].empty)
            widths[place] = 0;
    if (total(widths) <= *terminal_width)
        return widths;
    auto fitted = capped(columns, widths, largest_cap(columns, widths, *terminal_width));
    int left = *terminal_width - total(fitted);
    for (std::size_t place = 0; place < columns.size() && left > 0; ++place)
        if (fitted[place] < widths[place]) {
            ++fitted[place];
            --left;
        }
    return fitted;
}

} // namespace crm

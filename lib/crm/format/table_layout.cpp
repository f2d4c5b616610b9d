// SPDX-License-Identifier: MIT
#include "crm/format/table_layout.hpp"

#include <algorithm>

namespace crm
{

namespace
{

/// Below this a text says nothing any more; the terminal wraps the line instead.
constexpr int least_width = 6;
/// With this much of a text one knows what it is.
constexpr int readable_width = 12;
/// So many columns at the beginning that are no details say what a row is: they stay.
constexpr std::ptrdiff_t naming_columns = 2;

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

void leave_out(const std::vector<ColumnWidth>& columns, std::vector<int>& widths, int room)
{
    const auto too_wide = [&] { return total(capped(columns, widths, readable_width)) > room; };
    for (auto place = columns.size(); place-- > 0 && too_wide();)
        if (columns[place].detail)
            widths[place] = 0;
    auto left = std::ranges::count(columns, false, &ColumnWidth::detail);
    for (auto place = columns.size(); place-- > 0 && left > naming_columns && too_wide();)
        if (!columns[place].detail) {
            widths[place] = 0;
            --left;
        }
}

} // namespace

std::vector<int> fit_columns(const std::vector<ColumnWidth>& columns,
                             std::optional<int> terminal_width, bool chosen)
{
    std::vector<int> widths;
    for (const auto& column : columns)
        widths.push_back(column.widest);
    if (!terminal_width || total(widths) <= *terminal_width)
        return widths;
    for (std::size_t place = 0; place < columns.size(); ++place)
        if (columns[place].empty)
            widths[place] = 0;
    if (!chosen)
        leave_out(columns, widths, *terminal_width);
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

// SPDX-License-Identifier: MIT
#include "crm/record.hpp"

#include "crm/base/text.hpp"
#include "crm/base/width.hpp"

#include <algorithm>
#include <variant>

namespace crm
{

std::string cell_text(const Cell& cell)
{
    const auto write = []<class Value>(const Value& value) -> std::string {
        if constexpr (std::is_same_v<Value, std::monostate>)
            return {};
        else if constexpr (std::is_same_v<Value, bool>)
            return value ? tr("yes") : tr("no");
        else if constexpr (Number<Value> || std::is_same_v<Value, Date>)
            return short_text(value).str();
        else if constexpr (std::is_same_v<Value, List>)
            return printable(value.items);
        else
            return printable(value);
    };
    return std::visit(write, cell);
}

void print_record(Context& ctx, std::span<const ColumnInfo> columns, std::span<const Cell> cells)
{
    int width = 0;
    for (const auto& column : columns)
        width = std::max(width, display_width(column.title));
    for (std::size_t place = 0; place < columns.size(); ++place) {
        const auto value = cell_text(cells[place]);
        if (value.empty())
            continue;
        auto line = lower(columns[place].title);
        line.append(static_cast<std::size_t>(width - display_width(line)) + 2, ' ');
        ctx.print_line(line.append(value));
    }
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/order/import_group.hpp"

#include "crm/base/error.hpp"

#include <algorithm>

namespace crm
{

void OrderRows::add(const ImportRow& row)
{
    std::size_t size = 0;
    for (const auto& cell : row.cells)
        size += cell.text.size();
    Copy copy{std::make_unique_for_overwrite<char[]>(size), row};
    auto* place = copy.text.get();
    for (auto& cell : copy.row.cells) {
        std::ranges::copy(cell.text, place);
        cell.text = {place, cell.text.size()};
        place += cell.text.size();
    }
    rows_.push_back(std::move(copy));
}

std::string_view OrderRows::head(OrderKey key, std::string_view name) const
{
    std::string_view said;
    for (std::size_t place = 0; place < rows_.size(); ++place) {
        const auto here = (*this)[place][key];
        if (here.empty() || here == said)
            continue;
        if (!said.empty())
            throw error(ErrorKind::rejected, "line {}: the {} of {} is '{}' here and '{}' before",
                        rows_[place].row.line, name, number(), here, said);
        said = here;
    }
    return said;
}

} // namespace crm

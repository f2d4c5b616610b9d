// SPDX-License-Identifier: MIT
#include "crm/order/complete.hpp"

#include "crm/contact/number_ranges.hpp"

#include <algorithm>

namespace crm
{

std::vector<std::string> complete_orders(Store& store, std::string_view prefix, std::size_t limit)
{
    std::vector<std::string> found;
    auto query = store.prepare(R"sql(
        SELECT number FROM order_head
         WHERE number_key >= :from AND number_key < :to
         ORDER BY number_key DESC)sql");
    for (const auto& range : number_ranges(std::string(prefix))) {
        query.reset();
        query.bind(":from", range.from).bind(":to", range.to);
        while (found.size() < limit && query.step())
            if (std::ranges::find(found, query.text(0)) == found.end())
                found.push_back(query.string(0));
    }
    return found;
}

} // namespace crm

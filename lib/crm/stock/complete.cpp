// SPDX-License-Identifier: MIT
#include "crm/stock/complete.hpp"

#include "crm/base/text.hpp"
#include "crm/contact/number_ranges.hpp"
#include "crm/stock/group.hpp"

#include <algorithm>

namespace crm
{

namespace
{

constexpr std::string_view forward = R"sql(
    SELECT sku FROM product
     WHERE sku_key >= :from AND sku_key < :to AND archived_on IS NULL
     ORDER BY sku_key)sql";

constexpr std::string_view backward = R"sql(
    SELECT sku FROM product
     WHERE sku_key >= :from AND sku_key < :to AND archived_on IS NULL
     ORDER BY sku_key DESC)sql";

/// Adds what `query` hands out until there are `most`.
void collect(Statement query, const KeyRange& range, std::size_t most,
             std::vector<std::string>& found)
{
    query.bind(":from", range.from).bind(":to", range.to);
    while (found.size() < most && query.step())
        if (std::ranges::find(found, query.text(0)) == found.end())
            found.push_back(query.string(0));
}

} // namespace

std::vector<std::string> complete_products(Store& store, std::string_view prefix, std::size_t limit)
{
    std::vector<std::string> found;
    for (const auto& range : number_ranges(std::string(prefix))) {
        collect(store.prepare(forward), range, limit - 1, found);
        if (found.size() == limit - 1)
            collect(store.prepare(backward), range, limit, found);
    }
    return found;
}

std::vector<std::string> complete_groups(Store& store, std::string_view prefix, std::size_t limit)
{
    const auto typed = lower(prefix);
    std::vector<std::string> found;
    for (auto& group : all_groups(store))
        if (found.size() < limit && group.key.starts_with(typed))
            found.push_back(std::move(group.name));
    return found;
}

std::vector<std::string> complete_locations(Store& store, std::string_view prefix,
                                            std::size_t limit)
{
    const auto typed = lower(prefix);
    std::vector<std::string> found;
    auto query = store.prepare("SELECT name FROM location ORDER BY name");
    while (found.size() < limit && query.step())
        if (lower(query.text(0)).starts_with(typed))
            found.push_back(query.string(0));
    return found;
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/stock/group.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"

namespace crm
{

ProductGroup find_group(Store& store, std::string_view name)
{
    auto query = store.prepare(
        "SELECT product_group, group_key FROM product WHERE group_key = :key LIMIT 1");
    query.bind(":key", lower(trim(name)));
    if (query.step())
        return {query.string(0), query.string(1)};
    std::vector<std::string> candidates;
    for (auto& group : all_groups(store))
        candidates.push_back(std::move(group.name));
    throw error(ErrorKind::not_found, "there is no group '{}'", name)
        .with_candidates(std::move(candidates));
}

std::vector<ProductGroup> all_groups(Store& store)
{
    std::vector<ProductGroup> groups;
    // A step for each group, however many products it has.
    auto next = store.prepare(R"sql(
        SELECT product_group, group_key
          FROM product
         WHERE group_key > :after
         ORDER BY group_key
         LIMIT 1)sql");
    next.bind(":after", "");
    while (next.step()) {
        groups.push_back({next.string(0), next.string(1)});
        next.reset();
        next.bind(":after", groups.back().key);
    }
    return groups;
}

} // namespace crm

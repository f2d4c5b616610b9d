// SPDX-License-Identifier: MIT
#include "crm/stock/product.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/contact/number_ranges.hpp"
#include "crm/stock/read_product.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace crm
{

namespace
{

constexpr std::size_t most_candidates = 10;

Statement select_where(Store& store, std::string_view condition)
{
    return store.prepare(fmt::format("SELECT {} FROM product AS p {}", product_fields, condition));
}

Product read_one(const Statement& query)
{
    Product product;
    read_product(query, product);
    return product;
}

/// Those whose SKUs begin as `prefix` does, a line each.
std::vector<std::string> beginning_like(Store& store, const std::string& prefix)
{
    std::vector<std::string> lines;
    auto query = store.prepare(R"sql(
        SELECT sku || '  ' || name FROM product
         WHERE sku_key >= :from AND sku_key < :to
         ORDER BY sku_key)sql");
    for (const auto& range : number_ranges(prefix)) {
        query.reset();
        query.bind(":from", range.from).bind(":to", range.to);
        while (lines.size() < most_candidates && query.step())
            if (std::ranges::find(lines, query.text(0)) == lines.end())
                lines.push_back(query.string(0));
    }
    return lines;
}

/// What may be meant by a SKU that there is none of: those that share the longest beginning.
std::vector<std::string> alike(Store& store, std::string_view sku)
{
    std::string prefix(sku);
    while (!prefix.empty()) {
        if (auto lines = beginning_like(store, prefix); !lines.empty())
            return lines;
        do
            prefix.pop_back();
        while (!is_valid_utf8(prefix));
    }
    return {};
}

} // namespace

std::optional<Product> find_product(Store& store, std::string_view sku)
{
    auto query = select_where(store, "WHERE sku_key = :key");
    query.bind(":key", natural_key(trim(sku)));
    return query.step() ? std::optional(read_one(query)) : std::nullopt;
}

Product product_by_sku(Store& store, std::string_view sku)
{
    if (auto product = find_product(store, sku))
        return *product;
    throw error(ErrorKind::not_found, "there is no product '{}'", sku)
        .with_candidates(alike(store, trim(sku)));
}

Product product_by_id(Store& store, std::int64_t id)
{
    auto query = select_where(store, "WHERE id = :id");
    query.bind(":id", id);
    if (!query.step())
        throw error(ErrorKind::not_found, "there is no product with the id {}", id);
    return read_one(query);
}

bool any_product(Store& store)
{
    return store.prepare("SELECT 1 FROM product LIMIT 1").step();
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/stock/product.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/contact/number_ranges.hpp"
#include "crm/stock/stored.hpp"

#include <algorithm>
#include <vector>

namespace crm
{

namespace
{

constexpr std::size_t most_candidates = 10;

constexpr std::string_view select_product = R"sql(
    SELECT id, sku, name, price, cost, unit, tax, product_group, ean, reorder_at, order_up_to,
           stock, allow_negative, archived_on
      FROM product)sql";

Product read_product(const Statement& query)
{
    Product product;
    product.id = query.integer(0);
    product.sku = query.text(1);
    product.name = query.text(2);
    product.price = stored_price(query, 3);
    product.cost = stored_price(query, 4);
    product.unit = query.text(5);
    product.tax = tax_class(query.text(6)).value_or(TaxClass::standard);
    product.group = query.text(7);
    product.ean = query.text(8);
    product.reorder_at = stored_quantity(query, 9);
    product.order_up_to = stored_quantity(query, 10);
    product.stock = query.boolean(11);
    product.allow_negative = query.boolean(12);
    product.archived_on = query.date(13);
    return product;
}

Statement select_where(Store& store, std::string_view condition)
{
    std::string sql(select_product);
    return store.prepare(sql.append(condition));
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
    auto query = select_where(store, " WHERE sku_key = :key");
    query.bind(":key", natural_key(trim(sku)));
    return query.step() ? std::optional(read_product(query)) : std::nullopt;
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
    auto query = select_where(store, " WHERE id = :id");
    query.bind(":id", id);
    if (!query.step())
        throw error(ErrorKind::not_found, "there is no product with the id {}", id);
    return read_product(query);
}

bool any_product(Store& store)
{
    return store.prepare("SELECT 1 FROM product LIMIT 1").step();
}

} // namespace crm

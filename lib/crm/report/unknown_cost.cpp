// SPDX-License-Identifier: MIT
#include "crm/report/unknown_cost.hpp"

#include "crm/store/settings.hpp"
#include "crm/store/store.hpp"

namespace crm
{

namespace
{

constexpr std::size_t most_named = 5;

/// The first of the products, those with the most lines first, and how many more there are.
std::string named_products(Store& store, const ReportQuery& query)
{
    auto products = store.prepare(fmt::format(R"sql(
        SELECT p.sku
          FROM {}_sales_lines AS s
          JOIN product AS p ON p.id = s.product_id
         WHERE s.date BETWEEN :first AND :last AND s.currency = :currency AND s.cost IS NULL
         GROUP BY p.id
         ORDER BY count(*) DESC, p.sku_key)sql",
                                              to_string(query.basis)));
    products.bind(":first", query.period.first)
        .bind(":last", query.period.last)
        .bind(":currency", setting(store, "currency"));
    std::string named;
    std::size_t count = 0;
    while (products.step())
        if (++count <= most_named)
            named.append(named.empty() ? "" : ", ").append(products.text(0));
    return count > most_named ? format("{} and {} more", named, count - most_named) : named;
}

} // namespace

std::string unknown_cost_warning(Store& store, const ReportQuery& query, const Sales& total)
{
    const auto products = named_products(store, query);
    if (query.known_costs)
        return format("{} lines without a known cost ({} net) are left out: {}",
                      total.lines_without_cost, to_string(total.net_without_cost), products);
    if (query.basis == Basis::ordered)
        return format("the cost of {} lines ({} net) is not known, or not before they are "
                      "delivered, their rows have no margin: {}",
                      total.lines_without_cost, to_string(total.net_without_cost), products);
    return format("the cost of {} lines ({} net) is not known, their rows have no margin: {}",
                  total.lines_without_cost, to_string(total.net_without_cost), products);
}

} // namespace crm

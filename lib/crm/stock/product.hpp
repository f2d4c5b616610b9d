// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/base/money.hpp"
#include "crm/base/tax.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crm
{

/// What is bought and sold: goods that lie in stock, or services that do not.
struct Product {
    std::int64_t id = 0;
    std::string sku;
    std::string name;
    std::optional<UnitPrice> price; ///< list price, net
    std::optional<UnitPrice> cost;  ///< what a unit usually costs
    std::string unit;
    TaxClass tax = TaxClass::standard;
    std::string group;
    std::string ean;
    std::optional<Quantity> reorder_at;
    std::optional<Quantity> order_up_to;
    bool stock = true; ///< without it: a service, which has no movements
    bool allow_negative = false;
    std::optional<Date> archived_on;
};

/// By SKU, its case ignored. Throws not_found with the SKUs that begin alike.
Product product_by_sku(Store& store, std::string_view sku);
/// Nothing if there is none.
std::optional<Product> find_product(Store& store, std::string_view sku);
Product product_by_id(Store& store, std::int64_t id);
/// Whether products are kept at all: before that nothing can be said about a SKU.
bool any_product(Store& store);

} // namespace crm

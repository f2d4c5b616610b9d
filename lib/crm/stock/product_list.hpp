// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/cell.hpp"
#include "crm/stock/product.hpp"

#include <functional>
#include <span>
#include <string>

namespace crm
{

/// One line of `product list` and `product export`: the product, its main supplier and its sums,
/// which a service has none of.
struct ProductRow {
    Product product;
    std::string supplier; ///< the contact's number
    std::string supplier_sku;
    std::optional<Quantity> on_hand;
    std::optional<Quantity> on_order;
};

std::span<const Column<ProductRow>> product_columns();

struct ProductFilter {
    std::optional<std::string> group_key;
    std::optional<std::int64_t> supplier_id; ///< the main one or not
    bool archived = false;                   ///< those, too
};

/// Hands the rows to `use` in the order of their SKUs, until it returns false.
void list_products(Store& store, const ProductFilter& filter,
                   const std::function<bool(const ProductRow&)>& use);
/// The row of one product. Throws not_found.
ProductRow product_row(Store& store, std::int64_t product_id);

} // namespace crm

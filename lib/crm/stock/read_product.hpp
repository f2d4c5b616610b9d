// SPDX-License-Identifier: MIT
#pragma once

#include "crm/stock/product.hpp"
#include "crm/store/statement.hpp"

#include <string_view>

namespace crm
{

/// The first columns of a query from `product AS p` whose rows read_product() reads.
constexpr std::string_view product_fields =
    "p.id, p.sku, p.name, p.price, p.cost, p.unit, p.tax, p.product_group, p.ean, p.reorder_at, "
    "p.order_up_to, p.stock, p.allow_negative, p.archived_on";
constexpr int product_fields_count = 14;

/// Reads into one for all rows, so that its strings keep their room.
void read_product(const Statement& query, Product& product);

} // namespace crm

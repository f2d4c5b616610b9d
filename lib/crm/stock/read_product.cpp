// SPDX-License-Identifier: MIT
#include "crm/stock/read_product.hpp"

#include "crm/stock/stored.hpp"

namespace crm
{

void read_product(const Statement& query, Product& product)
{
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
}

} // namespace crm

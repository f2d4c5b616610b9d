// SPDX-License-Identifier: MIT
#include "crm/cmd_stock.hpp"

#include "crm/commands.hpp"

namespace crm
{

namespace
{

void add_product_commands(const Noun& product)
{
    add_product_changes(product);
    add_product_reading(product);
    add_product_suppliers(product);
    add_product_import(product);
}

} // namespace

void add_stock_products(const Noun& noun)
{
    add_group(noun, "product", "what is bought and sold", add_product_commands);
}

void add_stock_commands(const Noun& noun)
{
    add_stock_products(noun);
    add_stock_listing(noun);
    add_stock_booking(noun);
    add_stock_counts(noun);
    add_stock_values(noun);
    add_stock_reorder(noun);
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/cmd_stock.hpp"
#include "crm/contact/resolve.hpp"
#include "crm/context.hpp"
#include "crm/flags.hpp"
#include "crm/record.hpp"
#include "crm/stock/group.hpp"
#include "crm/stock/product_list.hpp"
#include "crm/stock/supplier.hpp"

namespace crm
{

namespace
{

struct ListOptions {
    std::optional<std::string> group;
    std::optional<std::string> supplier;
    bool archived = false;
};

void declare_filter(CLI::App& verb, ListOptions& o)
{
    option(verb, "--group", o.group, "GROUP", "only of this group");
    option(verb, "--supplier", o.supplier, "CONTACT", "only what this contact sells to us");
}

void declare_list(CLI::App& verb, ListOptions& o)
{
    declare_filter(verb, o);
    flag(verb, "--archived", o.archived, "archived ones, too");
}

int print_products(Context& ctx, const ListOptions& o, bool archived)
{
    auto store = ctx.open_store();
    ProductFilter filter;
    filter.archived = archived;
    if (o.group)
        filter.group_key = find_group(store, *o.group).key;
    if (o.supplier)
        filter.supplier_id = contact_to_read(store, *o.supplier).id;
    return ctx.print_listing(product_columns(),
                             [&](const auto& use) { list_products(store, filter, use); });
}

int run_list(Context& ctx, const ListOptions& o)
{
    return print_products(ctx, o, o.archived);
}

int run_export(Context& ctx, const ListOptions& o)
{
    return print_products(ctx, o, true);
}

struct ShowOptions {
    std::string sku;
};

void declare_show(CLI::App& verb, ShowOptions& o)
{
    argument(verb, "sku", o.sku, "the product");
}

int run_show(Context& ctx, const ShowOptions& o)
{
    auto store = ctx.open_store();
    const auto row = product_row(store, product_by_sku(store, o.sku).id);
    const auto options = ctx.output_options();
    if (ctx.json() && options.columns.empty())
        return ctx.print_made<ProductRow>(row.product.sku, product_columns(), [&] { return row; });
    if (options.format != Format::table || !options.columns.empty())
        return ctx.print_listing(product_columns(), [&](const auto& use) { use(row); });
    print_record(ctx, product_columns(), row);
    list_suppliers(store, row.product.id, [&](const SupplierRow& supplier) {
        ctx.print_line("");
        print_record(ctx, supplier_columns().subspan(2), supplier); // the product is known
        return true;
    });
    return done;
}

} // namespace

void add_product_reading(const Noun& product)
{
    add_verb<ListOptions>(product, {"list", "list products"}, declare_list, run_list);
    add_verb<ShowOptions>(product, {"show", "a product with its suppliers"}, declare_show,
                          run_show);
    add_verb<ListOptions>(product, {"export", "export products with every field"}, declare_filter,
                          run_export);
}

} // namespace crm

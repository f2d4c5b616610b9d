// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/cmd_stock.hpp"
#include "crm/contact/resolve.hpp"
#include "crm/context.hpp"
#include "crm/counts.hpp"
#include "crm/flags.hpp"
#include "crm/stock/product.hpp"
#include "crm/stock/supplier.hpp"

namespace crm
{

namespace
{

struct AddOptions {
    std::string sku;
    std::string contact;
    std::optional<std::string> supplier_sku;
    std::optional<std::string> price;
    std::optional<std::string> min_quantity;
    std::optional<std::string> days;
    bool main = false;
};

void declare_add(CLI::App& verb, AddOptions& o)
{
    argument(verb, "sku", o.sku, "the product");
    argument(verb, "contact", o.contact, "who sells it to us: number or exact name");
    option(verb, "--sku", o.supplier_sku, "NUMBER", "the supplier's own number for it");
    option(verb, "--price", o.price, "AMOUNT", "the supplier's price of a unit, net");
    option(verb, "--min", o.min_quantity, "QUANTITY", "least quantity of an order");
    option(verb, "--days", o.days, "DAYS", "days from order to receipt");
    flag(verb, "--main", o.main, "reorders go there");
}

int run_add(Context& ctx, const AddOptions& o)
{
    auto store = ctx.open_store();
    Transaction transaction(store);
    auto supplier = product_supplier(store, product_by_sku(store, o.sku).id,
                                     contact_to_change(store, o.contact).id);
    if (o.supplier_sku)
        supplier.sku = trim(*o.supplier_sku);
    if (o.price)
        supplier.price = parse_unit_price(*o.price, ctx.decimal());
    if (o.min_quantity)
        supplier.min_quantity = parse_quantity(*o.min_quantity, ctx.decimal());
    if (o.days)
        supplier.days = parse_count("--days", *o.days);
    supplier.main = o.main;
    set_supplier(store, supplier);
    transaction.commit();
    return done;
}

struct ListOptions {
    std::optional<std::string> sku;
};

void declare_list(CLI::App& verb, ListOptions& o)
{
    optional_argument(verb, "sku", o.sku, "the product; all unless given");
}

int run_list(Context& ctx, const ListOptions& o)
{
    auto store = ctx.open_store();
    std::optional<std::int64_t> product_id;
    if (o.sku)
        product_id = product_by_sku(store, *o.sku).id;
    return ctx.print_listing(supplier_columns(),
                             [&](const auto& use) { list_suppliers(store, product_id, use); });
}

struct RemoveOptions {
    std::string sku;
    std::string contact;
};

void declare_remove(CLI::App& verb, RemoveOptions& o)
{
    argument(verb, "sku", o.sku, "the product");
    argument(verb, "contact", o.contact, "who sells it to us no more: number or exact name");
}

int run_remove(Context& ctx, const RemoveOptions& o)
{
    auto store = ctx.open_store();
    Transaction transaction(store);
    const auto product = product_by_sku(store, o.sku);
    const auto contact = contact_to_change(store, o.contact);
    if (!remove_supplier(store, product.id, contact.id))
        throw error(ErrorKind::not_found, "{} ({}) is no supplier of '{}'", contact.number,
                    contact.name, product.sku);
    transaction.commit();
    return done;
}

void add_supplier_commands(const Noun& supplier)
{
    add_verb<AddOptions>(supplier, {"add", "record or change who sells it to us", Access::writes},
                         declare_add, run_add);
    add_verb<ListOptions>(supplier, {"list", "who sells a product to us, the main one first"},
                          declare_list, run_list);
    add_verb<RemoveOptions>(supplier, {"remove", "take a supplier away", Access::writes},
                            declare_remove, run_remove);
}

} // namespace

void add_product_suppliers(const Noun& product)
{
    add_group(product, "supplier", "who sells a product to us", add_supplier_commands);
}

} // namespace crm

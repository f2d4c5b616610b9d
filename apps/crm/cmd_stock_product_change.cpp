// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/cmd_stock.hpp"
#include "crm/contact/resolve.hpp"
#include "crm/context.hpp"
#include "crm/flags.hpp"
#include "crm/stock/product_list.hpp"
#include "crm/stock/product_write.hpp"
#include "crm/stock/supplier.hpp"
#include "crm/tax_flag.hpp"
#include "crm/unset.hpp"

#include <array>

namespace crm
{

namespace
{

using Text = std::optional<std::string>;

/// What add and edit take about a product, as typed.
struct ProductFlags {
    Text price, cost, unit, tax, group;
    Text supplier, supplier_sku;
    Text ean, reorder_at, order_up_to;
    bool no_stock = false;
    bool allow_negative = false;

    bool operator==(const ProductFlags&) const = default;
};

void declare_flags(CLI::App& verb, ProductFlags& o)
{
    option(verb, "--price", o.price, "AMOUNT", "list price of a unit, net");
    option(verb, "--cost", o.cost, "AMOUNT", "what a unit usually costs");
    option(verb, "--unit", o.unit, "UNIT", "what it is counted in");
    option(verb, "--tax", o.tax, "TAX", "its class of VAT, standard unless given");
    option(verb, "--group", o.group, "GROUP", "the group it belongs to");
    option(verb, "--supplier", o.supplier, "CONTACT", "who mainly sells it to us");
    option(verb, "--supplier-sku", o.supplier_sku, "NUMBER", "the main supplier's number for it");
    option(verb, "--ean", o.ean, "EAN", "its EAN (GTIN)");
    option(verb, "--reorder-at", o.reorder_at, "QUANTITY", "stock at which it is to be reordered");
    option(verb, "--order-up-to", o.order_up_to, "QUANTITY", "stock that a reorder fills up to");
    flag(verb, "--no-stock", o.no_stock, "a service: it does not lie in stock");
    flag(verb, "--allow-negative", o.allow_negative, "more may go out than is there");
}

/// Puts what is given into the product, all but its supplier.
void apply(const ProductFlags& o, Product& product, Decimal decimal)
{
    if (o.price)
        product.price = parse_unit_price(*o.price, decimal);
    if (o.cost)
        product.cost = parse_unit_price(*o.cost, decimal);
    if (o.unit)
        product.unit = trim(*o.unit);
    if (o.tax)
        product.tax = parse_tax(*o.tax);
    if (o.group)
        product.group = trim(*o.group);
    if (o.ean)
        product.ean = checked_ean(*o.ean);
    if (o.reorder_at)
        product.reorder_at = parse_quantity(*o.reorder_at, decimal);
    if (o.order_up_to)
        product.order_up_to = parse_quantity(*o.order_up_to, decimal);
    product.stock = product.stock && !o.no_stock;
    product.allow_negative = product.allow_negative || o.allow_negative;
}

void apply_supplier(Store& store, const ProductFlags& o, const Product& product)
{
    if (!o.supplier && !o.supplier_sku)
        return;
    const auto id = o.supplier ? std::optional(contact_to_change(store, *o.supplier).id)
                               : main_supplier(store, product.id);
    if (!id)
        throw error(ErrorKind::rejected, "'{}' has no supplier", product.sku)
            .with_hint("say who it is with --supplier CONTACT");
    auto supplier = product_supplier(store, product.id, *id);
    supplier.main = true;
    if (o.supplier_sku)
        supplier.sku = trim(*o.supplier_sku);
    set_supplier(store, supplier);
}

struct AddOptions {
    std::string sku;
    std::string name;
    ProductFlags flags;
};

void declare_add(CLI::App& verb, AddOptions& o)
{
    argument(verb, "sku", o.sku, "its number");
    argument(verb, "name", o.name, "its name");
    declare_flags(verb, o.flags);
}

int run_add(Context& ctx, const AddOptions& o)
{
    Product product;
    product.sku = trim(o.sku);
    product.name = trim(o.name);
    apply(o.flags, product, ctx.decimal());
    auto store = ctx.open_store();
    Transaction transaction(store);
    product.id = add_product(store, product);
    apply_supplier(store, o.flags, product);
    transaction.commit();
    return ctx.print_made<ProductRow>(product.sku, product_columns(),
                                      [&] { return product_row(store, product.id); });
}

struct EditOptions {
    std::string sku;
    Text name;
    ProductFlags flags;
    std::vector<std::string> unset;

    bool operator==(const EditOptions&) const = default;
};

void declare_edit(CLI::App& verb, EditOptions& o)
{
    argument(verb, "sku", o.sku, "the product, or - for SKUs on standard input");
    option(verb, "--name", o.name, "NAME", "new name");
    declare_flags(verb, o.flags);
    repeatable(verb, "--unset", o.unset, "PRODUCT-FIELD", "takes away what is recorded");
}

constexpr std::string_view supplier_field = "supplier";

constexpr std::array<Unset<Product>, 10> unsets = {{
    {"price", [](Product& p) { p.price.reset(); }},
    {"cost", [](Product& p) { p.cost.reset(); }},
    {"unit", [](Product& p) { p.unit.clear(); }},
    {"group", [](Product& p) { p.group.clear(); }},
    {supplier_field, [](Product&) {}}, // is no value of the product itself
    {"ean", [](Product& p) { p.ean.clear(); }},
    {"reorder-at", [](Product& p) { p.reorder_at.reset(); }},
    {"order-up-to", [](Product& p) { p.order_up_to.reset(); }},
    {"no-stock", [](Product& p) { p.stock = true; }},
    {"allow-negative", [](Product& p) { p.allow_negative = false; }},
}};

void unset(Store& store, Product& product, const std::string& field)
{
    unset_field<Product>(unsets, product, field);
    if (field != supplier_field)
        return;
    if (const auto supplier = main_supplier(store, product.id))
        remove_supplier(store, product.id, *supplier);
}

/// Runs `change(store, product)` for a SKU, or for every one on standard input if it is "-", all in
/// one transaction. With "-" the SKUs are printed, one a line.
template<class Change>
int change_each_product(Context& ctx, const std::string& sku, Change change)
{
    auto store = ctx.open_store();
    const auto targets = ctx.targets(sku); // read before anything is locked
    Transaction transaction(store);
    for (const auto& each : targets) {
        auto product = product_by_sku(store, each);
        change(store, product);
        if (sku == "-")
            ctx.print_line(product.sku);
    }
    transaction.commit();
    return done;
}

int run_edit(Context& ctx, const EditOptions& o)
{
    EditOptions nothing;
    nothing.sku = o.sku;
    if (o == nothing)
        throw error(ErrorKind::usage, "there is nothing to change")
            .with_hint("say what, as in --price 12.50; see 'crm stock product edit --help'");
    return change_each_product(ctx, o.sku, [&](Store& store, Product& product) {
        for (const auto& field : o.unset)
            unset(store, product, field);
        if (o.name)
            product.name = trim(*o.name);
        apply(o.flags, product, ctx.decimal());
        change_product(store, product);
        apply_supplier(store, o.flags, product);
    });
}

struct SkuOptions {
    std::string sku;
};

void declare_sku(CLI::App& verb, SkuOptions& o)
{
    argument(verb, "sku", o.sku, "the product, or - for SKUs on standard input");
}

int run_archive(Context& ctx, const SkuOptions& o)
{
    return change_each_product(ctx, o.sku, [&](Store& store, const Product& product) {
        archive_product(store, product.id, product.archived_on.value_or(ctx.today()));
    });
}

int run_unarchive(Context& ctx, const SkuOptions& o)
{
    return change_each_product(ctx, o.sku, [&](Store& store, const Product& product) {
        archive_product(store, product.id, std::nullopt);
    });
}

} // namespace

void add_product_changes(const Noun& product)
{
    add_verb<AddOptions>(product, {"add", "make a product", Access::writes}, declare_add, run_add);
    add_verb<EditOptions>(product, {"edit", "change a product", Access::writes}, declare_edit,
                          run_edit);
    add_verb<SkuOptions>(product, {"archive", "hide a product from lists", Access::writes},
                         declare_sku, run_archive);
    add_verb<SkuOptions>(product, {"unarchive", "show a product again", Access::writes},
                         declare_sku, run_unarchive);
}

} // namespace crm

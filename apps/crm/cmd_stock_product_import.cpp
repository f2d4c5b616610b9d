// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/cmd_stock.hpp"
#include "crm/flags.hpp"
#include "crm/log_flags.hpp"
#include "crm/stock/product_import.hpp"
#include "crm/table_import.hpp"

namespace crm
{

namespace
{

struct ImportFlags {
    TableImportFlags table;
    std::optional<std::string> date;
    std::optional<std::string> on_duplicate;
};

void declare_import(CLI::App& verb, ImportFlags& o)
{
    declare_table_import(verb, o.table, "CSV file, or - for standard input");
    option(verb, "--date", o.date, "DATE",
           "the day on which 'on_hand' is there, today unless given");
    option(verb, "--on-duplicate", o.on_duplicate, "KNOWN-PRODUCTS",
           "what becomes of products that are there already");
}

bool parse_update(const std::string& typed)
{
    if (typed == "skip" || typed == "update")
        return typed == "update";
    throw error(ErrorKind::usage, "'{}' is no value for --on-duplicate", typed)
        .with_hint("one of: skip, update");
}

int run_import(Context& ctx, const ImportFlags& o)
{
    ProductImportOptions options;
    options.update = parse_update(o.on_duplicate.value_or("skip"));
    options.skip_errors = o.table.skip_errors;
    options.decimal = ctx.decimal();
    options.today = ctx.today();
    options.opening = ctx.now();
    if (o.date)
        options.opening.day = parse_date(*o.date, ctx.today());
    warn_of_future(ctx, options.opening);
    return run_keyed_import(ctx, o.table, product_import_keys(),
                            [&](Store& store, KeyedTable& table, const ImportEvents& events) {
                                return import_products(store, table, options, events);
                            });
}

} // namespace

void add_product_import(const Noun& product)
{
    add_verb<ImportFlags>(product, {"import", "import products from a CSV file", Access::writes},
                          declare_import, run_import);
}

} // namespace crm

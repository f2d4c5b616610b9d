// SPDX-License-Identifier: MIT
#include "crm/cmd_order.hpp"
#include "crm/flags.hpp"
#include "crm/log_flags.hpp"
#include "crm/order/import.hpp"
#include "crm/table_import.hpp"

namespace crm
{

namespace
{

struct ImportOptions {
    TableImportFlags table;
    bool historical = false;
};

void declare_import(CLI::App& verb, ImportOptions& o)
{
    declare_table_import(verb, o.table, "CSV file, one row a line, or - for standard input");
    flag(verb, "--historical", o.historical,
         "record them afterwards: no stock is moved or reserved, no item opened");
}

int run_import(Context& ctx, const ImportOptions& o)
{
    OrderImportOptions options;
    options.now = log_now(ctx);
    options.decimal = ctx.decimal();
    options.historical = o.historical;
    options.skip_errors = o.table.skip_errors;
    return run_keyed_import(ctx, o.table, order_import_keys(),
                            [&](Store& store, KeyedTable& table, const ImportEvents& events) {
                                return import_orders(store, table, options, events);
                            });
}

} // namespace

void add_order_import(const Noun& noun)
{
    add_verb<ImportOptions>(
        noun, {"import", "import orders with their lines from a CSV file", Access::writes},
        declare_import, run_import);
}

} // namespace crm

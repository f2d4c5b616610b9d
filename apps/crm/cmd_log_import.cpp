// SPDX-License-Identifier: MIT
#include "crm/cmd_log.hpp"
#include "crm/log/import.hpp"
#include "crm/log_flags.hpp"
#include "crm/table_import.hpp"

namespace crm
{

namespace
{

void declare_import(CLI::App& verb, TableImportFlags& o)
{
    declare_table_import(verb, o, "CSV file, or - for standard input");
}

int run_import(Context& ctx, const TableImportFlags& o)
{
    return run_keyed_import(ctx, o, log_import_keys(),
                            [&](Store& store, KeyedTable& table, const ImportEvents& events) {
                                return import_log(store, table, o.skip_errors, ctx.today(),
                                                  log_order_ids(store), events);
                            });
}

} // namespace

void add_log_import(const Noun& noun)
{
    add_verb<TableImportFlags>(noun,
                               {"import", "import log entries from a CSV file", Access::writes},
                               declare_import, run_import);
}

} // namespace crm

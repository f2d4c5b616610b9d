// SPDX-License-Identifier: MIT
#include "crm/cmd_log.hpp"
#include "crm/log/import.hpp"
#include "crm/rejects.hpp"
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
    std::vector<LogSetting> settings;
    for (const auto& setting : o.settings)
        settings.push_back(parse_log_setting(setting));
    auto text = open_text(o);
    LogCsv csv(text, parse_delimiter(o.delimiter), all_mappings(o, parse_log_mapping), settings);
    warn_of_columns(ctx, csv.columns().unknown());
    RejectedRows rows(o.rejects, csv.header());
    return run_table_import(
        ctx, text, rejected_rows(rows), [&](Store& store, const ImportEvents& events) {
            return import_log(store, csv, settings, o.skip_errors, ctx.today(), events);
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

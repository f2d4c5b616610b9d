// SPDX-License-Identifier: MIT
#include "crm/common_options.hpp"

#include "crm/base/error.hpp"
#include "crm/environment.hpp"
#include "crm/flags.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <fstream>
#include <set>

namespace crm
{

namespace
{

void apply_file(CLI::App& root, CommonOptions& options, const std::string& file,
                bool stdout_is_terminal)
{
    std::ifstream in(file);
    if (!in)
        throw error(ErrorKind::io, "cannot read the configuration file '{}'", file);
    static const std::set<std::string> for_terminals = {"format", "columns", "csv-dialect"};
    for (const auto& item : CLI::ConfigTOML().from_config(in)) {
        if (item.name == "++" || item.name == "--") // a [section] begins or ends, for CLI11
            continue;
        auto* target = item.parents.empty() ? root.get_option_no_throw("--" + item.name) : nullptr;
        if (target == nullptr || item.inputs.empty() || item.name == "config")
            throw error(ErrorKind::usage, "unknown key '{}' in the configuration file '{}'",
                        item.fullname(), file)
                .with_hint("keys are the names of the common options, as in: format = \"csv\"");
        if (target->count() > 0 || (for_terminals.contains(item.name) && !stdout_is_terminal))
            continue;
        if (item.name == "columns") {
            options.usual_columns = options.usual_columns.value_or(item.inputs.front());
            continue;
        }
        target->add_result(item.inputs.front());
        target->run_callback();
    }
}

} // namespace

void add_common_options(CLI::App& root, CommonOptions& o)
{
    option(root, "--db", o.db, "FILE", "the database").or_from("CRM_DB");
    option(root, "--user", o.user, "STAFF", "who is acting, a staff code").or_from("CRM_USER");
    option(root, "--config", o.config, "FILE", "personal defaults (TOML)").or_from("CRM_CONFIG");
    option(root, "-f,--format", o.format, "FORMAT", "how results are printed")
        .or_from("CRM_FORMAT");
    option(root, "--csv-dialect", o.csv_dialect, "DIALECT", "how CSV is written")
        .or_from("CRM_CSV_DIALECT");
    option(root, "--decimal", o.decimal, "MARK", "how amounts are read");
    option(root, "-c,--columns", o.columns, "KEYS", "choose and order columns, as in a,b,c");
    option(root, "--sort", o.sort, "KEYS", "sort by columns, as in a,-b");
    option(root, "--limit", o.limit, "N", "stop after N rows");
    flag(root, "--no-header", o.no_header, "leave out the heading");
    option(root, "-o,--output", o.output, "FILE",
           "write to a file, replaced only on success; - is standard output");
    flag(root, "--if-any", o.if_any, "without rows print nothing and exit with 1");
    option(root, "--color", o.color, "WHEN", "whether to use colour");
    option(root, "--progress", o.progress, "WHEN", "whether to show a progress bar");
    option(root, "--busy-timeout", o.busy_timeout, "SECONDS", "how long to wait for other writers");
    flag(root, "-y,--yes", o.yes, "answer questions with yes");
    flag(root, "-q,--quiet", o.quiet, "no words on standard error but warnings and errors");
    option(root, "--today", o.today, "DATE", "the day to work on").or_from("CRM_TODAY");
}

void apply_config_files(CLI::App& root, CommonOptions& options, bool stdout_is_terminal)
{
    const std::string system_wide = "/etc/crm/config.toml";
    const auto personal = options.config.value_or(default_config_file());
    // The personal file first: what it sets, the system-wide one no longer changes. One in a folder
    // that may not be entered, as that of the user before su, is somebody else's.
    std::error_code hidden;
    if (options.config || std::filesystem::exists(personal, hidden))
        apply_file(root, options, personal, stdout_is_terminal);
    if (std::filesystem::exists(system_wide, hidden))
        apply_file(root, options, system_wide, stdout_is_terminal);
}

} // namespace crm

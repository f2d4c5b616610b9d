// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

namespace CLI
{
class App;
}

namespace crm
{

/// The options of every command, as typed (cli.md 1); Context gives them their meaning.
struct CommonOptions {
    std::optional<std::string> db;
    std::optional<std::string> user;
    std::optional<std::string> config;
    std::optional<std::string> format;
    std::optional<std::string> csv_dialect;
    std::optional<std::string> decimal;
    std::optional<std::string> columns;
    std::optional<std::string> usual_columns; ///< those of a configuration file
    std::optional<std::string> sort;
    std::optional<std::string> limit;
    bool no_header = false;
    std::optional<std::string> output;
    bool if_any = false;
    std::optional<std::string> color;
    std::optional<std::string> progress;
    std::optional<std::string> busy_timeout;
    bool yes = false;
    bool quiet = false;
    std::optional<std::string> today;
};

/// Declares them on the root; every verb accepts them before or after its name.
void add_common_options(CLI::App& root, CommonOptions& options);

/// Fills what neither the command line nor the environment gave from /etc/crm/config.toml and the
/// personal file, which wins. Columns are usual ones then: for listings that have them. A named
/// file that is not there is an io error, an unknown key a usage error.
void apply_config_files(CLI::App& root, CommonOptions& options, bool stdout_is_terminal);

} // namespace crm

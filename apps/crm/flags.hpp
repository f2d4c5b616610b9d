// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

#include <optional>
#include <string>
#include <vector>

namespace crm
{

// How options are declared, so that all of them behave alike: each takes its value as text, whose
// meaning is made when the verb runs; a repeatable one takes one value each time.

/// An option with a value. `value_name` is in capitals, `summary` without full stop.
CLI::Option* option(CLI::App& verb, const char* names, std::optional<std::string>& value,
                    const char* value_name, const char* summary);
/// An option that may be given several times, one value each.
CLI::Option* repeatable(CLI::App& verb, const char* names, std::vector<std::string>& values,
                        const char* value_name, const char* summary);
CLI::Option* flag(CLI::App& verb, const char* names, bool& value, const char* summary);
/// A positional argument that must be there.
CLI::Option* argument(CLI::App& verb, const char* name, std::string& value, const char* summary);
CLI::Option* optional_argument(CLI::App& verb, const char* name, std::optional<std::string>& value,
                               const char* summary);
/// One or more positional arguments, the last of a verb.
CLI::Option* arguments(CLI::App& verb, const char* name, std::vector<std::string>& values,
                       const char* summary);

/// The same, but there may be none.
CLI::Option* optional_arguments(CLI::App& verb, const char* name, std::vector<std::string>& values,
                                const char* summary);

} // namespace crm

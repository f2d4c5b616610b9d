// SPDX-License-Identifier: MIT
#pragma once

#include "crm/cli.hpp"

#include <optional>
#include <string>
#include <vector>

namespace crm
{

// The live command tree as plain data: the help, the manual pages and the completions are made of
// it, so none of them can tell anything else than the parser does.

struct OptionDescription {
    std::vector<std::string> names; ///< as typed: "-f", "--format"
    std::string value;              ///< its name in capitals, "FORMAT"; empty for a flag
    std::string extra_choice;       ///< a word besides value_choices(value), or empty
    std::string summary;
    std::string variable; ///< the environment variable that stands in for it, or empty
    bool repeatable = false;
    bool required = false;
};

struct ArgumentDescription {
    std::string name; ///< in capitals, "CONTACT"
    std::string summary;
    bool repeatable = false;
    bool required = false;
};

struct CommandDescription {
    std::string path; ///< "crm contact address add"
    std::string name; ///< "add"
    std::string summary;
    std::optional<Access> access; ///< empty for a noun
    std::string extra_format;     ///< a format besides the common ones, or empty
    std::vector<ArgumentDescription> arguments;
    std::vector<OptionDescription> options; ///< its own; the root has the common ones
    std::vector<CommandDescription> commands;
};

/// An argument's name as the help writes it, "CONTACT".
std::string argument_name(const CLI::Option& argument);

/// The whole tree as far as `cli` has declared it.
CommandDescription describe(const Cli& cli);

/// The command that parsing reached before it ended, for `--help`.
CommandDescription describe_reached(const Cli& cli);

/// The command and all below it, each before its own.
std::vector<const CommandDescription*> commands_of(const CommandDescription& root);

/// The options that completion has to know for a command besides the common ones: its own, and
/// `--format` again where it has a format more.
std::vector<OptionDescription> completed_options(const CommandDescription& command,
                                                 const CommandDescription& root);

/// The words that the option's value can be, if they are known.
std::vector<std::string> choices_of(const OptionDescription& option);

/// The summary with what else is known: choices, "required", "repeatable", environment variable.
std::string full_summary(const OptionDescription& option);
std::string full_summary(const ArgumentDescription& argument);

/// "CONTACT", "[CONTACT]", "TAG…" or "[TAG…]": how an argument is written in a usage line.
std::string notation(const ArgumentDescription& argument);

/// What has to be typed, in order: "crm contact address add CONTACT --as USE [OPTIONS]".
std::string usage(const CommandDescription& command);

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/describe.hpp"

#include "crm/base/items.hpp"
#include "crm/value_kinds.hpp"

#include <algorithm>

namespace crm
{

namespace
{

OptionDescription describe_option(const CLI::Option& option)
{
    OptionDescription result;
    for (const auto& letter : option.get_snames())
        result.names.push_back("-" + letter);
    for (const auto& word : option.get_lnames())
        result.names.push_back("--" + word);
    // CLI11 2.1.2 knows a flag by taking as little as no value at all.
    const bool is_flag = option.get_expected_min() == 0;
    result.value = is_flag ? "" : option.get_type_name();
    result.summary = option.get_description();
    result.variable = option.get_envname();
    result.repeatable = !is_flag && option.get_expected_max() > 1;
    result.required = option.get_required();
    return result;
}

ArgumentDescription describe_argument(const CLI::Option& option)
{
    return {argument_name(option), option.get_description(), option.get_expected_max() > 1,
            option.get_required()};
}

CommandDescription describe_command(const CLI::App& app, const Selection& selection,
                                    const std::string& path)
{
    CommandDescription result;
    result.path = path.empty() ? app.get_name() : path + ' ' + app.get_name();
    result.name = app.get_name();
    result.summary = app.get_description();
    if (const auto verb = selection.verbs.find(&app); verb != selection.verbs.end()) {
        result.access = verb->second.access;
        if (verb->second.extra_format != nullptr)
            result.extra_format = verb->second.extra_format;
    }
    for (const auto* option : app.get_options()) {
        // Every command has a help flag of its own, inherited from the root.
        if (option == app.get_help_ptr() && app.get_parent() != nullptr)
            continue;
        if (option->get_positional())
            result.arguments.push_back(describe_argument(*option));
        else
            result.options.push_back(describe_option(*option));
    }
    // What all commands share comes after what is a command's own.
    std::stable_partition(result.options.begin(), result.options.end(), [](const auto& option) {
        const auto& name = option.names.back();
        return name != "--help" && name != "--version" && name != "--dry-run";
    });
    for (const auto* child : app.get_subcommands({}))
        result.commands.push_back(describe_command(*child, selection, result.path));
    return result;
}

std::string parent_path(const CLI::App& app)
{
    const auto* parent = app.get_parent();
    if (parent == nullptr)
        return "";
    const auto above = parent_path(*parent);
    return above.empty() ? parent->get_name() : above + ' ' + parent->get_name();
}

} // namespace

std::string argument_name(const CLI::Option& argument)
{
    auto name = argument.get_name(true);
    for (char& c : name)
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    return name;
}

CommandDescription describe(const Cli& cli)
{
    return describe_command(cli.app, cli.selection, "");
}

CommandDescription describe_reached(const Cli& cli)
{
    const CLI::App* app = &cli.app;
    while (!app->get_subcommands().empty())
        app = app->get_subcommands().back();
    return describe_command(*app, cli.selection, parent_path(*app));
}

std::vector<const CommandDescription*> commands_of(const CommandDescription& root)
{
    std::vector<const CommandDescription*> all = {&root};
    for (const auto& child : root.commands) {
        const auto below = commands_of(child);
        all.insert(all.end(), below.begin(), below.end());
    }
    return all;
}

std::vector<OptionDescription> completed_options(const CommandDescription& command,
                                                 const CommandDescription& root)
{
    auto options = command.options;
    if (command.extra_format.empty())
        return options;
    for (const auto& option : root.options)
        if (option.value == "FORMAT") {
            options.push_back(option);
            options.back().extra_choice = command.extra_format;
        }
    return options;
}

std::vector<std::string> choices_of(const OptionDescription& option)
{
    auto words = value_choices(option.value);
    if (!option.extra_choice.empty())
        words.push_back(option.extra_choice);
    return words;
}

std::string full_summary(const OptionDescription& option)
{
    auto text = option.summary;
    const auto choices = choices_of(option);
    if (!choices.empty())
        text += ": " + joined(choices);
    if (option.required)
        text += " (required)";
    if (option.repeatable)
        text += " (repeatable)";
    return option.variable.empty() ? text : text + " ($" + option.variable + ')';
}

std::string full_summary(const ArgumentDescription& argument)
{
    const auto choices = value_choices(argument.name);
    return choices.empty() ? argument.summary : argument.summary + ": " + joined(choices);
}

std::string notation(const ArgumentDescription& argument)
{
    const auto name = argument.name + (argument.repeatable ? "…" : "");
    return argument.required ? name : '[' + name + ']';
}

std::string usage(const CommandDescription& command)
{
    auto line = command.path;
    if (!command.commands.empty())
        line += " COMMAND";
    for (const auto& argument : command.arguments)
        line += ' ' + notation(argument);
    for (const auto& option : command.options)
        if (option.required)
            line += ' ' + option.names.back() + ' ' + option.value;
    return line + " [OPTIONS]";
}

} // namespace crm

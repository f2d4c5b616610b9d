// SPDX-License-Identifier: MIT
#include "crm/complete.hpp"
#include "crm/value_kinds.hpp"

#include <fmt/format.h>

namespace crm
{

namespace
{

constexpr const char* head = R"sh(# Completion of crm for fish; made by `crm __generate fish`.

# Prints the command that has been typed so far, then how many arguments follow it.
function __crm_state
    set -l path crm
    set -l count 0
    set -l skip 0
    set -l plain 0
    for word in (commandline -opc)[2..-1]
        if test $skip = 1
            set skip 0
        else if test $plain = 0; and string match -qr -- '^-' $word
            test "$word" = --; and set plain 1
            contains -- $word (__crm_value_options crm) (__crm_value_options $path); and set skip 1
        else if test $count = 0; and contains -- "$path $word" (__crm_commands)
            set path "$path $word"
        else
            set count (math $count + 1)
        end
    end
    printf '%s\n' $path $count
end

# Whether the command $argv[1] has been typed, and $argv[2] arguments ("2+": at least so many).
function __crm_at
    set -l state (__crm_state)
    test "$state[1]" = "$argv[1]"; or return 1
    switch "$argv[2]"
        case ''
            return 0
        case '*+'
            test $state[2] -ge (string trim -c + $argv[2])
        case '*'
            test $state[2] = $argv[2]
    end
end

# Prints what the database has of $argv[1].
function __crm_stored
    set -l words (commandline -opc)
    set -l database
    if set -l place (contains -i -- --db $words)
        set database CRM_DB=$words[(math $place + 1)]
    else if set -l given (string replace -f -- --db= '' $words)
        set database CRM_DB=$given[-1]
    end
    set -l typed (commandline -ct | string replace -r -- '^--[^=]*=' '' | string unescape)
    env $database $words[1] __complete $argv[1] "$typed" 2>/dev/null
end

)sh";

std::string in_quotes(std::string_view text)
{
    std::string result = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\')
            result += '\\';
        result += c;
    }
    return result + '\'';
}

std::string command_list(const CommandDescription& root)
{
    std::string text = "function __crm_commands\n    printf '%s\\n'";
    for (const auto* command : commands_of(root))
        text += " \\\n        " + in_quotes(command->path);
    return text + "\nend\n\n";
}

std::string value_option_list(const CommandDescription& root)
{
    std::string text = "# Prints the options of a command that take a value.\n"
                       "function __crm_value_options\n    switch $argv[1]\n";
    for (const auto* command : commands_of(root)) {
        std::string names;
        for (const auto& option : command->options)
            for (const auto& name : option.names)
                if (!option.value.empty())
                    names += ' ' + name;
        if (!names.empty())
            text += fmt::format("        case {}\n            printf '%s\\n'{}\n",
                                in_quotes(command->path), names);
    }
    return text + "    end\nend\n\n";
}

/// What completes a value: "-x -a '…'", "-r -F"; for an argument without the "-x".
std::string value_action(const std::string& value, const std::vector<std::string>& choices)
{
    switch (value_source(value)) {
    case ValueSource::free:
        return "";
    case ValueSource::choices: {
        std::string words;
        for (const auto& choice : choices)
            words += (words.empty() ? "" : " ") + in_quotes(choice);
        return " -a " + in_quotes(words);
    }
    case ValueSource::files:
        return " -F";
    case ValueSource::folders:
        return " -a '(__fish_complete_directories)'";
    default:
        return fmt::format(" -a '(__crm_stored {})'", source_word(value_source(value)));
    }
}

std::string option_lines(const std::vector<OptionDescription>& options,
                         const std::string& condition)
{
    std::string lines;
    for (const auto& option : options) {
        lines += "complete -c crm" + condition;
        for (const auto& name : option.names)
            lines += name.size() == 2 ? " -s " + name.substr(1) : " -l " + name.substr(2);
        if (!option.value.empty()) {
            const auto action = value_action(option.value, choices_of(option));
            lines += (action == " -F" ? " -r" : " -x") + action;
        }
        lines += " -d " + in_quotes(option.summary) + '\n';
    }
    return lines;
}

std::string command_lines(const CommandDescription& command, const CommandDescription& root)
{
    std::string lines;
    for (const auto& child : command.commands)
        lines += fmt::format("complete -c crm -n {} -a {} -d {}\n",
                             in_quotes(fmt::format("__crm_at \"{}\" 0", command.path)), child.name,
                             in_quotes(child.summary));
    std::size_t position = 0;
    for (const auto& argument : command.arguments) {
        const auto place = std::to_string(position++) + (argument.repeatable ? "+" : "");
        const auto action = value_action(argument.name, value_choices(argument.name));
        if (!action.empty())
            lines += fmt::format("complete -c crm -n {}{}\n",
                                 in_quotes(fmt::format("__crm_at \"{}\" {}", command.path, place)),
                                 action);
    }
    if (&command != &root)
        lines += option_lines(completed_options(command, root),
                              " -n " + in_quotes(fmt::format("__crm_at \"{}\"", command.path)));
    return lines;
}

} // namespace

std::string fish_completion(const CommandDescription& root)
{
    std::string script = head + command_list(root) + value_option_list(root);
    script += "complete -c crm -f\n" + option_lines(root.options, "");
    for (const auto* command : commands_of(root))
        script += command_lines(*command, root);
    return script;
}

} // namespace crm

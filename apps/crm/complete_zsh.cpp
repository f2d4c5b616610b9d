// SPDX-License-Identifier: MIT
#include "crm/complete.hpp"
#include "crm/value_kinds.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace crm
{

namespace
{

constexpr const char* head = R"sh(#compdef crm
# Completion of crm for zsh; made by `crm __generate zsh`.

# Offers what the database has of the last argument; the others are compadd's.
_crm_stored()
{
    local -a found
    local MATCH MBEGIN MEND
    found=(${(f)"$(CRM_DB=${_crm_database:-$CRM_DB} $_crm_program __complete $@[-1] ${(Q)PREFIX} 2>/dev/null)"})
    compadd -M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}' "${@[1,-2]}" -a found
}

# Completes a noun: one of its commands, then what that one takes.
_crm_noun()
{
    local noun=$1 curcontext=$curcontext state line
    local -a commands
    local -A opt_args
    commands=("${@:2}")
    _arguments -C -S -s -A '-*' "${_crm_common[@]}" '1:command:{_describe command commands}' '*:: :->rest' && return
    [[ -n $opt_args[--db] ]] && _crm_database=${(Q)opt_args[--db]/#\~\//$HOME/}
    [[ $state == rest ]] && _call_function - ${noun}_$words[1]
}

# Completes a command with options and arguments as _arguments takes them. One with a format of its
# own brings --format itself.
_crm_verb()
{
    local curcontext=$curcontext state line
    local -A opt_args
    local -a common
    common=("${_crm_common[@]}")
    [[ "$*" == *--format=* ]] && common=("${(@)common:#*(-f|--format)[+=]*}")
    _arguments -S -s "$@" "${common[@]}"
}

)sh";

constexpr const char* entry = R"sh(_crm()
{
    local _crm_program=$words[1] _crm_database=
    local -a _crm_common
    _crm_common=(
)sh";

constexpr const char* tail = R"sh(    )
    [[ $_crm_program == \~/* ]] && _crm_program=$HOME/${_crm_program#\~/}
    _crm_at
}

_crm "$@"
)sh";

/// Puts a backslash before each of `special`.
std::string escaped(std::string_view text, std::string_view special)
{
    std::string result;
    for (const char c : text) {
        if (special.find(c) != special.npos)
            result += '\\';
        result += c;
    }
    return result;
}

/// In single quotes.
std::string in_quotes(std::string_view text)
{
    std::string result = "'";
    for (const char c : text)
        result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return result + '\'';
}

/// What follows an option or argument in a specification: the name of its value and the action.
std::string value_spec(const std::string& value, const std::vector<std::string>& choices)
{
    const auto spec = ':' + value + ':';
    switch (value_source(value)) {
    case ValueSource::free:
        return spec + ' ';
    case ValueSource::choices: {
        std::string words;
        for (const auto& choice : choices)
            words += (words.empty() ? "" : " ") + escaped(choice, ";,:|&<>()*?\\");
        return spec + '(' + words + ')';
    }
    case ValueSource::files:
        return spec + "_files";
    case ValueSource::folders:
        return spec + "_files -/";
    default:
        return spec + "_crm_stored " + std::string(source_word(value_source(value)));
    }
}

std::string option_specs(const std::vector<OptionDescription>& options)
{
    std::string specs;
    for (const auto& option : options) {
        std::string others;
        for (const auto& name : option.names)
            others += (others.empty() ? "" : " ") + name;
        for (const auto& name : option.names) {
            std::string spec = option.repeatable ? "*" : '(' + others + ')';
            spec += name;
            if (!option.value.empty())
                spec += name.size() == 2 ? "+" : "=";
            spec += '[' + escaped(option.summary, "[]:\\") + ']';
            if (!option.value.empty())
                spec += value_spec(option.value, choices_of(option));
            specs += "        " + in_quotes(spec) + '\n';
        }
    }
    return specs;
}

std::string argument_specs(const CommandDescription& command)
{
    std::string specs;
    int position = 0;
    for (const auto& argument : command.arguments) {
        auto spec = argument.repeatable ? std::string("*") : std::to_string(++position);
        if (!argument.required && !argument.repeatable)
            spec += ':';
        spec += value_spec(argument.name, value_choices(argument.name));
        specs += "        " + in_quotes(spec) + '\n';
    }
    return specs;
}

std::string function_name(const CommandDescription& command)
{
    auto name = "_crm_at" + command.path.substr(std::string_view("crm").size());
    std::replace(name.begin(), name.end(), ' ', '_');
    return name;
}

std::string command_function(const CommandDescription& command, const CommandDescription& root)
{
    std::string words;
    std::string helper = "_crm_verb";
    if (command.commands.empty())
        words = option_specs(completed_options(command, root)) + argument_specs(command);
    else {
        helper = "_crm_noun " + function_name(command);
        for (const auto& child : command.commands)
            words += "        " +
                     in_quotes(escaped(child.name, ":\\") + ':' + escaped(child.summary, "\\")) +
                     '\n';
    }
    if (!words.empty())
        words.pop_back();
    std::string continued;
    for (const char c : words)
        continued += c == '\n' ? std::string(" \\\n") : std::string(1, c);
    return fmt::format("{}()\n{{\n    {}{}{}\n}}\n\n", function_name(command), helper,
                       continued.empty() ? "" : " \\\n", continued);
}

} // namespace

std::string zsh_completion(const CommandDescription& root)
{
    std::string script = head;
    for (const auto* command : commands_of(root))
        script += command_function(*command, root);
    return script + entry + option_specs(root.options) + tail;
}

} // namespace crm

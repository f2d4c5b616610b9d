// SPDX-License-Identifier: MIT
#include "crm/complete.hpp"
#include "crm/value_kinds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace crm
{

namespace
{

constexpr const char* head = R"sh(# Completion of crm for bash; made by `crm __generate bash`.

# Sets what the command $1 takes: its commands, options (NAME=KIND takes a value), and the kinds of
# its arguments.
_crm_command()
{
    commands='' options='' arguments=''
    case $1 in
)sh";

constexpr const char* between = R"sh(    esac
}

# Offers the values of kind $1.
_crm_value()
{
    case $1 in
)sh";

constexpr const char* tail = R"sh(    esac
}

_crm_words()
{
    COMPREPLY+=($(compgen -W "$*" -- "$typed"))
}

_crm_paths()
{
    compopt -o filenames 2>/dev/null
    local line
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen "$1" -- "$typed")
}

# Offers what the database has of $1, quoted like the word that is being typed.
_crm_stored()
{
    local line
    while IFS= read -r line; do
        case $quote in
            "'") line=${line//\'/\'\\\'\'} ;;
            '"')
                line=${line//\\/\\\\} line=${line//\"/\\\"}
                line=${line//\$/\\\$} line=${line//\`/\\\`}
                ;;
            *) printf -v line %q "$line" ;;
        esac
        COMPREPLY+=("$line")
    done < <(${database:+env CRM_DB="$database"} "$program" __complete "$1" "$typed" 2>/dev/null)
}

# Sets the kind of value that the option $1 takes; fails if it takes none.
_crm_kind_of()
{
    local option
    for option in $options $common; do
        case $option in
            "$1") return 1 ;;
            "$1="*) kind=${option#*=} && return 0 ;;
        esac
    done
    return 1
}

# Takes one word before the one that is being typed. bash hands over "--db=x" as three words.
_crm_take()
{
    case $1 in
        '=' | ':') skip=$1 ;;
        *)
            if [[ $skip == ':' ]]; then
                skip=''
            elif [[ -n $pending ]]; then
                [[ $pending == --db ]] && database=${1/#\~/$HOME}
                pending='' skip=''
            elif [[ -z $plain && $1 == -- ]]; then
                plain=yes
            elif [[ -z $plain && $1 == -* ]]; then
                _crm_kind_of "$1" && pending=$1
            elif [[ " $commands " == *" $1 "* ]]; then
                path+=" $1"
                _crm_command "$path"
            else
                position=$((position + 1))
            fi
            ;;
    esac
}

# Offers what may stand at an argument's place, or options where there is none.
_crm_argument()
{
    local kinds=($arguments)
    local last=$((${#kinds[@]} - 1))
    if [[ -n $commands ]]; then
        _crm_words $commands
    elif ((position <= last)); then
        _crm_value "${kinds[position]%...}"
    elif ((last >= 0)) && [[ ${kinds[last]} == *... ]]; then
        _crm_value "${kinds[last]%...}"
    elif [[ -z $plain ]]; then
        local names=($options $common)
        _crm_words "${names[@]%%=*}"
    fi
}

_crm()
{
    local IFS=$' \t\n' program=${COMP_WORDS[0]/#\~/$HOME} database='' path=crm
    local commands options arguments common kind quote='' typed word
    local pending='' skip='' plain='' position=0
    _crm_command crm
    common=$options options=''
    COMPREPLY=()
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do _crm_take "$word"; done

    typed=${COMP_WORDS[COMP_CWORD]}
    [[ -n $pending && $typed == '=' ]] && typed=''
    if [[ -z $pending && -z $plain && $typed == --*=* ]]; then
        pending=${typed%%=*} typed=${typed#*=}
    fi
    [[ $typed == [\"\']* ]] && quote=${typed:0:1} typed=${typed:1}
    [[ $quote == "'" ]] || typed=${typed//\\/}

    if [[ -n $pending ]]; then
        _crm_kind_of "$pending" && _crm_value "$kind"
    elif [[ $skip == ':' ]]; then
        return
    elif [[ -z $plain && $typed == -* ]]; then
        local names=($options $common)
        _crm_words "${names[@]%%=*}"
    else
        _crm_argument
    fi
}

complete -F _crm crm
)sh";

/// The name under which the script knows what an option's value can be.
std::string kind_of(const OptionDescription& option)
{
    return option.extra_choice.empty() ? option.value : option.value + '+' + option.extra_choice;
}

std::string option_words(const std::vector<OptionDescription>& options)
{
    std::string words;
    for (const auto& option : options)
        for (const auto& name : option.names)
            words += (words.empty() ? "" : " ") + name +
                     (option.value.empty() ? "" : '=' + kind_of(option));
    return words;
}

std::string command_case(const CommandDescription& command, const CommandDescription& root)
{
    std::string names;
    for (const auto& child : command.commands)
        names += (names.empty() ? "" : " ") + child.name;
    std::string arguments;
    for (const auto& argument : command.arguments)
        arguments +=
            (arguments.empty() ? "" : " ") + argument.name + (argument.repeatable ? "..." : "");
    std::string lines;
    const auto set = [&](const char* variable, const std::string& words) {
        if (!words.empty())
            lines += fmt::format("            {}='{}'\n", variable, words);
    };
    set("commands", names);
    set("options", option_words(completed_options(command, root)));
    set("arguments", arguments);
    return lines.empty() ? ""
                         : fmt::format("        '{}')\n{}            ;;\n", command.path, lines);
}

std::string in_quotes(const std::vector<std::string>& words)
{
    std::string list;
    for (const auto& word : words)
        list += " '" + word + '\'';
    return list;
}

std::string value_action(const std::string& value, const std::vector<std::string>& choices)
{
    switch (value_source(value)) {
    case ValueSource::free:
        return "";
    case ValueSource::choices:
        return "_crm_words" + in_quotes(choices);
    case ValueSource::files:
        return "_crm_paths -f";
    case ValueSource::folders:
        return "_crm_paths -d";
    default:
        return "_crm_stored " + std::string(source_word(value_source(value)));
    }
}

std::string value_cases(const CommandDescription& root)
{
    std::map<std::string, std::string> kinds; // action to the kinds that share it
    std::set<std::string> seen;
    const auto add = [&](const std::string& kind, const std::string& action) {
        if (!action.empty() && seen.insert(kind).second)
            kinds[action] += (kinds[action].empty() ? "" : " | ") + kind;
    };
    for (const auto* command : commands_of(root)) {
        for (const auto& option : completed_options(*command, root))
            add(kind_of(option), value_action(option.value, choices_of(option)));
        for (const auto& argument : command->arguments)
            add(argument.name, value_action(argument.name, value_choices(argument.name)));
    }
    std::string cases;
    for (const auto& [action, names] : kinds)
        cases += fmt::format("        {}) {} ;;\n", names, action);
    return cases;
}

} // namespace

std::string bash_completion(const CommandDescription& root)
{
    std::string script = head;
    for (const auto* command : commands_of(root))
        script += command_case(*command, root);
    return script + between + value_cases(root) + tail;
}

} // namespace crm

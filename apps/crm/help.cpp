// SPDX-License-Identifier: MIT
#include "crm/help.hpp"

#include "crm/base/width.hpp"
#include "crm/describe.hpp"
#include "crm/environment.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace crm
{

namespace
{

constexpr int widest_term = 28; ///< a longer one has its text on the next line
constexpr int indentation = 2;

struct Entry {
    std::string term;
    std::string text;
};

/// Appends `text` to a line that already has `column` columns, breaking at blanks before `width`;
/// further lines begin at `indent`.
void print_wrapped(std::ostream& out, std::string_view text, int column, int indent, int width)
{
    bool first = true;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        const auto word = text.substr(0, end);
        const int size = display_width(word);
        if (!first && column + 1 + size > width) {
            out << '\n' << std::string(static_cast<std::size_t>(indent), ' ');
            column = indent;
        } else if (!first) {
            out << ' ';
            ++column;
        }
        out << word;
        column += size;
        first = false;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    out << '\n';
}

void print_entries(std::ostream& out, const char* heading, const std::vector<Entry>& entries,
                   int width)
{
    if (entries.empty())
        return;
    int widest = 0;
    for (const auto& entry : entries)
        if (const int size = display_width(entry.term); size <= widest_term)
            widest = std::max(widest, size);
    const int text_column = indentation + widest + 2;
    out << '\n' << heading << ":\n";
    for (const auto& [term, text] : entries) {
        int column = indentation + display_width(term);
        out << std::string(indentation, ' ') << term;
        if (column + 2 > text_column) {
            out << '\n';
            column = 0;
        }
        out << std::string(static_cast<std::size_t>(text_column - column), ' ');
        print_wrapped(out, text, text_column, text_column, width);
    }
}

/// "-f, --format FORMAT", with the long names of all options in one column.
std::string option_term(const OptionDescription& option)
{
    std::string term;
    for (const auto& name : option.names)
        term += (term.empty() ? "" : ", ") + name;
    if (term.starts_with("--"))
        term = "    " + term;
    return option.value.empty() ? term : term + ' ' + option.value;
}

std::vector<Entry> option_entries(const std::vector<OptionDescription>& options)
{
    std::vector<Entry> entries;
    for (const auto& option : options)
        entries.push_back({option_term(option), full_summary(option)});
    return entries;
}

std::vector<Entry> argument_entries(const CommandDescription& command)
{
    std::vector<Entry> entries;
    for (const auto& argument : command.arguments)
        entries.push_back({notation(argument), full_summary(argument)});
    return entries;
}

std::vector<Entry> command_entries(const CommandDescription& command)
{
    std::vector<Entry> entries;
    for (const auto& child : command.commands)
        entries.push_back({child.name, child.summary});
    return entries;
}

/// Where the reader finds the rest: "crm contact list" has its manual page with its noun.
std::string further_help(const CommandDescription& command)
{
    const auto first_blank = command.path.find(' ');
    if (first_blank == command.path.npos)
        return "'crm COMMAND --help' explains each of them, 'man crm' the whole.";
    const auto noun = command.path.substr(first_blank + 1, command.path.find(' ', first_blank + 1) -
                                                               first_blank - 1);
    if (!command.commands.empty())
        return fmt::format("'{} COMMAND --help' explains each of them, 'man crm-{}' with examples.",
                           command.path, noun);
    return fmt::format("Options of every command: 'crm --help'. Examples: 'man crm-{}'.", noun);
}

} // namespace

void print_help(const Cli& cli, std::ostream& out)
{
    const auto command = describe_reached(cli);
    const int width = std::clamp(terminal_width(), 40, 100);
    const std::string opening = "usage: ";
    out << opening;
    print_wrapped(out, usage(command), display_width(opening), display_width(opening), width);
    out << '\n';
    print_wrapped(out, command.summary, 0, 0, width);

    const bool is_root = command.path == "crm";
    const auto options =
        completed_options(command, command.extra_format.empty() ? command : describe(cli));
    print_entries(out, "Commands", command_entries(command), width);
    print_entries(out, "Arguments", argument_entries(command), width);
    print_entries(out, is_root ? "Options of every command" : "Options", option_entries(options),
                  width);
    out << '\n';
    print_wrapped(out, further_help(command), 0, 0, width);
}

} // namespace crm

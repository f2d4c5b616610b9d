// SPDX-License-Identifier: MIT
#include "crm/manpage.hpp"

#include "crm/base/error.hpp"
#include "crm/roff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

namespace crm
{

namespace
{

/// "crm-contact" of "crm contact".
std::string page_name(const CommandDescription& command)
{
    auto name = command.path;
    std::replace(name.begin(), name.end(), ' ', '-');
    return name;
}

std::vector<ProseSection> prose_of(const std::string& page, const std::filesystem::path& folder)
{
    const auto file = folder / (page + ".md");
    std::ifstream in(file);
    if (!in)
        throw error(ErrorKind::io, "cannot read '{}'", file.string());
    return read_prose(in);
}

std::string blocks_text(const std::vector<ProseSection>& prose, std::string_view title,
                        bool of_verb)
{
    std::string text;
    for (const auto& section : prose)
        if (section.title == title && section.of_verb == of_verb)
            for (const auto& block : section.blocks)
                text += roff_block(block);
    return text;
}

/// A heading is a break already; mandoc complains of another.
std::string without_first_break(std::string text)
{
    constexpr std::string_view break_macro = ".PP\n";
    return text.starts_with(break_macro) ? text.substr(break_macro.size()) : text;
}

/// As a sentence: "List contacts."
std::string sentence(std::string summary)
{
    if (!summary.empty() && summary[0] >= 'a' && summary[0] <= 'z')
        summary[0] = static_cast<char>(summary[0] - 'a' + 'A');
    return roff_text(summary) + '.';
}

std::string title_line(const std::string& page, char section)
{
    auto name = page;
    for (char& c : name)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return fmt::format(".\\\" Made by `crm __generate man`; the prose is in man/prose/{}.md.\n"
                       ".TH {} {} \"\" \"crm {}\" \"crm manual\"\n",
                       page, roff_text(name), section, CRM_VERSION);
}

std::string option_terms(const std::vector<OptionDescription>& options)
{
    std::string text;
    for (const auto& option : options) {
        std::string term;
        for (const auto& name : option.names)
            term += (term.empty() ? "" : ", ") + roff_bold(name);
        if (!option.value.empty())
            term += ' ' + roff_italic(option.value);
        text += roff_term(term, full_summary(option));
    }
    return text;
}

/// The usage of a command with what is typed as it stands in bold.
std::string usage_text(const CommandDescription& command)
{
    const auto line = usage(command);
    return roff_bold(command.path) + roff_text(line.substr(command.path.size()));
}

std::string verb_details(const CommandDescription& verb, const CommandDescription& root,
                         const std::vector<ProseSection>& prose)
{
    auto text = blocks_text(prose, verb.path.substr(root.path.size() + 1), true);
    for (const auto& argument : verb.arguments)
        text += roff_term(roff_italic(notation(argument)), full_summary(argument));
    return text + option_terms(completed_options(verb, root));
}

std::string sections_text(const std::vector<ProseSection>& prose)
{
    std::string text;
    for (const auto& section : prose)
        if (!section.of_verb && section.title != "DESCRIPTION" && section.title != "NAME")
            text += ".SH " + roff_text(section.title) + '\n' +
                    without_first_break(blocks_text(prose, section.title, false));
    return text;
}

std::string name_section(const std::string& page, const std::string& summary)
{
    return ".SH NAME\n" + roff_text(page) + " \\- " + roff_text(summary) + "\n";
}

std::string description(const std::vector<ProseSection>& prose)
{
    return ".SH DESCRIPTION\n" + without_first_break(blocks_text(prose, "DESCRIPTION", false));
}

std::string page_start(const CommandDescription& page, const std::vector<ProseSection>& prose)
{
    return title_line(page_name(page), '1') + name_section(page_name(page), page.summary) +
           ".SH SYNOPSIS\n" + usage_text(page) + "\n" + description(prose);
}

std::string reference(const std::string& page, char section = '1')
{
    return fmt::format("{}({})", roff_bold(page), section);
}

/// The pages about things to be done with several commands: those whose prose begins with a NAME.
std::vector<std::string> topics(const std::filesystem::path& folder)
{
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        std::ifstream in(entry.path());
        std::string line;
        if (std::getline(in, line) && line == "# NAME")
            names.push_back(entry.path().stem().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

ManualPage topic_page(const std::string& name, const std::filesystem::path& folder)
{
    const auto prose = prose_of(name, folder);
    return {name + ".7", title_line(name, '7') +
                             name_section(name, prose.front().blocks.at(0).text) +
                             description(prose) + sections_text(prose) + ".SH \"SEE ALSO\"\n" +
                             reference("crm") + '\n'};
}

ManualPage root_page(const CommandDescription& root, const std::filesystem::path& folder)
{
    const auto prose = prose_of(page_name(root), folder);
    auto text = page_start(root, prose) + ".SH COMMANDS\n";
    std::string see_also;
    for (const auto& noun : root.commands) {
        text += roff_term(reference(page_name(noun)), noun.summary);
        see_also += (see_also.empty() ? "" : ",\n") + reference(page_name(noun));
    }
    for (const auto& topic : topics(folder))
        see_also += ",\n" + reference(topic, '7');
    text += ".SH OPTIONS\n" + option_terms(root.options) + sections_text(prose);
    return {page_name(root) + ".1", text + ".SH \"SEE ALSO\"\n" + see_also + '\n'};
}

ManualPage noun_page(const CommandDescription& noun, const CommandDescription& root,
                     const std::filesystem::path& folder)
{
    const auto prose = prose_of(page_name(noun), folder);
    auto text = page_start(noun, prose);
    if (noun.commands.empty())
        text += verb_details(noun, root, prose);
    else
        text += ".SH COMMANDS\n";
    for (const auto* command : commands_of(noun))
        if (command->access && command != &noun)
            text += ".SS " + usage_text(*command) + "\n" + sentence(command->summary) + "\n" +
                    verb_details(*command, root, prose);
    text += ".SH OPTIONS\nThe options of every command are in\n" + reference("crm") + ".\n";
    return {page_name(noun) + ".1",
            text + sections_text(prose) + ".SH \"SEE ALSO\"\n" + reference("crm") + '\n'};
}

} // namespace

std::vector<ManualPage> manual_pages(const CommandDescription& root,
                                     const std::filesystem::path& prose_folder)
{
    std::vector<ManualPage> pages = {root_page(root, prose_folder)};
    for (const auto& noun : root.commands)
        pages.push_back(noun_page(noun, root, prose_folder));
    for (const auto& topic : topics(prose_folder))
        pages.push_back(topic_page(topic, prose_folder));
    return pages;
}

} // namespace crm

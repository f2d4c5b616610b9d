// SPDX-License-Identifier: MIT
#include "crm/hidden.hpp"

#include "crm/base/error.hpp"
#include "crm/complete.hpp"
#include "crm/contact/complete.hpp"
#include "crm/environment.hpp"
#include "crm/exit_code.hpp"
#include "crm/manpage.hpp"
#include "crm/order/complete.hpp"
#include "crm/stock/complete.hpp"
#include "crm/value_kinds.hpp"

#include <clocale>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

namespace crm
{

namespace
{

constexpr std::size_t most_candidates = 50;

CommandDescription whole_tree()
{
    // What is generated is in English whoever generates it.
    std::setlocale(LC_MESSAGES, "C");
    return describe(Cli());
}

void write_file(const std::filesystem::path& file, const std::string& text)
{
    std::ofstream out(file, std::ios::binary);
    out << text;
    if (!out.flush())
        throw error(ErrorKind::io, "cannot write '{}'", file.string());
}

int generate(const std::vector<std::string>& words)
{
    const std::string kind = words.size() > 2 ? words[1] : "";
    const std::filesystem::path folder = words.size() > 2 ? words[2] : "";
    const auto tree = whole_tree();
    if (kind == "bash")
        write_file(folder / "crm.bash", bash_completion(tree));
    else if (kind == "zsh")
        write_file(folder / "_crm", zsh_completion(tree));
    else if (kind == "fish")
        write_file(folder / "crm.fish", fish_completion(tree));
    else if (kind == "man" && words.size() == 4)
        for (const auto& page : manual_pages(tree, words[3]))
            write_file(folder / page.file, page.text);
    else
        throw error(ErrorKind::usage, "usage: crm __generate bash|zsh|fish DIR, "
                                      "crm __generate man DIR PROSE_DIR");
    return done;
}

void print_choices(const CommandDescription& command, const std::string& name,
                   const std::string& value, const std::vector<std::string>& choices)
{
    if (choices.empty())
        return;
    std::cout << command.path << "\tchoices\t" << name << '\t' << value;
    for (const auto& choice : choices)
        std::cout << '\t' << choice;
    std::cout << '\n';
}

/// A line a thing, its fields separated by tabs: the tests read it with awk.
int print_description()
{
    const auto tree = whole_tree();
    for (const auto* command : commands_of(tree)) {
        const char* access = !command->access                     ? "noun"
                             : *command->access == Access::writes ? "writes"
                                                                  : "reads";
        std::cout << command->path << "\tcommand\t" << access << "\t" << command->summary << '\n';
        for (const auto& argument : command->arguments) {
            std::cout << command->path << "\targument\t" << notation(argument) << '\t'
                      << argument.summary << '\n';
            print_choices(*command, argument.name, argument.name, value_choices(argument.name));
        }
        for (const auto& option : command->options) {
            std::cout << command->path << "\toption\t";
            for (const auto& name : option.names)
                std::cout << name << ' ';
            std::cout << '\t' << option.value << '\t' << option.summary << '\n';
            print_choices(*command, option.names.back(), option.value, choices_of(option));
        }
    }
    return done;
}

void print_candidates(const std::string& kind, const std::string& prefix)
{
    const char* given = std::getenv("CRM_DB");
    const std::string file = given != nullptr && *given != '\0' ? given : default_database_file();
    auto store = Store::open_read_only(file, StoreOptions{});
    const auto candidates = [&] {
        if (kind == "staff")
            return complete_staff(store, prefix, most_candidates);
        if (kind == "tags")
            return complete_tags(store, prefix, most_candidates);
        if (kind == "orders")
            return complete_orders(store, prefix, most_candidates);
        if (kind == "products")
            return complete_products(store, prefix, most_candidates);
        if (kind == "groups")
            return complete_groups(store, prefix, most_candidates);
        if (kind == "locations")
            return complete_locations(store, prefix, most_candidates);
        if (kind == "companies")
            return complete_contacts(store, prefix, most_candidates, ContactKind::company);
        if (kind == "persons")
            return complete_contacts(store, prefix, most_candidates, ContactKind::person);
        return complete_contacts(store, prefix, most_candidates);
    }();
    for (const auto& line : candidates)
        std::cout << line << '\n';
}

int complete(const std::vector<std::string>& words)
{
    try {
        if (words.size() == 3)
            print_candidates(words[1], words[2]);
    } catch (const std::exception&) {
        // The shell is in the middle of the user's line: nothing may be said there.
    }
    return done;
}

} // namespace

int run_hidden(const std::vector<std::string>& words)
{
    const auto& first = words.at(0);
    if (first == "__generate")
        return generate(words);
    if (first == "__describe")
        return print_description();
    if (first == "__complete")
        return complete(words);
    throw error(ErrorKind::usage, "'crm' has no command '{}'", first);
}

} // namespace crm

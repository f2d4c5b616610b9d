// SPDX-License-Identifier: MIT
#include "crm/cli.hpp"

#include "crm/base/width.hpp"
#include "crm/context.hpp"
#include "crm/environment.hpp"
#include "crm/exit_code.hpp"
#include "crm/help.hpp"
#include "crm/hidden.hpp"
#include "crm/nouns.hpp"
#include "crm/parse_failure.hpp"
#include "crm/unset.hpp"

#include <algorithm>
#include <clocale>
#include <iostream>
#include <unistd.h>

namespace crm
{

namespace
{

void print_error(const Error& failure)
{
    std::cerr << "crm: " << printable(failure.what()) << '\n';
    for (const auto& line : failure.candidates)
        std::cerr << "  " << printable(line) << '\n';
    if (!failure.hint.empty())
        std::cerr << tr("hint: ") << printable(failure.hint) << '\n';
}

void parse(Cli& cli, std::vector<std::string> words)
{
    std::reverse(words.begin(), words.end()); // CLI11 takes them from the back
    cli.app.parse(words);
}

/// Whether the words are a whole command, and nothing but one.
bool select(Cli& cli, const std::vector<std::string>& words)
{
    try {
        parse(cli, words);
    } catch (const CLI::ParseError&) { // also thrown for --help
        return false;
    }
    return cli.selection.run != nullptr;
}

/// Throws usage if the verb's --unset names a field that another option of it sets.
void refuse_contradiction(const CLI::App& verb)
{
    const auto* unset = verb.get_option_no_throw("--unset");
    if (unset == nullptr)
        return;
    for (const auto& field : unset->results()) {
        const auto* set = verb.get_option_no_throw("--" + field);
        if (set != nullptr && set != unset && set->count() > 0)
            throw set_and_unset(field);
    }
}

/// What to say when the words are no command: the help that was asked for, or what is wrong, for
/// which all commands have to be known.
int explain(const std::vector<std::string>& words)
{
    Cli cli;
    try {
        parse(cli, words);
    } catch (const CLI::CallForHelp&) {
        print_help(cli, std::cout);
        return done;
    } catch (const CLI::CallForVersion& version) {
        std::cout << version.what() << '\n';
        return done;
    } catch (const CLI::ParseError& failure) {
        throw parse_failure(cli, failure);
    }
    throw missing_verb(cli);
}

/// Writes out what is left of the result. By now everything else is done; who is not told so does
/// it again.
void finish_output(Context& ctx, const Selection& selection, int code)
{
    try {
        ctx.commit_output(code);
    } catch (Error& failure) {
        if (selection.verb->access == Access::writes && !selection.dry_run)
            failure.hint = tr("only this output is missing: what was to be changed is changed");
        throw;
    }
}

int parse_and_run(const std::vector<std::string>& words)
{
    Cli cli(words);
    if (!select(cli, words))
        return explain(words);
    refuse_contradiction(*cli.selection.app);
    apply_config_files(cli.app, cli.common, is_terminal(STDOUT_FILENO));
    if (cli.common.output == "-")
        cli.common.output.reset();
    Context ctx(cli.common, cli.selection);
    if (ctx.output_options().format != Format::table)
        std::setlocale(LC_MESSAGES, "C"); // what programs read is the same in every language
    if (cli.selection.verb->access == Access::writes)
        ctx.check_output();
    const int code = cli.selection.run(ctx);
    finish_output(ctx, cli.selection, code);
    return code;
}

} // namespace

Cli::Cli(std::span<const std::string> words)
    : app("customer relationship system in one SQLite file", "crm")
{
    app.fallthrough();
    // What follows a verb is an argument of it, even if a verb or a noun has the same name.
    app.require_subcommand(0, 1);
    app.set_help_flag("-h,--help", "show help");
    app.set_version_flag("--version", "crm " CRM_VERSION, "show the version");
    app.allow_windows_style_options(false);
    add_common_options(app, common);
    const Noun root{app, selection, words, ""};
    for (const auto& noun : nouns())
        if (*noun.summary == '\0')
            noun.declare(root);
        else
            add_group(root, noun.name, noun.summary, noun.declare);
}

int run(std::vector<std::string> words)
{
    try {
        if (words.size() == 1 && words.front() == "--version") {
            std::cout << "crm " CRM_VERSION "\n";
            return done;
        }
        if (!words.empty() && words.front().starts_with("__"))
            return run_hidden(std::move(words));
        return parse_and_run(words);
    } catch (const ClosedPipe&) {
        return done;
    } catch (const Error& failure) {
        print_error(failure);
        return exit_code(failure.kind);
    } catch (const std::exception& failure) {
        std::cerr << "crm: " << tr("internal error: ") << failure.what() << '\n';
        return exit_code(ErrorKind::io);
    }
}

} // namespace crm

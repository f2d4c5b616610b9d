// SPDX-License-Identifier: MIT
#include "crm/parse_failure.hpp"

#include "crm/base/items.hpp"
#include "crm/base/text.hpp"
#include "crm/describe.hpp"

#include <algorithm>
#include <optional>

namespace crm
{

namespace
{

/// The command that was reached before parsing failed.
CLI::App* deepest(CLI::App* app)
{
    while (!app->get_subcommands().empty())
        app = app->get_subcommands().back();
    return app;
}

std::string called(const CLI::App* app)
{
    return app->get_parent() == nullptr ? app->get_name()
                                        : called(app->get_parent()) + ' ' + app->get_name();
}

std::vector<std::string> verb_names(const CLI::App* app)
{
    std::vector<std::string> names;
    for (const auto* sub : app->get_subcommands({}))
        names.push_back(sub->get_name());
    return names;
}

std::vector<std::string> option_names(const CLI::App* app)
{
    std::vector<std::string> names;
    for (; app != nullptr; app = app->get_parent())
        for (const auto* option : app->get_options())
            for (const auto& name : option->get_lnames())
                names.push_back("--" + name);
    return names;
}

Error unknown_word(const CLI::App* app, const std::string& word)
{
    if (word.size() > 1 && word.front() == '-') {
        auto name = word.substr(0, word.find('='));
        auto failure = error(ErrorKind::usage, "unknown option '{}' of '{}'", name, called(app));
        const auto near = suggestion(name, option_names(app));
        if (!near.empty())
            return std::move(failure).with_hint("did you mean '{}'?", near);
        return std::move(failure).with_hint(
            "see '{} --help'; a text that begins with '-' goes after '--'", called(app));
    }
    const auto verbs = verb_names(app);
    if (verbs.empty())
        return error(ErrorKind::usage, "'{}' is one argument too many for '{}'", word, called(app))
            .with_hint("quote a text that has blanks; see '{} --help'", called(app));
    auto failure = error(ErrorKind::usage, "'{}' has no command '{}'", called(app), word);
    const auto near = suggestion(word, verbs);
    if (!near.empty())
        return std::move(failure).with_hint("did you mean '{}'?", near);
    return std::move(failure).with_hint("one of: {}", joined(verbs));
}

/// An option without its value, or with two; CLI11 tells them apart in its message only.
Error wrong_count(const std::string& message)
{
    const auto name = message.substr(0, message.find(':'));
    if (message.find("At Most") != message.npos)
        return error(ErrorKind::usage, "{} is given twice", name);
    return error(ErrorKind::usage, "{} needs a value", name);
}

/// What a command needs and was not given; a text like "-5" may have been meant to be it.
std::optional<Error> missing(Cli& cli, const CLI::App* app)
{
    for (const auto& word : cli.app.remaining(true))
        if (word.size() > 1 && word.front() == '-')
            return unknown_word(app, word);
    for (const auto* option : app->get_options())
        if (option->get_required() && option->count() == 0)
            return error(ErrorKind::usage, "'{}' needs {}", called(app),
                         option->get_positional() ? argument_name(*option) : option->get_name());
    return std::nullopt;
}

} // namespace

Error missing_verb(Cli& cli)
{
    const auto* app = deepest(&cli.app);
    return error(ErrorKind::usage, "'{}' needs a command", called(app))
        .with_hint("one of: {}", joined(verb_names(app)));
}

Error parse_failure(Cli& cli, const CLI::ParseError& failure)
{
    auto* app = deepest(&cli.app);
    const auto help = called(app);
    if (dynamic_cast<const CLI::ExtrasError*>(&failure) != nullptr) {
        const auto extras = cli.app.remaining(true);
        return unknown_word(app, extras.empty() ? std::string() : extras.front());
    }
    const auto with_help = [&](Error found) {
        return found.hint.empty() ? std::move(found).with_hint("see '{} --help'", help) : found;
    };
    if (dynamic_cast<const CLI::RequiredError*>(&failure) != nullptr)
        if (auto found = missing(cli, app))
            return with_help(*std::move(found));
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&failure) != nullptr)
        return with_help(wrong_count(failure.what()));
    std::string text = failure.what();
    // All options take text, so only a flag can have a value that does not fit.
    constexpr std::string_view no_value = "Could not convert: ";
    if (dynamic_cast<const CLI::ConversionError*>(&failure) != nullptr &&
        text.starts_with(no_value))
        return with_help(
            error(ErrorKind::usage, "{} takes no value",
                  text.substr(no_value.size(), text.find(' ', no_value.size()) - no_value.size())));
    std::replace(text.begin(), text.end(), '\n', ' ');
    return with_help(error(ErrorKind::usage, "{}", text));
}

} // namespace crm

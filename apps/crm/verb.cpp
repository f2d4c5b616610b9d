// SPDX-License-Identifier: MIT
#include "crm/verb.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace crm
{

bool Noun::wants(std::string_view name) const
{
    return typed.empty() || std::find(typed.begin(), typed.end(), name) != typed.end();
}

void add_group(const Noun& parent, const char* name, const char* summary,
               void (*declare)(const Noun&))
{
    if (!parent.wants(name))
        return;
    auto* app = parent.app.add_subcommand(name, summary);
    declare({*app, parent.selection, parent.typed,
             parent.path.empty() ? name : parent.path + ' ' + name});
}

CLI::App& declare_verb(const Noun& noun, const VerbInfo& info, std::function<int(Context&)> run)
{
    auto* app = noun.app.add_subcommand(info.name, info.summary);
    auto& selection = noun.selection;
    selection.verbs.emplace(app, info);
    if (info.access == Access::writes)
        app->add_flag("-n,--dry-run", selection.dry_run, "do everything, show it, and undo it");
    const auto command = noun.path.empty() ? std::string(info.name) : noun.path + ' ' + info.name;
    app->callback([&selection, app, command, run = std::move(run)] {
        selection.run = run;
        selection.command = command;
        selection.app = app;
        selection.verb = &selection.verbs.at(app);
    });
    return *app;
}

} // namespace crm

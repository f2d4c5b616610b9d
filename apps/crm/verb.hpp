// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace CLI
{
class App;
}

namespace crm
{

class Context;

/// What the frame has to know of a verb before it runs.
enum class Access {
    none,   ///< needs no database
    reads,  ///< only reads: no --dry-run
    writes, ///< changes something: takes -n, --dry-run
};

struct VerbInfo {
    const char* name;
    const char* summary; ///< one line, without full stop
    Access access = Access::reads;
    const char* extra_format = nullptr; ///< a format of its own besides the common ones: "vcard"
};

/// The command that the words on the command line chose. CLI11's callbacks only select; the verb
/// runs after parsing is over.
struct Selection {
    std::function<int(Context&)> run; ///< returns the exit code
    std::string command;              ///< "contact address add"
    const VerbInfo* verb = nullptr;
    CLI::App* app = nullptr;
    bool dry_run = false;
    std::map<const CLI::App*, VerbInfo> verbs; ///< every declared verb, for help and documentation
};

/// A noun under which verbs are declared.
struct Noun {
    CLI::App& app;
    Selection& selection;
    std::span<const std::string> typed; ///< only what these words name is declared; empty: all
    std::string path;                   ///< how it is called, "contact address"

    [[nodiscard]] bool wants(std::string_view name) const;
};

/// Declares a noun below another one, with what `declare` adds to it.
void add_group(const Noun& parent, const char* name, const char* summary,
               void (*declare)(const Noun&));

/// Declares a bare verb and returns where its flags go; `run` is called if it is chosen.
CLI::App& declare_verb(const Noun& noun, const VerbInfo& info, std::function<int(Context&)> run);

/// Declares a verb: its options struct, the function that declares its flags, the one that runs it.
template<class Options>
void add_verb(const Noun& noun, const VerbInfo& info, void (*declare)(CLI::App&, Options&),
              int (*run)(Context&, const Options&))
{
    if (!noun.wants(info.name))
        return;
    auto options = std::make_shared<Options>();
    auto& app =
        declare_verb(noun, info, [options, run](Context& ctx) { return run(ctx, *options); });
    declare(app, *options);
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/cmd_db.hpp"

#include "crm/base/error.hpp"
#include "crm/commands.hpp"
#include "crm/context.hpp"
#include "crm/flags.hpp"
#include "crm/switchboard/checks.hpp"
#include "crm/switchboard/database_info.hpp"

#include <array>

namespace crm
{

namespace
{

struct InfoOptions {
};

void declare_info(CLI::App&, InfoOptions&) {}

int run_info(Context& ctx, const InfoOptions&)
{
    auto store = Store::open_any_version(ctx.database_file(), ctx.store_options());
    return ctx.print_listing(info_columns(), [&](const auto& use) {
        for (const auto& line : database_info(store))
            if (!use(line))
                return;
    });
}

struct CheckOptions {
    std::vector<std::string> names;
    bool list = false;
};

constexpr std::array<Column<Check>, 2> check_columns = {{
    {"name", "NAME", Kind::text, [](const Check& c) -> Cell { return std::string_view(c.name); }},
    {"meaning", "MEANING", Kind::text,
     [](const Check& c) -> Cell { return std::string_view(tr(c.meaning)); }},
}};

void declare_check(CLI::App& verb, CheckOptions& o)
{
    optional_arguments(verb, "name", o.names, "only these checks");
    flag(verb, "--list", o.list, "name the checks, run none");
}

int run_check(Context& ctx, const CheckOptions& o)
{
    const auto checks = find_checks(o.names);
    if (o.list)
        return ctx.print_listing(std::span<const Column<Check>>(check_columns),
                                 [&](const auto& use) {
                                     for (const auto& check : checks)
                                         if (!use(check))
                                             return;
                                 });
    auto store = ctx.open_store();
    const auto breaches = run_checks(store, checks, [&](const Breach& breach) {
        ctx.print_line(fmt::format("{}: {}", breach.check, breach.text));
    });
    return breaches == 0 ? done : exit_code(ErrorKind::rejected);
}

} // namespace

void add_db_checking(const Noun& noun)
{
    add_verb<InfoOptions>(noun, {"info", "show what the database is and how much is in it"},
                          declare_info, run_info);
    add_verb<CheckOptions>(noun, {"check", "prove that the file is whole and every rule holds"},
                           declare_check, run_check);
}

void add_db_commands(const Noun& noun)
{
    add_db_checking(noun);
    add_db_files(noun);
    add_db_audit(noun);
}

} // namespace crm

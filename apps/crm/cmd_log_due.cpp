// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/cmd_log.hpp"
#include "crm/contact/staff.hpp"
#include "crm/context.hpp"
#include "crm/counts.hpp"
#include "crm/environment.hpp"
#include "crm/flags.hpp"
#include "crm/log/follow_up.hpp"

namespace crm
{

namespace
{

struct DueOptions {
    std::optional<std::string> staff;
    bool mine = false;
    std::optional<std::string> until;
};

void declare_due(CLI::App& verb, DueOptions& o)
{
    option(verb, "--for", o.staff, "STAFF", "only what this staff member has to do");
    flag(verb, "--mine", o.mine, "only what the acting staff member has to do");
    option(verb, "--until", o.until, "DATE", "up to this day, today unless given");
}

/// Whose follow-ups are meant; nothing: everybody's.
std::optional<std::int64_t> whose(Context& ctx, Store& store, const DueOptions& o)
{
    if (o.staff && o.mine)
        throw error(ErrorKind::usage, "--for and --mine both say whose follow-ups are meant")
            .with_hint("give one of them");
    if (o.staff)
        return find_staff(store, *o.staff).id;
    if (!o.mine)
        return std::nullopt;
    return find_staff(store, ctx.options().user.value_or(login_name())).id;
}

int print_calendar(Context& ctx, Store& store, Date until, std::optional<std::int64_t> staff)
{
    const auto options = ctx.output_options();
    if (!options.columns.empty() || !options.sort.empty())
        throw error(ErrorKind::usage, "{} does not go with -f ics",
                    options.columns.empty() ? "--sort" : "--columns");
    bool any = false;
    list_follow_ups(store, until, staff, ctx.today(), [&](const FollowUpRow&) {
        any = true;
        return false;
    });
    if (options.if_any && !any)
        return ctx.finish_listing(0);
    return ctx.finish_listing(write_follow_up_calendar(store, until, staff, ctx.today(),
                                                       options.limit.value_or(-1), ctx.output()));
}

int run_due(Context& ctx, const DueOptions& o)
{
    const auto until = o.until ? parse_date(*o.until, ctx.today()) : ctx.today();
    auto store = ctx.open_store();
    const auto staff = whose(ctx, store, o);
    if (ctx.extra_format())
        return print_calendar(ctx, store, until, staff);
    return ctx.print_listing(follow_up_columns(), [&](const auto& use) {
        list_follow_ups(store, until, staff, ctx.today(), use);
    });
}

struct DoneOptions {
    std::vector<std::string> ids;
    std::optional<std::string> note;
};

void declare_done(CLI::App& verb, DoneOptions& o)
{
    arguments(verb, "id", o.ids, "entries, as 'log due' shows them");
    option(verb, "--note", o.note, "TEXT", "what came of it");
}

int run_done(Context& ctx, const DoneOptions& o)
{
    auto store = ctx.open_store();
    Transaction transaction(store);
    for (const auto& id : o.ids)
        finish_follow_up(store, parse_count("ID", id), o.note, ctx.today());
    transaction.commit();
    return done;
}

} // namespace

void add_log_follow_ups(const Noun& noun)
{
    add_verb<DueOptions>(noun, {"due", "what has to be done", Access::reads, "ics"}, declare_due,
                         run_due);
    add_verb<DoneOptions>(noun, {"done", "mark follow-ups as done", Access::writes}, declare_done,
                          run_done);
}

} // namespace crm

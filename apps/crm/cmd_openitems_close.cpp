// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/cmd_openitems.hpp"
#include "crm/context.hpp"
#include "crm/flags.hpp"
#include "crm/store/closed_period.hpp"

namespace crm
{

namespace
{

struct CloseOptions {
    std::optional<std::string> until;
};

void declare_close(CLI::App& verb, CloseOptions& o)
{
    option(verb, "--until", o.until, "DATE", "nothing can be dated on or before it any more")
        .required();
}

int run_close(Context& ctx, const CloseOptions& o)
{
    const auto until = parse_date(*o.until, ctx.today());
    if (until >= ctx.today())
        ctx.warn(format("{} is not over: nothing more can be recorded today", to_string(until)));
    auto store = ctx.open_store();
    Transaction transaction(store);
    close_period(store, until, to_string(ctx.now()));
    transaction.commit();
    ctx.say(format("closed up to {}", to_string(until)));
    return done;
}

struct ReopenOptions {
    std::optional<std::string> until;
    std::optional<std::string> reason;
};

void declare_reopen(CLI::App& verb, ReopenOptions& o)
{
    option(verb, "--until", o.until, "DATE", "take back the closing up to this day, and later ones")
        .required();
    option(verb, "--reason", o.reason, "TEXT", "why; it stays on record").required();
}

int run_reopen(Context& ctx, const ReopenOptions& o)
{
    const auto until = parse_date(*o.until, ctx.today());
    if (o.reason->empty())
        throw error(ErrorKind::usage, "a reason is needed");
    auto store = ctx.open_store();
    require_closed_period(store, until); // nobody is asked what cannot be
    if (!store.options().dry_run &&
        !ctx.confirm(format("open the books again that were closed up to {}?", to_string(until))))
        throw error(ErrorKind::rejected, "nothing was opened");
    Transaction transaction(store);
    reopen_period(store, until, *o.reason, to_string(ctx.now()));
    transaction.commit();
    if (const auto closed = closed_until(store))
        ctx.say(format("closed up to {}", to_string(*closed)));
    else
        ctx.say(tr("nothing is closed"));
    return done;
}

} // namespace

void add_open_item_closing(const Noun& noun)
{
    add_verb<CloseOptions>(noun, {"close", "close the books up to a day", Access::writes},
                           declare_close, run_close);
    add_verb<ReopenOptions>(noun, {"reopen", "open closed books again; asks", Access::writes},
                            declare_reopen, run_reopen);
}

} // namespace crm

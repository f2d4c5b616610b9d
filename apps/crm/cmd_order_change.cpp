// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/cmd_order.hpp"
#include "crm/flags.hpp"
#include "crm/order/change.hpp"
#include "crm/order/credit_limit.hpp"
#include "crm/order_card.hpp"

namespace crm
{

namespace
{

struct ConfirmOptions {
    std::string order;
    bool force = false;
};

void declare_confirm(CLI::App& verb, ConfirmOptions& o)
{
    argument(verb, "order", o.order, "a draft");
    flag(verb, "--force", o.force, "beyond the credit limit, too");
}

int run_confirm(Context& ctx, const ConfirmOptions& o)
{
    auto store = ctx.open_store();
    Transaction transaction(store);
    auto order = order_by_number(store, o.order);
    confirm_order(store, order, ctx.now(), o.force);
    if (const auto doubt = doubt_about_credit(store, order))
        ctx.warn(*doubt);
    transaction.commit();
    return print_changed(ctx, store, order);
}

struct AcceptOptions {
    std::string quote;
    std::optional<std::string> date;
    bool force = false;
};

void declare_accept(CLI::App& verb, AcceptOptions& o)
{
    argument(verb, "quote", o.quote, "what was accepted");
    option(verb, "--date", o.date, "DATE", "day of the order, today unless given");
    flag(verb, "--force", o.force, "beyond the credit limit, too");
}

int run_accept(Context& ctx, const AcceptOptions& o)
{
    const auto day = o.date ? parse_date(*o.date, ctx.today()) : ctx.today();
    auto store = ctx.open_store();
    Transaction transaction(store);
    auto quote = order_by_number(store, o.quote);
    const auto order = accept_quote(store, quote, day, ctx.now(), o.force);
    if (const auto doubt = doubt_about_credit(store, order))
        ctx.warn(*doubt);
    if (quote.valid_until && *quote.valid_until < day)
        ctx.warn(format("{} was good until {} only", quote.number, to_string(*quote.valid_until)));
    if (day < quote.date)
        ctx.warn(format("{} of {} lies before {} of {}", order.number, to_string(day), quote.number,
                        to_string(quote.date)));
    if (day > ctx.today())
        ctx.warn(format("{} is still to come", to_string(day)));
    transaction.commit();
    return print_order(ctx, store, order);
}

struct GiveUpOptions {
    std::string order;
    std::optional<std::string> reason;
};

void declare_lose(CLI::App& verb, GiveUpOptions& o)
{
    argument(verb, "quote", o.order, "of what nothing came");
    option(verb, "--reason", o.reason, "TEXT", "why: the price, the time, another one").required();
}

void declare_cancel(CLI::App& verb, GiveUpOptions& o)
{
    argument(verb, "order", o.order, "of what the open rest is given up");
    option(verb, "--reason", o.reason, "TEXT", "why").required();
}

/// Both end something, with a reason.
template<class Change>
int give_up(Context& ctx, const GiveUpOptions& o, Change change)
{
    auto store = ctx.open_store();
    Transaction transaction(store);
    auto order = order_by_number(store, o.order);
    change(store, order, o.reason.value_or(""), ctx.now());
    transaction.commit();
    return print_changed(ctx, store, order);
}

int run_lose(Context& ctx, const GiveUpOptions& o)
{
    return give_up(ctx, o, lose_quote);
}

int run_cancel(Context& ctx, const GiveUpOptions& o)
{
    return give_up(ctx, o, cancel_order);
}

} // namespace

void add_order_changing(const Noun& noun)
{
    add_verb<AcceptOptions>(noun, {"accept", "make an order of a quote", Access::writes},
                            declare_accept, run_accept);
    add_verb<GiveUpOptions>(noun, {"lose", "end a quote of which nothing came", Access::writes},
                            declare_lose, run_lose);
    add_verb<ConfirmOptions>(noun, {"confirm", "make a draft binding", Access::writes},
                             declare_confirm, run_confirm);
    add_verb<GiveUpOptions>(noun, {"cancel", "give up what is not delivered yet", Access::writes},
                            declare_cancel, run_cancel);
}

} // namespace crm

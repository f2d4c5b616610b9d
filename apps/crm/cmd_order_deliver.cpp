// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/cmd_order.hpp"
#include "crm/flags.hpp"
#include "crm/moved_goods.hpp"
#include "crm/order_card.hpp"
#include "crm/order_flags.hpp"

namespace crm
{

namespace
{

using Text = std::optional<std::string>;

struct DeliverOptions {
    std::string order;
    std::vector<std::string> lines;
    Text location, date, lot, best_before;
};

void declare_deliver(CLI::App& verb, DeliverOptions& o)
{
    argument(verb, "order", o.order, "a confirmed order");
    repeatable(verb, "--line", o.lines, "N=QTY",
               "only so much of a line, as in 2=4.5; all that is open unless given");
    option(verb, "--location", o.location, "LOCATION", "where the goods lie, main unless given");
    option(verb, "--date", o.date, "DATE", "day of the delivery, today unless given");
    option(verb, "--lot", o.lot, "LOT",
           "only of this lot; without it what expires first goes first");
    option(verb, "--best-before", o.best_before, "DATE", "until when a lot that comes in is good");
}

int run_deliver(Context& ctx, const DeliverOptions& o)
{
    DeliveryRequest request;
    request.lines = parse_line_quantities(ctx, o.lines);
    request.at = time_on(ctx, o.date);
    request.lot = o.lot.value_or("");
    if (o.best_before)
        request.best_before = parse_date(*o.best_before, ctx.today());
    auto store = ctx.open_store();
    Transaction transaction(store);
    request.location_id = location_named(store, o.location);
    auto order = order_by_number(store, o.order);
    if (o.best_before && order.kind == OrderKind::sale)
        throw error(ErrorKind::usage, "--best-before belongs to what comes in, {} is a sale",
                    order.number);
    const MovedGoods moved(store);
    const auto delivery = deliver(store, order, request);
    moved.warn(ctx);
    if (const auto doubt = doubt_about_cost(store, order))
        ctx.warn(*doubt);
    if (const auto doubt = doubt_about_day(order, delivery))
        ctx.warn(*doubt);
    if (const auto doubt = doubt_about_tax(store, order, delivery))
        ctx.warn(*doubt);
    transaction.commit();
    return print_link(ctx, store, delivery.number);
}

struct ReturnOptions {
    std::string order;
    std::vector<std::string> lines;
    Text reason, location, date;
};

void declare_return(CLI::App& verb, ReturnOptions& o)
{
    argument(verb, "order", o.order, "an order of which something was delivered");
    repeatable(verb, "--line", o.lines, "N=QTY", "how much of which line, as in 2=4.5").required();
    option(verb, "--reason", o.reason, "TEXT", "why").required();
    option(verb, "--location", o.location, "LOCATION",
           "where the goods go, where they came from unless given");
    option(verb, "--date", o.date, "DATE", "day of the return, today unless given");
}

int run_return(Context& ctx, const ReturnOptions& o)
{
    ReturnRequest request;
    request.lines = parse_line_quantities(ctx, o.lines);
    request.at = time_on(ctx, o.date);
    request.reason = o.reason.value_or("");
    auto store = ctx.open_store();
    Transaction transaction(store);
    request.location_id = location_named(store, o.location);
    auto order = order_by_number(store, o.order);
    const MovedGoods moved(store);
    const auto delivery = return_goods(store, order, request);
    moved.warn(ctx);
    transaction.commit();
    return print_link(ctx, store, delivery.number);
}

} // namespace

void add_order_delivering(const Noun& noun)
{
    add_verb<DeliverOptions>(noun, {"deliver", "deliver or receive goods", Access::writes},
                             declare_deliver, run_deliver);
    add_verb<ReturnOptions>(noun,
                            {"return", "take goods back that are not invoiced", Access::writes},
                            declare_return, run_return);
}

} // namespace crm

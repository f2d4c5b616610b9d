// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/cmd_order.hpp"
#include "crm/contact/employment.hpp"
#include "crm/contact/resolve.hpp"
#include "crm/flags.hpp"
#include "crm/order/credit_limit.hpp"
#include "crm/order/list.hpp"
#include "crm/order/place.hpp"
#include "crm/order_card.hpp"
#include "crm/order_flags.hpp"
#include "crm/pinned.hpp"
#include "crm/store/settings.hpp"

#include <algorithm>

namespace crm
{

namespace
{

using Text = std::optional<std::string>;

struct NewOptions {
    std::string kind;
    std::string contact;
    std::vector<std::string> lines;
    bool quote = false;
    Text date, currency;
    HeadFlags head;
    bool force = false;
};

void declare_new(CLI::App& verb, NewOptions& o)
{
    argument(verb, "order-kind", o.kind, "a sale to the contact or a purchase from it");
    argument(verb, "contact", o.contact,
             "number or exact name, or - for numbers on standard input");
    repeatable(verb, "--line", o.lines, "LINE",
               "what is ordered: SKU:QTY@PRICE-PCT%, all but the SKU if needed");
    flag(verb, "--quote", o.quote, "a quote instead of a draft");
    option(verb, "--date", o.date, "DATE", "day of the order, today unless given");
    option(verb, "--currency", o.currency, "CUR", "currency, that of the books unless given");
    declare_head_flags(verb, o.head);
    flag(verb, "--force", o.force, "beyond the credit limit, too");
}

/// What is typed, the same for every contact of "-".
struct Wanted {
    OrderKind kind = OrderKind::sale;
    std::vector<LineText> lines;
    Date date;
};

Wanted read(const Context& ctx, const NewOptions& o)
{
    Wanted wanted;
    wanted.kind = parse_order_kind(o.kind);
    for (const auto& line : o.lines)
        wanted.lines.push_back(parse_line(line, ctx.decimal()));
    wanted.date = o.date ? parse_date(*o.date, ctx.today()) : ctx.today();
    if (o.head.valid_until && !o.quote)
        throw error(ErrorKind::usage, "--valid-until belongs to --quote");
    if (o.currency && !takes_value(setting_info("currency"), *o.currency))
        throw error(ErrorKind::usage, "'{}' is no currency", *o.currency)
            .with_hint("give its code of three capitals, as in EUR");
    if (wanted.date > ctx.today())
        ctx.warn(format("{} is still to come", to_string(wanted.date)));
    return wanted;
}

Order make(Context& ctx, Store& store, const NewOptions& o, const Wanted& wanted,
           const std::string& who)
{
    const auto contact = contact_to_change(store, who);
    auto order = order_for(store, wanted.kind, contact, wanted.date);
    order.status = o.quote ? OrderStatus::quote : OrderStatus::draft;
    apply_head_flags(ctx, store, o.head, order);
    order.currency = o.currency.value_or(order.currency);
    add_lines(store, order, wanted.lines);
    insert_order(store, order);
    if (!o.force)
        check_credit_limit(store, order);
    if (const auto doubt = doubt_about_credit(store, order))
        ctx.warn(*doubt);
    for (const auto& doubt : doubts_about(store, order))
        ctx.warn(doubt);
    const auto jobs = contact.kind == ContactKind::person
                          ? present_employments(store, contact.id, order.date)
                          : std::vector<Employment>();
    tell_pinned(ctx, store,
                {contact.id, order.person_id,
                 jobs.empty() ? std::nullopt : std::optional(jobs.front().company_id)});
    return order;
}

int run_new(Context& ctx, const NewOptions& o)
{
    const auto wanted = read(ctx, o);
    auto store = ctx.open_store();
    const auto contacts = ctx.targets(o.contact);
    Transaction transaction(store);
    std::vector<Order> orders;
    for (const auto& who : contacts)
        orders.push_back(make(ctx, store, o, wanted, who));
    transaction.commit();
    for (const auto& order : orders)
        print_order(ctx, store, order);
    return done;
}

} // namespace

void add_order_making(const Noun& noun)
{
    add_verb<NewOptions>(noun, {"new", "make a draft or a quote", Access::writes}, declare_new,
                         run_new);
}

} // namespace crm

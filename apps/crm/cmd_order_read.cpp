// SPDX-License-Identifier: MIT
#include "crm/cmd_order.hpp"
#include "crm/contact/resolve.hpp"
#include "crm/day_range.hpp"
#include "crm/flags.hpp"
#include "crm/named_document.hpp"
#include "crm/order/lines.hpp"
#include "crm/order/list.hpp"
#include "crm/order_card.hpp"

namespace crm
{

namespace
{

struct FilterOptions {
    std::optional<std::string> contact;
    std::optional<std::string> kind, status, since, until;
    bool open = false;
};

void declare_filter(CLI::App& verb, FilterOptions& o)
{
    optional_argument(verb, "contact", o.contact,
                      "whose orders, or the number of one order, or - for numbers on standard "
                      "input; all unless given");
    option(verb, "--kind", o.kind, "ORDER-KIND", "only sales, or only purchases");
    option(verb, "--status", o.status, "ORDER-STATUS", "only those that stand there");
    option(verb, "--since", o.since, "DATE", "from this day on, or as long ago as 90d");
    option(verb, "--until", o.until, "DATE", "up to this day");
    flag(verb, "--open", o.open, "only those that bind and are not delivered and invoiced whole");
}

OrderFilter read_filter(const Context& ctx, const FilterOptions& o)
{
    OrderFilter filter;
    if (o.kind)
        filter.kind = parse_order_kind(*o.kind);
    if (o.status)
        filter.status = parse_order_status(*o.status);
    const auto range = parse_day_range(ctx, o.since, o.until);
    filter.since = range.since;
    filter.until = range.until;
    filter.open = o.open;
    return filter;
}

/// Limits a filter to whom or what was named: a contact, or the order of that number.
void name(Store& store, const std::string& who, OrderFilter& filter)
{
    filter.contact.reset();
    filter.order = contact_by_number(store, who) ? std::nullopt : find_order(store, who);
    if (!filter.order)
        filter.contact = contact_to_read(store, who);
}

/// Prints what `list` hands over for each contact, or for all.
template<class Row, class List>
int print_filtered(Context& ctx, const FilterOptions& o, std::span<const Column<Row>> columns,
                   List list)
{
    const auto filter = read_filter(ctx, o);
    auto store = ctx.open_store();
    std::vector<OrderFilter> filters;
    if (o.contact)
        for (const auto& who : ctx.targets(*o.contact))
            name(store, who, filters.emplace_back(filter));
    else
        filters.push_back(filter);
    return ctx.print_listing(columns, [&](const auto& use) {
        bool more = true;
        for (const auto& each : filters)
            if (more)
                list(store, each, [&](const Row& row) { return more = use(row); });
    });
}

int run_list(Context& ctx, const FilterOptions& o)
{
    return print_filtered(ctx, o, order_list_columns(), list_orders);
}

int run_lines(Context& ctx, const FilterOptions& o)
{
    return print_filtered(ctx, o, order_line_columns(), list_order_lines);
}

struct ShowOptions {
    std::string number;
    std::optional<std::string> contact;
};

void declare_show(CLI::App& verb, ShowOptions& o)
{
    argument(verb, "number", o.number, "of a quote, order, delivery note or document");
    declare_whose(verb, o.contact);
}

Chain chain_to_show(Store& store, const ShowOptions& o)
{
    if (o.contact)
        return chain_of(store, o.number, contact_to_read(store, *o.contact).id);
    return told_apart(o.contact, [&] { return chain_of(store, o.number); });
}

int run_show(Context& ctx, const ShowOptions& o)
{
    auto store = ctx.open_store();
    const auto chain = chain_to_show(store, o);
    switch (ctx.output_options().format) {
    case Format::table:
        print_card(ctx.output(), lines_of(chain));
        return done;
    case Format::json:
        ctx.print_line(json_of(chain, 2));
        return done;
    case Format::jsonl:
        ctx.print_line(json_of(chain, 0));
        return done;
    default:
        return ctx.print_listing(card_line_columns(), [&](const auto& use) {
            for (const auto& line : lines_of(chain))
                if (!use(line))
                    return;
        });
    }
}

} // namespace

void add_order_reading(const Noun& noun)
{
    add_verb<FilterOptions>(noun, {"list", "quotes and orders"}, declare_filter, run_list);
    add_verb<FilterOptions>(noun, {"lines", "what was ordered, line by line"}, declare_filter,
                            run_lines);
    add_verb<ShowOptions>(noun, {"show", "an order from the quote to the documents"}, declare_show,
                          run_show);
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/commands.hpp"
#include "crm/contact/resolve.hpp"
#include "crm/contact/staff.hpp"
#include "crm/context.hpp"
#include "crm/counts.hpp"
#include "crm/flags.hpp"
#include "crm/openitems/list.hpp"

namespace crm
{

namespace
{

constexpr std::int64_t longest_overdue = 36'500; // a hundred years

struct ListOptions {
    std::optional<std::string> contact;
    std::optional<std::string> side;
    std::optional<std::string> as_of;
    bool overdue = false;
    std::optional<std::string> overdue_days;
    std::optional<std::string> manager;
};

void declare_list(CLI::App& verb, ListOptions& o)
{
    optional_argument(verb, "contact", o.contact,
                      "number, name, or text that matches just one contact");
    option(verb, "--side", o.side, "SIDE", "what customers owe, or what we do; both unless given");
    option(verb, "--as-of", o.as_of, "DATE", "the list of that day, today's unless given");
    flag(verb, "--overdue", o.overdue, "only what is past its due day");
    option(verb, "--overdue-days", o.overdue_days, "N", "only what is past it by more than N days");
    option(verb, "--manager", o.manager, "STAFF",
           "only of contacts whom this staff member looks after");
}

int run_list(Context& ctx, const ListOptions& o)
{
    OpenItemFilter filter;
    filter.key_date = o.as_of ? parse_date(*o.as_of, ctx.today()) : ctx.today();
    if (filter.key_date > ctx.today())
        ctx.warn(format("{} is still to come", to_string(filter.key_date)));
    if (o.side)
        filter.side = parse_side(*o.side);
    if (o.overdue_days)
        filter.overdue_days =
            static_cast<int>(parse_count("--overdue-days", *o.overdue_days, 0, longest_overdue));
    else if (o.overdue)
        filter.overdue_days = 0;
    auto store = ctx.open_store();
    if (o.contact)
        filter.contact_id = contact_to_read(store, *o.contact).id;
    if (o.manager)
        filter.manager_id = find_staff(store, *o.manager).id;
    return ctx.print_listing(open_item_columns(),
                             [&](const auto& use) { list_open_items(store, filter, use); });
}

} // namespace

void add_open_item_commands(const Noun& noun)
{
    add_verb<ListOptions>(noun, {"list", "what is open of which invoice, by contact"}, declare_list,
                          run_list);
}

} // namespace crm

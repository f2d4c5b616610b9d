// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/cmd_stock.hpp"
#include "crm/context.hpp"
#include "crm/day_range.hpp"
#include "crm/flags.hpp"
#include "crm/stock/group.hpp"
#include "crm/stock/list.hpp"
#include "crm/stock/moves.hpp"
#include "crm/stock/product.hpp"

#include <algorithm>

namespace crm
{

namespace
{

struct ListOptions {
    std::optional<std::string> location;
    std::optional<std::string> group;
    std::optional<std::string> as_of;
    bool below_reorder = false;
    bool by_lot = false;
    bool archived = false;
};

void declare_list(CLI::App& verb, ListOptions& o)
{
    option(verb, "--location", o.location, "LOCATION", "only what lies there");
    option(verb, "--group", o.group, "GROUP", "only products of this group");
    option(verb, "--as-of", o.as_of, "DATE", "as it was at the end of this day");
    flag(verb, "--below-reorder", o.below_reorder, "only where less is left than to reorder at");
    flag(verb, "--by-lot", o.by_lot, "a row for each lot at each location");
    flag(verb, "--archived", o.archived, "archived products, too, of which nothing is left");
}

int run_list(Context& ctx, const ListOptions& o)
{
    StockFilter filter;
    filter.today = ctx.today();
    filter.as_of = ctx.day_or_today(o.as_of);
    filter.below_reorder = o.below_reorder;
    filter.by_lot = o.by_lot;
    filter.archived = o.archived;
    auto store = ctx.open_store();
    if (o.location)
        filter.location = find_location(store, *o.location);
    if (o.group)
        filter.group_key = find_group(store, *o.group).key;
    return ctx.print_listing(stock_list_columns(o.by_lot),
                             [&](const auto& use) { list_stock(store, filter, use); });
}

struct MovesOptions {
    std::optional<std::string> sku;
    std::optional<std::string> since;
    std::optional<std::string> until;
};

void declare_moves(CLI::App& verb, MovesOptions& o)
{
    optional_argument(verb, "sku", o.sku, "only those of this product");
    option(verb, "--since", o.since, "DATE", "from this day on, or as long ago as 90d");
    option(verb, "--until", o.until, "DATE", "up to this day");
}

int run_moves(Context& ctx, const MovesOptions& o)
{
    MoveFilter filter;
    const auto range = parse_day_range(ctx, o.since, o.until);
    filter.since = range.since;
    filter.until = range.until;
    auto store = ctx.open_store();
    if (o.sku)
        filter.product_id = product_by_sku(store, *o.sku).id;
    return ctx.print_listing(move_columns(),
                             [&](const auto& use) { list_moves(store, filter, use); });
}

struct LocationOptions {
    std::string name;
};

void declare_location_add(CLI::App& verb, LocationOptions& o)
{
    argument(verb, "name", o.name, "what it is called");
}

int run_location_add(Context& ctx, const LocationOptions& o)
{
    auto store = ctx.open_store();
    Transaction transaction(store);
    const auto id = add_location(store, o.name);
    transaction.commit();
    return ctx.print_made<LocationRow>(std::to_string(id), location_columns(), [&] {
        return LocationRow{id, find_location(store, o.name).name, 0};
    });
}

struct NoOptions {
};

void declare_nothing(CLI::App&, NoOptions&) {}

int run_location_list(Context& ctx, const NoOptions&)
{
    auto store = ctx.open_store();
    return ctx.print_listing(location_columns(), [&](const auto& use) {
        static_cast<void>(std::ranges::all_of(list_locations(store), use));
    });
}

void add_location_commands(const Noun& location)
{
    add_verb<LocationOptions>(location, {"add", "add a place where goods lie", Access::writes},
                              declare_location_add, run_location_add);
    add_verb<NoOptions>(location, {"list", "the places where goods lie"}, declare_nothing,
                        run_location_list);
}

} // namespace

void add_stock_listing(const Noun& noun)
{
    add_verb<ListOptions>(noun, {"list", "what there is of every product"}, declare_list, run_list);
    add_verb<MovesOptions>(noun, {"moves", "what came in, went out or changed its place"},
                           declare_moves, run_moves);
    add_group(noun, "location", "places where goods lie", add_location_commands);
}

} // namespace crm

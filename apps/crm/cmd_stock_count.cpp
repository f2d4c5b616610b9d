// SPDX-License-Identifier: MIT
#include "crm/cmd_stock.hpp"
#include "crm/context.hpp"
#include "crm/counts.hpp"
#include "crm/flags.hpp"
#include "crm/log_flags.hpp"
#include "crm/stock/count.hpp"
#include "crm/stock/count_due.hpp"
#include "crm/stock/count_post.hpp"
#include "crm/stock/count_sheet.hpp"

namespace crm
{

namespace
{

struct StartOptions {
    std::optional<std::string> location;
    std::optional<std::string> group;
    std::optional<std::string> date;
};

void declare_start(CLI::App& verb, StartOptions& o)
{
    option(verb, "--location", o.location, "LOCATION", "only what lies there");
    option(verb, "--group", o.group, "GROUP", "only products of this group");
    option(verb, "--date", o.date, "DATE", "freeze the end of this day, now unless given");
}

/// Now, or the last minute of another day.
LocalTime freeze_time(const Context& ctx, const std::optional<std::string>& date)
{
    const auto day = date ? parse_date(*date, ctx.today()) : ctx.today();
    return day == ctx.today() ? ctx.now() : LocalTime{day, 24 * 60 - 1};
}

int run_start(Context& ctx, const StartOptions& o)
{
    const auto at = freeze_time(ctx, o.date);
    warn_of_future(ctx, at);
    auto store = ctx.open_store();
    Transaction transaction(store);
    CountScope scope;
    if (o.location)
        scope.location = find_location(store, *o.location);
    if (o.group)
        scope.group = find_group(store, *o.group);
    const auto id = start_count(store, scope, at);
    transaction.commit();
    return ctx.print_made<CountRow>(std::to_string(id), count_columns(),
                                    [&] { return count_row(store, id); });
}

struct NoOptions {
};

void declare_nothing(CLI::App&, NoOptions&) {}

int run_list(Context& ctx, const NoOptions&)
{
    auto store = ctx.open_store();
    return ctx.print_listing(count_columns(), [&](const auto& use) { list_counts(store, use); });
}

struct IdOptions {
    std::string id;
};

void declare_id(CLI::App& verb, IdOptions& o)
{
    argument(verb, "id", o.id, "the count, as 'count list' shows it");
}

int run_cancel(Context& ctx, const IdOptions& o)
{
    const auto id = parse_count("ID", o.id);
    auto store = ctx.open_store();
    Transaction transaction(store);
    cancel_count(store, id, ctx.now());
    transaction.commit();
    return done;
}

struct DiffOptions : IdOptions {
    bool by_lot = false;
};

void declare_diff(CLI::App& verb, DiffOptions& o)
{
    declare_id(verb, o);
    flag(verb, "--by-lot", o.by_lot, "with a column for the lot");
}

int print_differences(Context& ctx, Store& store, std::int64_t id, bool by_lot)
{
    return ctx.print_listing(difference_columns(by_lot),
                             [&](const auto& use) { list_count_lines(store, id, use); });
}

int run_diff(Context& ctx, const DiffOptions& o)
{
    const auto id = parse_count("ID", o.id);
    auto store = ctx.open_store();
    return print_differences(ctx, store, id, o.by_lot);
}

struct PostOptions : DiffOptions {
    bool leave_uncounted = false;
};

void declare_post(CLI::App& verb, PostOptions& o)
{
    declare_diff(verb, o);
    flag(verb, "--leave-uncounted", o.leave_uncounted, "leave lines as they are without an entry");
}

int run_post(Context& ctx, const PostOptions& o)
{
    const auto id = parse_count("ID", o.id);
    auto store = ctx.open_store();
    Transaction transaction(store);
    post_count(store, id, o.leave_uncounted, ctx.now());
    transaction.commit();
    return print_differences(ctx, store, id, o.by_lot);
}

struct DueOptions {
    std::optional<std::string> year;
};

void declare_due(CLI::App& verb, DueOptions& o)
{
    option(verb, "--year", o.year, "YEAR", "the year, this one unless given");
}

int run_due(Context& ctx, const DueOptions& o)
{
    const std::chrono::year_month_day today(ctx.today());
    const auto year = o.year ? parse_count("--year", *o.year, 1900, 2199) : int(today.year());
    auto store = ctx.open_store();
    return ctx.print_listing(count_due_columns(), [&](const auto& use) {
        list_count_due(store, static_cast<int>(year), use);
    });
}

void add_count_commands(const Noun& count)
{
    add_verb<StartOptions>(count, {"start", "freeze what the books say", Access::writes},
                           declare_start, run_start);
    add_verb<NoOptions>(count, {"list", "list the counts"}, declare_nothing, run_list);
    add_count_entries(count);
    add_verb<DiffOptions>(count, {"diff", "what was counted against what the books say"},
                          declare_diff, run_diff);
    add_verb<PostOptions>(count, {"post", "book the differences and close a count", Access::writes},
                          declare_post, run_post);
    add_verb<IdOptions>(count, {"cancel", "close a count without any booking", Access::writes},
                        declare_id, run_cancel);
    add_verb<DueOptions>(count, {"due", "what has to be counted yet in a year"}, declare_due,
                         run_due);
}

} // namespace

void add_stock_counts(const Noun& noun)
{
    add_group(noun, "count", "stocktaking: what is really there", add_count_commands);
}

} // namespace crm

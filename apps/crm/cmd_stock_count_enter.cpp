// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/cmd_stock.hpp"
#include "crm/context.hpp"
#include "crm/counts.hpp"
#include "crm/flags.hpp"
#include "crm/log_flags.hpp"
#include "crm/stock/count_entry.hpp"
#include "crm/stock/count_sheet.hpp"
#include "crm/stock/count_tolerance.hpp"
#include "crm/table_import.hpp"

#include <algorithm>

namespace crm
{

namespace
{

struct SheetOptions {
    std::string id;
    bool blind = false;
    bool recount = false;
};

void declare_sheet(CLI::App& verb, SheetOptions& o)
{
    argument(verb, "id", o.id, "the count, as 'count list' shows it");
    flag(verb, "--blind", o.blind, "an empty form: neither book quantities nor former entries");
    flag(verb, "--recount", o.recount, "only what differs too much and has to be counted again");
}

int run_sheet(Context& ctx, const SheetOptions& o)
{
    const auto id = parse_count("ID", o.id);
    auto store = ctx.open_store();
    return ctx.print_listing(sheet_columns(o.blind), [&](const auto& use) {
        if (o.recount)
            list_recount_lines(store, id, use);
        else
            list_count_lines(store, id, use);
    });
}

struct EnterOptions {
    std::string id;
    std::vector<std::string> entries;
    std::optional<std::string> at;
    bool second = false;
    std::optional<std::string> location;
    std::optional<std::string> lot;
    std::optional<std::string> counter;
    std::vector<std::string> maps;
    bool skip_errors = false;
};

void declare_enter(CLI::App& verb, EnterOptions& o)
{
    argument(verb, "id", o.id, "the count, as 'count list' shows it");
    arguments(verb, "entry", o.entries,
              "SKU=QUANTITY, or the sheet as a CSV file, or - for standard input");
    option(verb, "--at", o.at, "TIME", "the moment that was counted, the freeze unless given");
    flag(verb, "--second", o.second, "a second count of what seemed wrong, by somebody else");
    option(verb, "--location", o.location, "LOCATION", "where it lies; only for SKU=QUANTITY");
    option(verb, "--lot", o.lot, "LOT", "of which lot it is; only for SKU=QUANTITY");
    option(verb, "--counter", o.counter, "NAME", "who counted; only for SKU=QUANTITY");
    repeatable(verb, "--map", o.maps, "COLUMN=KEY", "what columns of a file with other names mean");
    flag(verb, "--skip-errors", o.skip_errors, "leave bad rows of a file out");
}

EntryMoment entry_moment(const Context& ctx, const EnterOptions& o)
{
    EntryMoment moment;
    moment.now = ctx.now();
    moment.second = o.second;
    if (o.at) {
        moment.at = parse_time(*o.at, ctx.today());
        warn_of_future(ctx, *moment.at);
    }
    return moment;
}

int enter_file(Context& ctx, std::int64_t id, const EnterOptions& o)
{
    if (o.location || o.lot || o.counter)
        throw error(ErrorKind::usage, "--location, --lot and --counter are columns of a file");
    TableImportFlags flags;
    flags.file = o.entries.front();
    flags.maps = o.maps;
    flags.skip_errors = o.skip_errors;
    return run_keyed_import(ctx, flags, count_entry_keys(),
                            [&](Store& store, KeyedTable& table, const ImportEvents& events) {
                                return enter_sheet(store, id, table, entry_moment(ctx, o),
                                                   ctx.decimal(), o.skip_errors, events);
                            });
}

int enter_words(Context& ctx, std::int64_t id, const EnterOptions& o)
{
    const auto moment = entry_moment(ctx, o);
    auto store = ctx.open_store();
    Transaction transaction(store);
    CountEntries entries(store, id, moment);
    for (const auto& word : o.entries) {
        const auto mark = word.rfind('=');
        if (mark == std::string::npos || mark == 0)
            throw error(ErrorKind::usage, "'{}' is no entry of a count", word)
                .with_hint("give SKU=QUANTITY, as in A-100=12, or one file");
        CountedGoods goods;
        goods.sku = trim(std::string_view(word).substr(0, mark));
        goods.quantity = parse_quantity(word.substr(mark + 1), ctx.decimal());
        goods.location = o.location;
        goods.lot = o.lot;
        goods.counter = o.counter ? std::string_view(*o.counter) : std::string_view();
        entries.enter(goods);
    }
    transaction.commit();
    return done;
}

int run_enter(Context& ctx, const EnterOptions& o)
{
    const auto id = parse_count("ID", o.id);
    const bool one_file = o.entries.size() == 1 && o.entries.front().find('=') == std::string::npos;
    return one_file ? enter_file(ctx, id, o) : enter_words(ctx, id, o);
}

} // namespace

void add_count_entries(const Noun& count)
{
    add_verb<SheetOptions>(count, {"sheet", "what there is to be counted"}, declare_sheet,
                           run_sheet);
    add_verb<EnterOptions>(count, {"enter", "record what was counted", Access::writes},
                           declare_enter, run_enter);
}

} // namespace crm

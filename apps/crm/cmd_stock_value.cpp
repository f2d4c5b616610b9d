// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/cmd_stock.hpp"
#include "crm/context.hpp"
#include "crm/digest_buffer.hpp"
#include "crm/flags.hpp"
#include "crm/order/market.hpp"
#include "crm/product_names.hpp"
#include "crm/stock/inventory.hpp"
#include "crm/stock/slow.hpp"
#include "crm/stock/value.hpp"

#include <algorithm>

namespace crm
{

namespace
{

struct ValueOptions {
    std::optional<std::string> as_of;
    std::optional<std::string> method;
    bool lower_of_market = false;
};

void declare_value(CLI::App& verb, ValueOptions& o)
{
    option(verb, "--as-of", o.as_of, "DATE", "at the end of this day, today unless given");
    option(verb, "--method", o.method, "COST-METHOD",
           "at the moving average, or first in, first out");
    flag(verb, "--lower-of-market", o.lower_of_market,
         "at what it would cost now where that is less");
}

CostMethod parse_method(const std::string& typed)
{
    if (typed != "average" && typed != "fifo")
        throw error(ErrorKind::usage, "'{}' is no value for --method", typed)
            .with_hint("one of: average, fifo");
    return typed == "fifo" ? CostMethod::fifo : CostMethod::average;
}

int run_value(Context& ctx, const ValueOptions& o)
{
    ValueQuery wanted;
    wanted.as_of = ctx.day_or_today(o.as_of);
    wanted.method = parse_method(o.method.value_or("average"));
    wanted.lower_of_market = o.lower_of_market;
    auto store = ctx.open_store();
    if (wanted.lower_of_market && wanted.as_of < ctx.today())
        ctx.warn(format("market prices are those of today, not of {}", to_string(wanted.as_of)));
    MarketPrices prices(store, ctx.today());
    wanted.market = [&](const StockedProduct& product, Quantity quantity) {
        return prices.of(product, quantity);
    };
    UnknownCosts unknown;
    ProductNames without_market;
    Money total;
    const auto code = ctx.print_listing(value_columns(), [&](const auto& use) {
        list_values(store, wanted, [&](const ValueRow& row) {
            if (!row.value)
                unknown.add(row.sku);
            else if (!row.market && row.on_hand > Quantity{})
                without_market.add(row.sku);
            total += row.value.value_or(Money{});
            return use(row);
        });
    });
    unknown.warn(ctx);
    if (wanted.lower_of_market && !without_market.empty())
        ctx.warn(format("nothing says what would be paid now for {}: the value is the cost",
                        without_market.all()));
    if (const auto options = ctx.output_options();
        options.format == Format::table && !options.limit && code == done)
        ctx.say(format("together {}", to_string(total)));
    return code;
}

struct InventoryOptions {
    std::optional<std::string> as_of;
};

void declare_inventory(CLI::App& verb, InventoryOptions& o)
{
    option(verb, "--as-of", o.as_of, "DATE", "at the end of this day").required();
}

/// Writes the list and counts it; the checksum is that of the bytes written.
InventoryList write_inventory(Context& ctx, Store& store, Date as_of)
{
    InventoryList list{as_of, ctx.now(), 0, {}, ""};
    UnknownCosts unknown;
    auto options = ctx.output_options();
    options.title = "stock inventory";
    DigestBuffer digest(ctx.output());
    std::ostream out(&digest);
    out.exceptions(std::ios::badbit);
    list.rows = write_listing(inventory_columns(), options, out, [&](const auto& use) {
        list_inventory(store, as_of, [&](const InventoryRow& row) {
            if (!row.value)
                unknown.add(row.sku);
            list.value += row.value.value_or(Money{});
            return use(row);
        });
    });
    unknown.warn(ctx);
    list.checksum = digest.checksum();
    return list;
}

void check_complete(const Context& ctx)
{
    if (!ctx.options().output)
        throw error(ErrorKind::usage, "an inventory list is a file")
            .with_hint("say which with --output FILE");
    if (ctx.output_options().limit)
        throw error(ErrorKind::usage, "an inventory list is complete: --limit does not go with it");
}

int run_inventory(Context& ctx, const InventoryOptions& o)
{
    check_complete(ctx);
    const auto as_of = ctx.day_or_today(o.as_of);
    auto store = ctx.open_store();
    Transaction transaction(store); // the list and what is recorded of it are of one moment
    const auto list = write_inventory(ctx, store, as_of);
    const auto code = ctx.finish_listing(list.rows);
    if (code != done)
        return code;
    ctx.output().flush(); // a full disk shows before anything is recorded
    record_inventory(store, list);
    transaction.commit();
    ctx.drop_output_of_dry_run();
    ctx.commit_output(code);
    Output standard(std::nullopt);
    standard.stream() << list.checksum << "  " << *ctx.options().output << '\n';
    standard.commit();
    return done;
}

struct SlowOptions {
    std::optional<std::string> since;
};

void declare_slow(CLI::App& verb, SlowOptions& o)
{
    option(verb, "--not-moved-since", o.since, "DATE",
           "of which nothing went out since this day, or for as long as 1y")
        .required();
}

int run_slow(Context& ctx, const SlowOptions& o)
{
    const auto since = parse_since(*o.since, ctx.today());
    auto store = ctx.open_store();
    return ctx.print_listing(slow_columns(),
                             [&](const auto& use) { list_slow(store, since, ctx.today(), use); });
}

} // namespace

void add_stock_values(const Noun& noun)
{
    add_verb<ValueOptions>(noun, {"value", "what the stock is worth"}, declare_value, run_value);
    add_verb<InventoryOptions>(
        noun,
        {"inventory", "hand out the inventory list of a day, with its checksum", Access::writes},
        declare_inventory, run_inventory);
    add_verb<SlowOptions>(noun, {"slow", "goods that lie"}, declare_slow, run_slow);
}

} // namespace crm

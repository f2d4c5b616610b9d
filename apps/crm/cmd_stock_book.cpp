// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/cmd_stock.hpp"
#include "crm/context.hpp"
#include "crm/counts.hpp"
#include "crm/flags.hpp"
#include "crm/log_flags.hpp"
#include "crm/moved_goods.hpp"
#include "crm/stock/location.hpp"
#include "crm/stock/lot_day.hpp"
#include "crm/stock/moves.hpp"
#include "crm/stock/reverse.hpp"
#include "crm/stock/transfer.hpp"

#include <algorithm>
#include <set>

namespace crm
{

namespace
{

struct BookOptions {
    std::string sku;
    std::string quantity;
    std::optional<std::string> location;
    std::optional<std::string> cost;
    std::optional<std::string> reason;
    std::optional<std::string> date;
    std::optional<std::string> lot;
    std::optional<std::string> best_before;
};

void declare_goods(CLI::App& verb, std::string& sku, std::string& quantity)
{
    argument(verb, "sku", sku, "the product");
    argument(verb, "quantity", quantity, "how many units");
}

void declare_receive(CLI::App& verb, BookOptions& o)
{
    declare_goods(verb, o.sku, o.quantity);
    option(verb, "--location", o.location, "LOCATION", "where they lie from now on, else main");
    option(verb, "--cost", o.cost, "AMOUNT", "what a unit cost, else the product's cost");
    option(verb, "--reason", o.reason, "TEXT", "where they come from");
    option(verb, "--date", o.date, "DATE", "the day of it, today unless given");
    option(verb, "--lot", o.lot, "LOT", "the lot (batch) that they are of");
    option(verb, "--best-before", o.best_before, "DATE", "the day until which they keep");
}

void declare_issue(CLI::App& verb, BookOptions& o)
{
    declare_goods(verb, o.sku, o.quantity);
    option(verb, "--location", o.location, "LOCATION", "where they are taken from, else main");
    option(verb, "--cost", o.cost, "AMOUNT", "what a unit cost, else the average");
    option(verb, "--reason", o.reason, "TEXT", "what they are taken for");
    option(verb, "--date", o.date, "DATE", "the day of it, today unless given");
    option(verb, "--lot", o.lot, "LOT", "only of this lot, else what expires first");
    option(verb, "--best-before", o.best_before, "DATE", "only what expires on this day");
}

Quantity parse_moved(const std::string& typed, Decimal decimal)
{
    const auto quantity = parse_quantity(typed, decimal);
    if (quantity <= Quantity{})
        throw error(ErrorKind::usage, "'{}' is no quantity to move", typed)
            .with_hint("give a quantity above 0");
    return quantity;
}

LocalTime time_of(const Context& ctx, const std::optional<std::string>& date)
{
    auto at = ctx.now();
    if (date)
        at.day = parse_date(*date, ctx.today());
    warn_of_future(ctx, at);
    return at;
}

/// Prints a movement as the thing that was made, several one a line.
int print_booked(Context& ctx, Store& store, const std::vector<Booked>& booked)
{
    if (booked.size() == 1)
        return ctx.print_made<MoveRow>(std::to_string(booked.front().id), move_columns(),
                                       [&] { return move_row(store, booked.front().id); });
    if (ctx.json())
        return ctx.print_listing(move_columns(), [&](const auto& use) {
            static_cast<void>(std::ranges::all_of(
                booked, [&](const Booked& each) { return use(move_row(store, each.id)); }));
        });
    for (const auto& each : booked)
        ctx.print_line(std::to_string(each.id));
    return done;
}

Booking parse_booking(const Context& ctx, const BookOptions& o)
{
    Booking booking;
    booking.quantity = parse_moved(o.quantity, ctx.decimal());
    booking.at = time_of(ctx, o.date);
    if (o.cost)
        booking.unit_cost = parse_unit_price(*o.cost, ctx.decimal());
    if (booking.unit_cost && *booking.unit_cost < UnitPrice{})
        throw error(ErrorKind::usage, "'{}' is no cost", *o.cost);
    booking.reason = trim(o.reason.value_or(""));
    booking.lot = trim(o.lot.value_or(""));
    if (o.best_before)
        booking.best_before = parse_date(*o.best_before, ctx.today());
    return booking;
}

int run_receive(Context& ctx, const BookOptions& o)
{
    auto booking = parse_booking(ctx, o);
    booking.kind = MovementKind::receipt;
    auto store = ctx.open_store();
    Transaction transaction(store);
    const auto product = product_by_sku(store, o.sku);
    booking.product_id = product.id;
    booking.location_id = find_location(store, o.location.value_or(main_location)).id;
    if (!booking.unit_cost)
        booking.unit_cost = product.cost;
    const MovedGoods moved(store);
    const auto booked = book(store, booking);
    moved.warn(ctx);
    if (!booking.unit_cost)
        ctx.warn(format("what '{}' cost is not known: nor is what it is worth", product.sku));
    transaction.commit();
    return print_booked(ctx, store, booked);
}

int run_issue(Context& ctx, const BookOptions& o)
{
    auto booking = parse_booking(ctx, o);
    booking.kind = MovementKind::issue;
    booking.quantity = -booking.quantity;
    auto store = ctx.open_store();
    Transaction transaction(store);
    booking.product_id = product_by_sku(store, o.sku).id;
    booking.location_id = find_location(store, o.location.value_or(main_location)).id;
    const MovedGoods moved(store);
    const auto booked = book(store, booking);
    moved.warn(ctx);
    transaction.commit();
    return print_booked(ctx, store, booked);
}

struct TransferOptions {
    std::string sku;
    std::string quantity;
    std::optional<std::string> from;
    std::optional<std::string> to;
    std::optional<std::string> date;
    std::optional<std::string> lot;
    std::optional<std::string> reason;
};

void declare_transfer(CLI::App& verb, TransferOptions& o)
{
    declare_goods(verb, o.sku, o.quantity);
    option(verb, "--from", o.from, "LOCATION", "where they lie").required();
    option(verb, "--to", o.to, "LOCATION", "where they lie from now on").required();
    option(verb, "--date", o.date, "DATE", "the day of it, today unless given");
    option(verb, "--lot", o.lot, "LOT", "only of this lot, else what expires first");
    option(verb, "--reason", o.reason, "TEXT", "why");
}

int run_transfer(Context& ctx, const TransferOptions& o)
{
    Transfer transfer;
    transfer.quantity = parse_moved(o.quantity, ctx.decimal());
    transfer.at = time_of(ctx, o.date);
    transfer.lot = trim(o.lot.value_or(""));
    transfer.reason = trim(o.reason.value_or(""));
    auto store = ctx.open_store();
    Transaction transaction(store);
    transfer.product_id = product_by_sku(store, o.sku).id;
    transfer.from_id = find_location(store, *o.from).id;
    transfer.to_id = find_location(store, *o.to).id;
    const MovedGoods moved(store);
    const auto booked = book_transfer(store, transfer);
    moved.warn(ctx);
    transaction.commit();
    return print_booked(ctx, store, booked);
}

struct ReverseOptions {
    std::vector<std::string> movements;
    std::optional<std::string> date;
    std::optional<std::string> reason;
};

void declare_reverse(CLI::App& verb, ReverseOptions& o)
{
    arguments(verb, "movement", o.movements, "movements entered by hand, as 'stock moves' shows");
    option(verb, "--date", o.date, "DATE", "the day of it, that of the movement unless given");
    option(verb, "--reason", o.reason, "TEXT", "why");
}

int run_reverse(Context& ctx, const ReverseOptions& o)
{
    Reversal wanted;
    if (o.date)
        wanted.day = ctx.day_or_today(o.date);
    wanted.reason = trim(o.reason.value_or(""));
    auto store = ctx.open_store();
    Transaction transaction(store);
    const MovedGoods moved(store);
    std::vector<Booked> booked;
    std::set<std::int64_t> done_with; // both movements of a transfer may be named
    for (const auto& typed : o.movements) {
        wanted.movement_id = parse_count("MOVEMENT", typed);
        if (done_with.contains(wanted.movement_id))
            continue;
        for (const auto& each : reverse_movement(store, wanted)) {
            done_with.insert(each.returns_id);
            booked.push_back(each);
        }
    }
    moved.warn(ctx);
    transaction.commit();
    return print_booked(ctx, store, booked);
}

struct LotOptions {
    std::string sku;
    std::string lot;
    std::optional<std::string> best_before;
};

void declare_lot(CLI::App& verb, LotOptions& o)
{
    argument(verb, "sku", o.sku, "the product");
    argument(verb, "lot", o.lot, "the lot (batch)");
    option(verb, "--best-before", o.best_before, "DATE", "the day until which it keeps").required();
}

int run_lot_edit(Context& ctx, const LotOptions& o)
{
    const auto day = parse_date(*o.best_before, ctx.today());
    auto store = ctx.open_store();
    Transaction transaction(store);
    correct_lot_day(store, product_by_sku(store, o.sku).id, trim(o.lot), day);
    transaction.commit();
    return done;
}

void add_lot_commands(const Noun& lot)
{
    add_verb<LotOptions>(lot, {"edit", "correct until when a lot keeps", Access::writes},
                         declare_lot, run_lot_edit);
}

} // namespace

void add_stock_booking(const Noun& noun)
{
    add_verb<BookOptions>(noun, {"receive", "goods come in", Access::writes}, declare_receive,
                          run_receive);
    add_verb<BookOptions>(noun, {"issue", "goods go out", Access::writes}, declare_issue,
                          run_issue);
    add_verb<TransferOptions>(noun, {"transfer", "goods change their location", Access::writes},
                              declare_transfer, run_transfer);
    add_verb<ReverseOptions>(noun,
                             {"reverse", "take back what was booked by mistake", Access::writes},
                             declare_reverse, run_reverse);
    add_group(noun, "lot", "batches of goods", add_lot_commands);
}

} // namespace crm

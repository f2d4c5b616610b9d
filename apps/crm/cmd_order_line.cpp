// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/cmd_order.hpp"
#include "crm/counts.hpp"
#include "crm/flags.hpp"
#include "crm/order/change.hpp"
#include "crm/order/order_state.hpp"
#include "crm/order/place.hpp"
#include "crm/order/pricing.hpp"
#include "crm/order_card.hpp"
#include "crm/tax_flag.hpp"

#include <algorithm>

namespace crm
{

namespace
{

using Text = std::optional<std::string>;

/// What a line may be given one by one.
struct LineFlags {
    Text quantity, price, discount, text, tax;
};

void declare_flags(CLI::App& verb, LineFlags& o)
{
    option(verb, "--quantity", o.quantity, "QUANTITY", "how many");
    option(verb, "--price", o.price, "AMOUNT", "price of one, net");
    option(verb, "--discount", o.discount, "PERCENT", "discount in percent");
    option(verb, "--text", o.text, "TEXT", "what the line says");
    option(verb, "--tax", o.tax, "TAX",
           "class of VAT of a line without product, that of the goods unless given");
}

/// Says of a line of words how it is taxed.
void apply_tax(const std::string& typed, OrderLine& line)
{
    const auto tax = parse_tax(typed);
    if (line.product_id)
        throw error(ErrorKind::rejected, "'{}' is taxed as its product", line.sku)
            .with_hint("--tax is for lines of words; 'crm stock product edit {} --tax' counts for "
                       "new lines",
                       line.sku);
    line.tax = tax;
    line.tax_given = true;
}

/// Puts what is given into a line; a price or discount takes the place of all conditions.
void apply(const Context& ctx, const LineFlags& o, OrderLine& line)
{
    if (o.quantity)
        line.quantity = parse_quantity(*o.quantity, ctx.decimal());
    if (line.quantity <= Quantity{})
        throw error(ErrorKind::rejected, "the quantity is not above 0");
    if (o.price)
        line.price = parse_unit_price(*o.price, ctx.decimal());
    if (line.price < UnitPrice{})
        throw error(ErrorKind::rejected, "the price is below 0");
    if (o.discount)
        line.discount = parse_rate(*o.discount, ctx.decimal());
    else if (o.price)
        line.discount = {};
    if (line.discount < Rate{} || line.discount > Rate{10'000})
        throw error(ErrorKind::rejected, "the discount is not between 0 and 100 %");
    if (o.price || o.discount)
        mark_given(line);
    if (o.text)
        line.text = *o.text;
    if (o.tax)
        apply_tax(*o.tax, line);
}

/// Writes the order; says so if words that were not given a class get another one thereby.
void update_lines(const Context& ctx, Store& store, Order& order)
{
    const auto before = order_by_id(store, order.id);
    update_order(store, order);
    auto doubt = doubt_about_words(order);
    if (!doubt)
        doubt = words_taxed_anew(before, order);
    if (doubt && doubt != doubt_about_words(before))
        ctx.warn(format("{}; 'crm order line set --tax' says another", *doubt));
}

struct AddOptions {
    std::string order;
    std::vector<std::string> lines;
    LineFlags flags;
};

void declare_add(CLI::App& verb, AddOptions& o)
{
    argument(verb, "order", o.order, "a draft or quote");
    optional_arguments(verb, "line", o.lines,
                       "what is ordered: SKU:QTY@PRICE-PCT%, all but the SKU if needed");
    declare_flags(verb, o.flags);
}

/// Words with a price and no product: freight, packing.
OrderLine words(const Context& ctx, const LineFlags& o)
{
    if (!o.text || !o.price)
        throw error(ErrorKind::usage, "a line of words needs --text and --price")
            .with_hint("or name a product: SKU:QTY");
    OrderLine line;
    line.quantity = {1000};
    apply(ctx, o, line);
    return line;
}

int run_add(Context& ctx, const AddOptions& o)
{
    std::vector<LineText> lines;
    for (const auto& line : o.lines)
        lines.push_back(parse_line(line, ctx.decimal()));
    const auto& f = o.flags;
    if (!lines.empty() && (f.quantity || f.price || f.discount || f.text))
        throw error(ErrorKind::usage, "a line of a product says quantity and price itself")
            .with_hint("write SKU:QTY@PRICE-PCT%, as in HY-100:4@12.50-10%");
    if (!lines.empty() && f.tax)
        throw error(ErrorKind::usage, "--tax is for a line of words, a product has its own")
            .with_hint("'crm stock product edit {} --tax {}' counts for new lines",
                       lines.front().sku, *f.tax);
    auto store = ctx.open_store();
    Transaction transaction(store);
    auto order = order_by_number(store, o.order);
    check_open_to_change(order);
    const auto before = order.lines.size();
    if (lines.empty())
        order.lines.push_back(words(ctx, f));
    add_lines(store, order, lines);
    update_lines(ctx, store, order);
    for (const auto& doubt : doubts_about(store, order))
        ctx.warn(doubt);
    transaction.commit();
    if (ctx.json())
        return print_changed(ctx, store, order);
    for (auto i = before; i < order.lines.size(); ++i)
        ctx.print_line(std::to_string(order.lines[i].position));
    return done;
}

/// The line that a word names by its place in the order.
OrderLine& line_named(Order& order, const std::string& position)
{
    constexpr int most = 1'000'000;
    return line_at(order, static_cast<int>(parse_count("LINE", position, 1, most)));
}

struct SetOptions {
    std::string order;
    std::string line;
    LineFlags flags;
};

void declare_set(CLI::App& verb, SetOptions& o)
{
    argument(verb, "order", o.order, "a draft or quote");
    argument(verb, "line", o.line, "the number of the line");
    declare_flags(verb, o.flags);
}

int run_set(Context& ctx, const SetOptions& o)
{
    const auto& f = o.flags;
    if (!f.quantity && !f.price && !f.discount && !f.text && !f.tax)
        throw error(ErrorKind::usage, "nothing is said to be changed")
            .with_hint("give --quantity, --price, --discount, --text or --tax");
    auto store = ctx.open_store();
    Transaction transaction(store);
    auto order = order_by_number(store, o.order);
    check_open_to_change(order);
    auto& line = line_named(order, o.line);
    apply(ctx, f, line);
    reprice(store, order, line);
    update_lines(ctx, store, order);
    transaction.commit();
    return print_changed(ctx, store, order);
}

struct RemoveOptions {
    std::string order;
    std::vector<std::string> lines;
};

void declare_remove(CLI::App& verb, RemoveOptions& o)
{
    argument(verb, "order", o.order, "a draft or quote");
    arguments(verb, "line", o.lines, "the numbers of lines; the others keep theirs");
}

int run_remove(Context& ctx, const RemoveOptions& o)
{
    auto store = ctx.open_store();
    Transaction transaction(store);
    auto order = order_by_number(store, o.order);
    check_open_to_change(order);
    for (const auto& each : o.lines) {
        const auto position = line_named(order, each).position;
        std::erase_if(order.lines, [&](const auto& line) { return line.position == position; });
    }
    update_lines(ctx, store, order);
    transaction.commit();
    return print_changed(ctx, store, order);
}

} // namespace

void add_order_lines(const Noun& noun)
{
    add_group(noun, "line", "the lines of a draft or quote", [](const Noun& group) {
        add_verb<AddOptions>(group, {"add", "add lines", Access::writes}, declare_add, run_add);
        add_verb<SetOptions>(group, {"set", "change a line", Access::writes}, declare_set, run_set);
        add_verb<RemoveOptions>(group, {"remove", "take lines away", Access::writes},
                                declare_remove, run_remove);
    });
}

} // namespace crm

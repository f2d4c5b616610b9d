// SPDX-License-Identifier: MIT
#include "crm/cmd_stock.hpp"
#include "crm/flags.hpp"
#include "crm/log_flags.hpp"
#include "crm/order/reorder.hpp"
#include "crm/product_names.hpp"

#include <algorithm>

namespace crm
{

namespace
{

struct ReorderOptions {
    bool create_orders = false;
};

void declare_reorder(CLI::App& verb, ReorderOptions& o)
{
    flag(verb, "--create-orders", o.create_orders,
         "make confirmed purchase orders of it, one a supplier");
}

/// Names what got no order. Returns whether all did.
bool warn_of_left_out(const Context& ctx, std::span<const ReorderRow> proposed)
{
    bool all = true;
    for (const auto& row : proposed) {
        if (row.doubt.empty())
            continue;
        all = false;
        ctx.warn(format("{}: it was not ordered", row.doubt));
        ctx.say(tr("hint: ") + row.hint);
    }
    return all;
}

/// Names what would get none for want of a price. Nothing is left out yet.
void warn_of_unpriced(const Context& ctx, std::span<const ReorderRow> proposed)
{
    ProductNames unpriced;
    for (const auto& row : proposed)
        if (row.supplier_id && !row.doubt.empty())
            unpriced.add(row.sku);
    if (!unpriced.empty())
        ctx.warn(format("nothing says at what price to order {}", unpriced.all()));
}

int run_reorder(Context& ctx, const ReorderOptions& o)
{
    auto store = ctx.open_store();
    std::optional<Transaction> transaction;
    if (o.create_orders)
        transaction.emplace(store);
    auto proposed = reorder_proposal(store);
    price_proposed(store, proposed, ctx.today());
    if (o.create_orders)
        order_proposed(store, proposed, log_now(ctx));
    bool all = true;
    if (o.create_orders)
        all = warn_of_left_out(ctx, proposed);
    else
        warn_of_unpriced(ctx, proposed);
    const auto code = ctx.print_listing(reorder_columns(o.create_orders), [&](const auto& use) {
        static_cast<void>(std::ranges::all_of(proposed, use));
    });
    if (transaction)
        transaction->commit();
    return code == done && !all ? rows_left_out : code;
}

} // namespace

void add_stock_reorder(const Noun& noun)
{
    add_verb<ReorderOptions>(
        noun, {"reorder", "what runs short, and what to order from whom", Access::writes},
        declare_reorder, run_reorder);
}

} // namespace crm

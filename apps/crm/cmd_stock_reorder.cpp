// SPDX-License-Identifier: MIT
#include "crm/cmd_stock.hpp"
#include "crm/flags.hpp"
#include "crm/log_flags.hpp"
#include "crm/order/reorder.hpp"

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
    for (const auto& row : proposed)
        if (o.create_orders && row.order.empty())
            ctx.warn(format("'{}' has no supplier and was not ordered", row.sku));
    const auto code = ctx.print_listing(reorder_columns(o.create_orders), [&](const auto& use) {
        static_cast<void>(std::ranges::all_of(proposed, use));
    });
    if (transaction)
        transaction->commit();
    return code;
}

} // namespace

void add_stock_reorder(const Noun& noun)
{
    add_verb<ReorderOptions>(
        noun, {"reorder", "what runs short, and what to order from whom", Access::writes},
        declare_reorder, run_reorder);
}

} // namespace crm

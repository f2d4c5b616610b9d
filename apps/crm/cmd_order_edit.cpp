// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/cmd_order.hpp"
#include "crm/flags.hpp"
#include "crm/order/edit.hpp"
#include "crm/order_card.hpp"
#include "crm/order_flags.hpp"
#include "crm/unset.hpp"

#include <array>

namespace crm
{

namespace
{

struct EditOptions {
    std::string order;
    HeadFlags head;
    std::vector<std::string> unset;

    bool operator==(const EditOptions&) const = default;
};

void declare_edit(CLI::App& verb, EditOptions& o)
{
    argument(verb, "order", o.order, "a draft or quote, or an order that is not invoiced");
    declare_head_flags(verb, o.head);
    repeatable(verb, "--unset", o.unset, "ORDER-FIELD", "takes away what was recorded");
}

constexpr std::array<Unset<Order>, 6> unsets = {{
    {"reference", [](Order& o) { o.reference.clear(); }},
    {"buyer-reference", [](Order& o) { o.buyer_reference.clear(); }},
    {"person", [](Order& o) { o.person_id.reset(); }},
    {"deliver-by", [](Order& o) { o.deliver_by.reset(); }},
    {"valid-until", [](Order& o) { o.valid_until.reset(); }},
    {"text", [](Order& o) { o.text.clear(); }},
}};

int run_edit(Context& ctx, const EditOptions& o)
{
    EditOptions nothing;
    nothing.order = o.order;
    if (o == nothing)
        throw error(ErrorKind::usage, "there is nothing to change")
            .with_hint("say what, as in --deliver-by 2026-07-31; see 'crm order edit --help'");
    auto store = ctx.open_store();
    Transaction transaction(store);
    auto order = order_by_number(store, o.order);
    for (const auto& field : o.unset)
        unset_field<Order>(unsets, order, field);
    apply_head_flags(ctx, store, o.head, order);
    edit_order(store, order);
    transaction.commit();
    return print_changed(ctx, store, order);
}

} // namespace

void add_order_editing(const Noun& noun)
{
    add_verb<EditOptions>(noun, {"edit", "change what an order says of itself", Access::writes},
                          declare_edit, run_edit);
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/base/items.hpp"
#include "crm/cmd_order.hpp"
#include "crm/contact/resolve.hpp"
#include "crm/flags.hpp"
#include "crm/order/edit.hpp"
#include "crm/order/place.hpp"
#include "crm/order_card.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

using Text = std::optional<std::string>;

struct EditOptions {
    std::string order;
    Text reference, buyer_reference, person, deliver_by, valid_until, text;
    std::vector<std::string> unset;

    bool operator==(const EditOptions&) const = default;
};

void declare_edit(CLI::App& verb, EditOptions& o)
{
    argument(verb, "order", o.order, "a draft or quote, or an order that is not invoiced");
    option(verb, "--reference", o.reference, "TEXT", "how the contact calls it");
    option(verb, "--buyer-reference", o.buyer_reference, "TEXT",
           "what an invoice has to name, a Leitweg-ID for authorities");
    option(verb, "--person", o.person, "PERSON", "who of the company orders or is asked");
    option(verb, "--deliver-by", o.deliver_by, "DATE", "day by which it is wanted");
    option(verb, "--valid-until", o.valid_until, "DATE", "last day on which a quote is good");
    option(verb, "--text", o.text, "TEXT", "words above the lines");
    repeatable(verb, "--unset", o.unset, "ORDER-FIELD", "takes away what was recorded");
}

struct Unset {
    std::string_view field;
    void (*apply)(Order& order);
};

constexpr std::array<Unset, 6> unsets = {{
    {"reference", [](Order& o) { o.reference.clear(); }},
    {"buyer-reference", [](Order& o) { o.buyer_reference.clear(); }},
    {"person", [](Order& o) { o.person_id.reset(); }},
    {"deliver-by", [](Order& o) { o.deliver_by.reset(); }},
    {"valid-until", [](Order& o) { o.valid_until.reset(); }},
    {"text", [](Order& o) { o.text.clear(); }},
}};

void unset(Order& order, const std::string& field)
{
    const auto found = std::ranges::find(unsets, field, &Unset::field);
    if (found == unsets.end()) {
        std::vector<std::string_view> fields;
        for (const auto& each : unsets)
            fields.push_back(each.field);
        throw error(ErrorKind::usage, "there is no field '{}' to unset", field)
            .with_hint("one of: {}", joined(fields));
    }
    found->apply(order);
}

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
        unset(order, field);
    order.reference = o.reference.value_or(order.reference);
    order.buyer_reference = o.buyer_reference.value_or(order.buyer_reference);
    order.text = o.text.value_or(order.text);
    if (o.deliver_by)
        order.deliver_by = parse_date(*o.deliver_by, ctx.today());
    if (o.valid_until)
        order.valid_until = parse_date(*o.valid_until, ctx.today());
    if (o.person)
        set_person(store, order, person_to_change(store, *o.person));
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

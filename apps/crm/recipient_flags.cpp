// SPDX-License-Identifier: MIT
#include "crm/recipient_flags.hpp"

#include "crm/base/country.hpp"
#include "crm/base/error.hpp"
#include "crm/contact/staff.hpp"
#include "crm/counts.hpp"
#include "crm/flags.hpp"
#include "crm/stock/group.hpp"
#include "crm/stock/product.hpp"

namespace crm
{

namespace
{

using Single = std::optional<std::string>;

struct SingleFlag {
    const char* name;
    Single RecipientFlags::*value;
    const char* value_name;
    const char* summary;
};

struct SeveralFlag {
    const char* name;
    std::vector<std::string> RecipientFlags::*values;
    const char* value_name;
    const char* summary;
};

struct SwitchFlag {
    const char* name;
    bool RecipientFlags::*value;
    const char* summary;
};

using F = RecipientFlags;

// In the order in which a stored filter shows them.
constexpr SwitchFlag switches[] = {
    {"--customer", &F::customer, "customers; without any of these four: customers and prospects"},
    {"--prospect", &F::prospect, "prospects"},
    {"--supplier", &F::supplier, "suppliers"},
    {"--all", &F::all, "everybody who is recorded, but the own people"},
    {"--or-never", &F::or_never, "with --no-order-since: who has never ordered, too"},
};

constexpr SeveralFlag lists[] = {
    {"--tag", &F::tags, "TAG", "only those with this tag"},
    {"--not-tag", &F::not_tags, "TAG", "only those without this tag"},
};

constexpr SingleFlag singles[] = {
    {"--kind", &F::kind, "KIND", "only companies, or only people who buy for themselves"},
    {"--manager", &F::manager, "STAFF", "only those whom this staff member looks after"},
    {"--city", &F::city, "CITY", "only those in this city"},
    {"--postcode", &F::postcode, "POSTCODE",
     "only those with this postcode; 10* for what begins with 10"},
    {"--country", &F::country, "COUNTRY", "only those in this country"},
    {"--no-order-since", &F::no_order_since, "DATE",
     "who has ordered, but not on or after this day, or not for as long as 1y"},
    {"--ordered-since", &F::ordered_since, "DATE", "who has ordered on or after this day"},
    {"--period", &F::period, "PERIOD", "when revenue counts, as in 2026-Q2; always unless given"},
    {"--basis", &F::basis, "REVENUE-BASIS", "count what was ordered (usual), or what was invoiced"},
    {"--min-revenue", &F::min_revenue, "AMOUNT", "whose net revenue is at least that"},
    {"--max-revenue", &F::max_revenue, "AMOUNT", "whose net revenue is at most that"},
    {"--min-order-value", &F::min_order_value, "AMOUNT", "who has an order of at least that"},
    {"--top", &F::top, "TOP", "the best customers by revenue: 20 of them, or 10%"},
    {"--bought", &F::bought, "SKU", "who has ever ordered this product"},
    {"--lot", &F::lot, "LOT", "with --bought: to whom this lot of it was delivered"},
    {"--bought-group", &F::bought_group, "GROUP", "who has ever ordered a product of this group"},
    {"--not-contacted-since", &F::not_contacted_since, "DATE",
     "with whom nobody has spoken on or after this day, or not for as long as 6mo"},
    {"--not-mailed-since", &F::not_mailed_since, "DATE",
     "to whom no mailing went on or after this day"},
    {"--where", &F::where, "SQL", "a condition over the view 'recipients', as in 'revenue > 0'"},
};

std::optional<Date> since(const Single& text, Date today)
{
    return text ? std::optional(parse_since(*text, today)) : std::nullopt;
}

} // namespace

void declare_recipient_filter(CLI::App& verb, RecipientFlags& flags)
{
    for (const auto& each : switches)
        flag(verb, each.name, flags.*each.value, each.summary);
    for (const auto& each : lists)
        repeatable(verb, each.name, flags.*each.values, each.value_name, each.summary);
    for (const auto& each : singles)
        option(verb, each.name, flags.*each.value, each.value_name, each.summary);
}

RecipientFlags kept_flags(const RecipientFlags& typed, Decimal decimal)
{
    auto kept = typed;
    for (auto amount : {&F::min_revenue, &F::max_revenue, &F::min_order_value})
        if (kept.*amount)
            kept.*amount = to_string(parse_money(*(kept.*amount), decimal));
    return kept;
}

RecipientFilter recipient_filter(Store& store, const RecipientFlags& kept, Date today)
{
    RecipientFilter filter;
    filter.customers = kept.customer;
    filter.prospects = kept.prospect;
    filter.suppliers = kept.supplier;
    filter.all = kept.all;
    filter.city = kept.city;
    filter.postcode = kept.postcode;
    filter.no_order_since = since(kept.no_order_since, today);
    static_cast<void>(store);
    return filter;
}

void declare_recipient_choice(CLI::App& verb, RecipientChoice& choice)
{
    declare_recipient_filter(verb, choice.filter);
}

RecipientFlags chosen_flags(const Context& ctx, Store& store, const RecipientChoice& choice)
{
    static_cast<void>(store);
    return kept_flags(choice.filter, ctx.decimal());
}

} // namespace crm

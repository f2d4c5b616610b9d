// SPDX-License-Identifier: MIT
#include "crm/recipient_flags.hpp"

#include "crm/base/country.hpp"
#include "crm/base/error.hpp"
#include "crm/base/shell_words.hpp"
#include "crm/contact/staff.hpp"
#include "crm/counts.hpp"
#include "crm/flags.hpp"
#include "crm/mailing/segment.hpp"
#include "crm/mailing/typed_condition.hpp"
#include "crm/stock/group.hpp"
#include "crm/stock/lots.hpp"
#include "crm/stock/product.hpp"
#include "crm/store/fiscal.hpp"

#include <algorithm>
#include <iterator>

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

std::optional<Money> amount(const Single& text)
{
    return text ? std::optional(parse_money(*text, Decimal::point)) : std::nullopt;
}

std::string parse_country(const std::string& text)
{
    if (auto code = country_code(text))
        return *std::move(code);
    throw error(ErrorKind::usage, "unknown country '{}'", text)
        .with_hint("give a code, DE or DEU, or a name, Germany or Deutschland");
}

RevenueBasis parse_basis(const std::string& text)
{
    if (text == "ordered")
        return RevenueBasis::ordered;
    if (text == "invoiced")
        return RevenueBasis::invoiced;
    throw error(ErrorKind::usage, "'{}' is no basis of revenue", text)
        .with_hint("one of: ordered, invoiced");
}

/// "20" or "10%".
Top parse_top(const std::string& text)
{
    constexpr std::int64_t most = 1'000'000'000;
    if (!text.ends_with('%'))
        return {parse_count("--top", text, 1, most), std::nullopt};
    const auto share = parse_rate(text, Decimal::point);
    if (share.hundredths <= 0 || share.hundredths > 100 * 100)
        throw error(ErrorKind::usage, "'{}' is no share for --top", text)
            .with_hint("give more than 0% and at most 100%");
    return {0, share};
}

/// What says nothing without another condition.
void check_together(const RecipientFlags& flags)
{
    if (flags.or_never && !flags.no_order_since)
        throw error(ErrorKind::usage, "--or-never needs --no-order-since");
    if (flags.lot && !flags.bought)
        throw error(ErrorKind::usage, "--lot needs --bought");
}

void find_named(Store& store, const RecipientFlags& flags, RecipientFilter& filter)
{
    if (flags.manager)
        filter.manager_id = find_staff(store, *flags.manager).id;
    if (flags.bought)
        filter.bought_product_id = product_by_sku(store, *flags.bought).id;
    if (flags.lot) {
        check_lot(store, filter.bought_product_id.value(), *flags.lot);
        filter.lot = *flags.lot;
    }
    if (flags.bought_group)
        filter.bought_group = find_group(store, *flags.bought_group).key;
}

template<class Table>
auto named(const Table& table, std::string_view name) -> decltype(std::begin(table))
{
    const auto found =
        std::ranges::find_if(table, [&](const auto& each) { return name == each.name; });
    return found == std::end(table) ? nullptr : &*found;
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
    check_together(kept);
    RecipientFilter filter;
    filter.customers = kept.customer;
    filter.prospects = kept.prospect;
    filter.suppliers = kept.supplier;
    filter.all = kept.all;
    filter.or_never = kept.or_never;
    filter.tags = kept.tags;
    filter.not_tags = kept.not_tags;
    if (kept.kind)
        filter.kind = parse_contact_kind(*kept.kind);
    filter.city = kept.city;
    filter.postcode = kept.postcode;
    if (kept.country)
        filter.country = parse_country(*kept.country);
    filter.no_order_since = since(kept.no_order_since, today);
    filter.ordered_since = since(kept.ordered_since, today);
    filter.not_contacted_since = since(kept.not_contacted_since, today);
    filter.not_mailed_since = since(kept.not_mailed_since, today);
    filter.min_revenue = amount(kept.min_revenue);
    filter.max_revenue = amount(kept.max_revenue);
    filter.min_order_value = amount(kept.min_order_value);
    if (filter.min_revenue && filter.max_revenue && *filter.max_revenue < *filter.min_revenue)
        throw error(ErrorKind::usage, "--max-revenue ({}) is below --min-revenue ({})",
                    *kept.max_revenue, *kept.min_revenue);
    if (kept.basis)
        filter.basis = parse_basis(*kept.basis);
    if (kept.top)
        filter.top = parse_top(*kept.top);
    if (kept.period)
        filter.period = parse_period(*kept.period, today, fiscal_rule(store));
    find_named(store, kept, filter);
    filter.where = kept.where;
    if (filter.where)
        TypedCondition(store, *filter.where);
    return filter;
}

RecipientFlags merged(RecipientFlags stored, const RecipientFlags& typed)
{
    for (const auto& each : switches)
        stored.*each.value = stored.*each.value || typed.*each.value;
    for (const auto& [name, values, value_name, summary] : lists)
        (stored.*values)
            .insert((stored.*values).end(), (typed.*values).begin(), (typed.*values).end());
    for (const auto& each : singles)
        if (typed.*each.value)
            stored.*each.value = typed.*each.value;
    return stored;
}

void declare_recipient_choice(CLI::App& verb, RecipientChoice& choice)
{
    option(verb, "--segment", choice.segment, "SEGMENT",
           "whom this saved filter takes; what is given besides is added to it");
    declare_recipient_filter(verb, choice.filter);
}

RecipientFlags chosen_flags(const Context& ctx, Store& store, const RecipientChoice& choice)
{
    const auto typed = kept_flags(choice.filter, ctx.decimal());
    if (!choice.segment)
        return typed;
    return merged(parse_filter_words(segment_by_name(store, *choice.segment).filter), typed);
}

std::string filter_words(const RecipientFlags& kept)
{
    std::string words;
    const auto add = [&](std::string_view word) {
        words.append(words.empty() ? "" : " ").append(word);
    };
    for (const auto& each : switches)
        if (kept.*each.value)
            add(each.name);
    for (const auto& each : lists)
        for (const auto& value : kept.*each.values) {
            add(each.name);
            add(shell_word(value));
        }
    for (const auto& each : singles)
        if (kept.*each.value) {
            add(each.name);
            add(shell_word(*(kept.*each.value)));
        }
    return words;
}

RecipientFlags parse_filter_words(std::string_view words)
{
    RecipientFlags flags;
    const auto all = shell_words(words);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (const auto* each = named(switches, all[i])) {
            flags.*each->value = true;
            continue;
        }
        const auto* list = named(lists, all[i]);
        const auto* single = named(singles, all[i]);
        if (i + 1 == all.size() || (list == nullptr && single == nullptr))
            throw error(ErrorKind::usage, "the stored filter '{}' cannot be read", words)
                .with_hint("it may be that of a newer program; save the segment anew");
        const auto& value = all[++i];
        if (list != nullptr)
            (flags.*list->values).push_back(value);
        else
            flags.*single->value = value;
    }
    return flags;
}

} // namespace crm

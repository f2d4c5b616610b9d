// SPDX-License-Identifier: MIT
#include "crm/order_flags.hpp"

#include "crm/base/error.hpp"
#include "crm/contact/resolve.hpp"
#include "crm/counts.hpp"
#include "crm/order/place.hpp"
#include "crm/stock/location.hpp"

namespace crm
{

std::vector<LineQuantity> parse_line_quantities(const Context& ctx,
                                                const std::vector<std::string>& texts)
{
    constexpr std::int64_t most = 1'000'000;
    std::vector<LineQuantity> lines;
    for (const auto& text : texts) {
        const auto mark = text.find('=');
        if (mark == std::string::npos)
            throw error(ErrorKind::usage, "'{}' is no value for --line", text)
                .with_hint("give the number of the line and how much, as in --line 2=4.5");
        const auto position = parse_count("--line", text.substr(0, mark), 1, most);
        lines.push_back(
            {static_cast<int>(position), parse_quantity(text.substr(mark + 1), ctx.decimal())});
    }
    return lines;
}

void declare_head_flags(CLI::App& verb, HeadFlags& o)
{
    option(verb, "--valid-until", o.valid_until, "DATE", "last day on which a quote is good");
    option(verb, "--deliver-by", o.deliver_by, "DATE", "day by which it is wanted");
    option(verb, "--reference", o.reference, "TEXT", "how the contact calls it");
    option(verb, "--buyer-reference", o.buyer_reference, "TEXT",
           "what an invoice has to name, a Leitweg-ID for authorities");
    option(verb, "--person", o.person, "PERSON", "who of the company orders or is asked");
    option(verb, "--text", o.text, "TEXT", "words above the lines");
}

namespace
{

/// None of them is before the day of the order.
std::optional<Date> day_of(const Context& ctx, const std::string& typed, const Order& order)
{
    const auto day = parse_date(typed, ctx.today());
    if (day < order.date)
        throw error(ErrorKind::rejected, "{} lies before the day of the order, {}", to_string(day),
                    to_string(order.date));
    return day;
}

} // namespace

void apply_head_flags(const Context& ctx, Store& store, const HeadFlags& o, Order& order)
{
    order.reference = o.reference.value_or(order.reference);
    order.buyer_reference = o.buyer_reference.value_or(order.buyer_reference);
    order.text = o.text.value_or(order.text);
    if (o.deliver_by)
        order.deliver_by = day_of(ctx, *o.deliver_by, order);
    if (o.valid_until)
        order.valid_until = day_of(ctx, *o.valid_until, order);
    if (o.person)
        set_person(store, order, person_to_change(store, *o.person));
}

LocalTime time_on(const Context& ctx, const std::optional<std::string>& day)
{
    auto time = ctx.now();
    time.day = ctx.day_or_today(day);
    return time;
}

std::optional<std::int64_t> location_named(Store& store, const std::optional<std::string>& name)
{
    return name ? std::optional(find_location(store, *name).id) : std::nullopt;
}

} // namespace crm

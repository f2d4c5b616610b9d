// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/base/items.hpp"
#include "crm/base/terms.hpp"
#include "crm/change.hpp"
#include "crm/cmd_contact.hpp"
#include "crm/contact/condition_choice.hpp"
#include "crm/counts.hpp"
#include "crm/flags.hpp"
#include "crm/for_contacts.hpp"
#include "crm/stock/group.hpp"
#include "crm/stock/product.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

using Text = std::optional<std::string>;

struct AddOptions {
    std::string contact;
    Text discount, product, group;
    Text price, from_quantity;
    Text terms, credit_limit, delivery, freight_free_from, payment, text;
    Text from, to, agreed_with, agreed_on, log, note;
};

void declare_add(CLI::App& verb, AddOptions& o)
{
    argument(verb, "contact", o.contact,
             "number or exact name, or - for numbers on standard input");
    option(verb, "--discount", o.discount, "PERCENT", "discount in percent");
    option(verb, "--product", o.product, "SKU", "only on this product");
    option(verb, "--group", o.group, "GROUP", "only on this group of products");
    option(verb, "--price", o.price, "SKU=AMOUNT", "price of a product");
    option(verb, "--from-qty", o.from_quantity, "QUANTITY",
           "quantity from which on the price counts");
    option(verb, "--terms", o.terms, "TERMS", "terms of payment, as in '3% 7, 2% 14, 30 net'");
    option(verb, "--credit-limit", o.credit_limit, "AMOUNT", "how much may be open at most");
    option(verb, "--delivery", o.delivery, "TEXT", "terms of delivery");
    option(verb, "--freight-free-from", o.freight_free_from, "AMOUNT",
           "value of goods from which on freight is free");
    option(verb, "--payment", o.payment, "PAYMENT", "how the contact pays");
    option(verb, "--text", o.text, "TEXT", "whatever else was agreed");
    option(verb, "--from", o.from, "DATE", "first day in force; it has always been unless given");
    option(verb, "--to", o.to, "DATE", "last day in force; until it is ended unless given");
    option(verb, "--agreed-with", o.agreed_with, "PERSON", "with whom it was agreed");
    option(verb, "--agreed-on", o.agreed_on, "DATE", "when");
    option(verb, "--log", o.log, "ID", "conversation in which it was agreed");
    option(verb, "--note", o.note, "TEXT", "what else there is to know");
}

/// Which of the kinds was given; there must be just one.
ConditionKind kind_of(const AddOptions& o)
{
    // In the order of ConditionKind.
    const std::array<const Text*, 8> given = {&o.discount,     &o.price,    &o.terms,
                                              &o.credit_limit, &o.delivery, &o.freight_free_from,
                                              &o.payment,      &o.text};
    const auto is_given = [](const Text* text) { return text->has_value(); };
    if (std::ranges::count_if(given, is_given) != 1)
        throw error(ErrorKind::usage, "a condition is of one kind")
            .with_hint("give one of: --discount, --price, --terms, --credit-limit, --delivery, "
                       "--freight-free-from, --payment, --text");
    const auto kind =
        static_cast<ConditionKind>(std::ranges::find_if(given, is_given) - given.begin());
    if ((o.product || o.group) && kind != ConditionKind::discount)
        throw error(ErrorKind::usage, "--product and --group belong to --discount");
    if (o.product && o.group)
        throw error(ErrorKind::usage, "--product and --group exclude each other");
    if (o.from_quantity && kind != ConditionKind::price)
        throw error(ErrorKind::usage, "--from-qty belongs to --price");
    return kind;
}

void read_price(Condition& condition, const AddOptions& o, Decimal decimal)
{
    const auto mark = o.price->rfind('=');
    if (mark == std::string::npos || mark == 0)
        throw error(ErrorKind::usage, "'{}' is no value for --price", *o.price)
            .with_hint("give SKU=AMOUNT, as in --price A-100=12.50");
    condition.product = o.price->substr(0, mark);
    condition.price = parse_unit_price(o.price->substr(mark + 1), decimal);
    if (o.from_quantity)
        condition.from_quantity = parse_quantity(*o.from_quantity, decimal);
}

std::string checked_payment(const std::string& way)
{
    const auto ways = payment_ways();
    if (std::ranges::find(ways, way) == ways.end())
        throw error(ErrorKind::usage, "'{}' is no value for --payment", way)
            .with_hint("one of: {}", joined(ways));
    return way;
}

void read_value(Condition& condition, const AddOptions& o, Decimal decimal)
{
    switch (condition.kind) {
    case ConditionKind::discount:
        condition.rate = parse_rate(*o.discount, decimal);
        condition.product = o.product.value_or("");
        condition.group = o.group.value_or("");
        break;
    case ConditionKind::price:
        read_price(condition, o, decimal);
        break;
    case ConditionKind::terms:
        condition.text = to_string(parse_terms(*o.terms, decimal));
        break;
    case ConditionKind::credit_limit:
        condition.amount = parse_money(*o.credit_limit, decimal);
        break;
    case ConditionKind::delivery:
        condition.text = *o.delivery;
        break;
    case ConditionKind::freight_free_from:
        condition.amount = parse_money(*o.freight_free_from, decimal);
        break;
    case ConditionKind::payment:
        condition.text = checked_payment(*o.payment);
        break;
    case ConditionKind::text:
        condition.text = *o.text;
        break;
    }
}

std::optional<Date> day(const Context& ctx, const Text& text)
{
    return text ? std::optional(parse_date(*text, ctx.today())) : std::nullopt;
}

/// A slip would make a condition that never applies.
void check_scope(Store& store, const Condition& condition)
{
    if (!condition.product.empty())
        product_by_sku(store, condition.product);
    if (!condition.group.empty())
        find_group(store, condition.group);
}

int run_add(Context& ctx, const AddOptions& o)
{
    Condition condition;
    condition.kind = kind_of(o);
    read_value(condition, o, ctx.decimal());
    condition.first_day = day(ctx, o.from);
    condition.last_day = day(ctx, o.to);
    condition.agreed_on = day(ctx, o.agreed_on);
    condition.recorded_on = ctx.today();
    condition.note = o.note.value_or("");
    if (o.log)
        condition.log_id = parse_count("--log", *o.log);
    auto store = ctx.open_store();
    check_scope(store, condition);
    Transaction transaction(store);
    if (o.agreed_with)
        condition.agreed_with_id = person_to_change(store, *o.agreed_with).id;
    for (const auto& who : ctx.targets(o.contact)) {
        const auto contact = contact_to_change(store, who);
        condition.contact_id = contact.id;
        const auto id = add_condition(store, condition);
        if (o.contact == "-")
            ctx.print_line(contact.number);
        else
            ctx.print_made<Condition>(std::to_string(id), condition_columns(),
                                      [&] { return condition_by_id(store, id); });
    }
    transaction.commit();
    return done;
}

struct ListOptions {
    Text contact;
    Text as_of;
    bool archived = false;
};

void declare_list(CLI::App& verb, ListOptions& o)
{
    optional_argument(verb, "contact", o.contact,
                      "whose conditions, or - for numbers on standard input; all unless given");
    option(verb, "--as-of", o.as_of, "DATE", "those in force on that day, today unless given");
    flag(verb, "--archived", o.archived, "those of archived contacts, too");
}

int run_list(Context& ctx, const ListOptions& o)
{
    ConditionFilter filter;
    filter.day = ctx.day_or_today(o.as_of);
    filter.archived = o.archived || o.contact;
    auto store = ctx.open_store();
    return print_for_contacts(ctx, store, o.contact, condition_columns(),
                              [&](const auto& contact, const auto& use) {
                                  filter.contact_id = id_of(contact);
                                  list_conditions(store, filter, use);
                              });
}

struct EndOptions {
    std::string id;
    Text on;
};

void declare_end(CLI::App& verb, EndOptions& o)
{
    argument(verb, "id", o.id, "the condition, as 'condition list' shows it");
    option(verb, "--on", o.on, "DATE", "last day in force, today unless given");
}

int run_end(Context& ctx, const EndOptions& o)
{
    const auto id = parse_count("ID", o.id);
    auto store = ctx.open_store();
    Transaction transaction(store);
    end_condition(store, id, day(ctx, o.on).value_or(ctx.today()));
    transaction.commit();
    return done;
}

struct ExplainOptions {
    std::string contact;
    std::string sku;
    Text quantity;
    Text date;
};

void declare_explain(CLI::App& verb, ExplainOptions& o)
{
    argument(verb, "contact", o.contact, contacts_to_read);
    argument(verb, "sku", o.sku, "the product");
    option(verb, "--quantity", o.quantity, "QUANTITY", "how much of it, 1 unless given");
    option(verb, "--date", o.date, "DATE", "on which day, today unless given");
}

int run_explain(Context& ctx, const ExplainOptions& o)
{
    ConditionCase wanted;
    wanted.product = o.sku;
    if (o.quantity)
        wanted.quantity = parse_quantity(*o.quantity, ctx.decimal());
    wanted.day = day(ctx, o.date).value_or(ctx.today());
    auto store = ctx.open_store();
    if (any_product(store)) { // before that conditions may name whatever they like
        const auto product = product_by_sku(store, o.sku);
        wanted.product = product.sku;
        wanted.group = product.group;
    }
    return print_of_contacts(
        ctx, store, o.contact, weighed_columns(), [&](const auto& contact, const auto& use) {
            wanted.contact_id = contact->id;
            static_cast<void>(std::ranges::all_of(explain_conditions(store, wanted), use));
        });
}

void add_condition_commands(const Noun& condition)
{
    add_verb<AddOptions>(condition, {"add", "record what was agreed", Access::writes}, declare_add,
                         run_add);
    add_verb<ListOptions>(condition, {"list", "list the conditions in force"}, declare_list,
                          run_list);
    add_verb<EndOptions>(condition, {"end", "end a condition; it stays recorded", Access::writes},
                         declare_end, run_end);
    add_verb<ExplainOptions>(condition, {"explain", "which discount and price apply, and why"},
                             declare_explain, run_explain);
}

} // namespace

void add_contact_conditions(const Noun& noun)
{
    add_group(noun, "condition", "special conditions agreed with a contact",
              add_condition_commands);
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/base/items.hpp"
#include "crm/base/text.hpp"
#include "crm/cmd_contact.hpp"
#include "crm/contact/search/find.hpp"
#include "crm/contact/staff.hpp"
#include "crm/contact_filter.hpp"
#include "crm/context.hpp"
#include "crm/environment.hpp"
#include "crm/flags.hpp"
#include "crm/switchboard/lookup.hpp"

#include <algorithm>
#include <iostream>

namespace crm
{

namespace
{

constexpr std::int64_t usual_limit = 20;

std::int64_t limit(const Context& ctx)
{
    return ctx.output_options().limit.value_or(usual_limit);
}

/// Prints what a search found. Machines expect a heading or `[]` also if that is nothing; people
/// are told.
template<class Row>
int print_found(Context& ctx, std::span<const Column<Row>> columns, const std::vector<Row>& rows,
                const std::string& wanted)
{
    if (!rows.empty() || ctx.output_options().format != Format::table)
        ctx.print_listing(columns, [&](const auto& use) {
            static_cast<void>(std::all_of(rows.begin(), rows.end(), use));
        });
    if (!rows.empty())
        return done;
    ctx.say(format("nothing found for '{}'", wanted));
    return found_nothing;
}

struct FindOptions {
    std::vector<std::string> texts;
    std::optional<std::string> kind;
    std::optional<std::string> city;
    std::optional<std::string> postcode;
    std::optional<std::string> tag;
    std::optional<std::string> manager;
    bool archived = false;
};

void declare_find(CLI::App& verb, FindOptions& o)
{
    arguments(verb, "text", o.texts,
              "name, city, phone, e-mail, number or a part of it; -TEXT leaves out");
    option(verb, "--kind", o.kind, "KIND", "only companies or only people");
    option(verb, "--city", o.city, "CITY", "only those in this city");
    option(verb, "--postcode", o.postcode, "POSTCODE",
           "only those with this postcode; 10* for what begins with 10");
    option(verb, "--tag", o.tag, "TAG", "only those with this tag");
    option(verb, "--manager", o.manager, "STAFF", "only those whom this staff member looks after");
    flag(verb, "--archived", o.archived, "archived ones, too");
}

int run_find(Context& ctx, const FindOptions& o)
{
    FindQuery query;
    query.texts = o.texts;
    if (std::all_of(o.texts.begin(), o.texts.end(),
                    [](const auto& t) { return t.starts_with('-'); }))
        throw error(ErrorKind::usage, "there is nothing to find, only what to leave out")
            .with_hint("give at least one text without a dash");
    if (o.kind)
        query.kind = parse_contact_kind(*o.kind);
    query.city = o.city;
    query.postcode = o.postcode;
    query.tag = o.tag;
    query.archived = o.archived;
    query.limit = limit(ctx);
    auto store = ctx.open_store();
    if (o.manager)
        query.manager_id = find_staff(store, *o.manager).id;
    return print_found(ctx, find_columns(), find_contacts(store, query, ctx.today()),
                       joined(o.texts, " "));
}

void declare_list(CLI::App& verb, ContactFilterFlags& o)
{
    declare_contact_filter(verb, o);
    flag(verb, "--archived", o.archived, "archived ones, too");
}

int run_list(Context& ctx, const ContactFilterFlags& o)
{
    auto store = ctx.open_store();
    const auto filter = contact_filter(store, o);
    return ctx.print_listing(contact_list_columns(), [&](const auto& use) {
        list_contacts(store, filter, ctx.today(), use);
    });
}

struct LookupOptions {
    std::vector<std::string> texts;
};

void declare_lookup(CLI::App& verb, LookupOptions& o)
{
    arguments(
        verb, "phone", o.texts,
        "phone or text, or - for phones on standard input, each answered with one line of JSON");
}

/// Answers each line with one line at once. What is no known phone is answered, too, all values
/// null: so a telephone system can tell which answer belongs to which call. Of several holders of a
/// number the first answers.
int answer_calls(Context& ctx)
{
    auto options = ctx.output_options();
    options.format = Format::jsonl;
    options.sort.clear();
    options.limit.reset();
    options.if_any = false;
    auto store = ctx.open_store();
    Lookup lookup(store);
    bool any = false;
    for (std::string line; std::getline(std::cin, line);) {
        // This may run for weeks; without --today a call is answered on its own day.
        const auto today = ctx.options().today ? ctx.today() : local_today();
        auto rows = lookup.by_phone(trim(line), today);
        any = any || !rows.empty();
        rows.resize(1);
        write_listing(lookup_columns(), options, ctx.output(),
                      [&](const auto& use) { use(rows.front()); });
        ctx.output().flush();
    }
    return any ? done : found_nothing;
}

/// Whoever puts the call through need not try.
void warn_of_absence(Context& ctx, const LookupRow& row)
{
    if (row.nobody_until)
        ctx.warn(format("{} is absent until {}, and nobody stands in", row.manager,
                        to_string(*row.nobody_until)));
}

int run_lookup(Context& ctx, const LookupOptions& o)
{
    const auto text = joined(o.texts, " ");
    if (text == "-")
        return answer_calls(ctx);
    auto store = ctx.open_store();
    const auto rows = Lookup(store).by_text(text, ctx.today(), limit(ctx));
    const auto result = print_found(ctx, lookup_columns(), rows, text);
    for (const auto& row : rows)
        warn_of_absence(ctx, row);
    return result;
}

} // namespace

void add_contact_finding(const Noun& noun)
{
    add_verb<FindOptions>(noun, {"find", "search in everything: names, places, phones, e-mails"},
                          declare_find, run_find);
    add_verb<ContactFilterFlags>(noun, {"list", "list contacts"}, declare_list, run_list);
    add_verb<LookupOptions>(noun, {"lookup", "who is calling, and who takes the call"},
                            declare_lookup, run_lookup);
}

} // namespace crm

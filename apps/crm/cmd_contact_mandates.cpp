// SPDX-License-Identifier: MIT
#include "crm/cmd_contact.hpp"
#include "crm/contact/resolve.hpp"
#include "crm/context.hpp"
#include "crm/counts.hpp"
#include "crm/flags.hpp"
#include "crm/for_contacts.hpp"
#include "crm/openitems/sepa/mandate.hpp"

namespace crm
{

namespace
{

using Text = std::optional<std::string>;

struct AddOptions {
    std::string contact;
    Text iban, reference, signed_on, last_used;
    bool b2b = false;
};

void declare_add(CLI::App& verb, AddOptions& o)
{
    argument(verb, "contact", o.contact, "number or exact name");
    option(verb, "--iban", o.iban, "IBAN", "the debtor's account").required();
    option(verb, "--reference", o.reference, "TEXT", "how we call the mandate, once for each")
        .required();
    option(verb, "--signed", o.signed_on, "DATE", "day of the signature").required();
    flag(verb, "--b2b", o.b2b, "between businesses, without a right to a refund; else CORE");
    option(verb, "--last-used", o.last_used, "DATE", "when a former system collected with it last");
}

MandateRow row_of(Store& store, std::int64_t id, Date day)
{
    auto mandate = mandate_by_id(store, id);
    const auto state = mandate.state_on(day);
    return {std::move(mandate), state};
}

int run_add(Context& ctx, const AddOptions& o)
{
    Mandate mandate;
    mandate.iban = *o.iban;
    mandate.reference = *o.reference;
    mandate.signed_on = parse_date(*o.signed_on, ctx.today());
    mandate.scheme = o.b2b ? DebitScheme::b2b : DebitScheme::core;
    if (o.last_used)
        mandate.used_before = parse_date(*o.last_used, ctx.today());
    auto store = ctx.open_store();
    Transaction transaction(store);
    mandate.contact_id = contact_to_change(store, o.contact).id;
    const auto id = add_mandate(store, mandate, ctx.today());
    const auto row = row_of(store, id, ctx.today());
    if (row.state != "valid")
        ctx.warn(format("the mandate lapsed after {}: was it used since? say so with --last-used",
                        to_string(row.mandate.lapses_after())));
    ctx.print_made<MandateRow>(std::to_string(id), mandate_columns(), [&] { return row; });
    transaction.commit();
    return done;
}

struct ListOptions {
    Text contact;
};

void declare_list(CLI::App& verb, ListOptions& o)
{
    optional_argument(verb, "contact", o.contact, contacts_to_read);
}

int run_list(Context& ctx, const ListOptions& o)
{
    auto store = ctx.open_store();
    return print_for_contacts(
        ctx, store, o.contact, mandate_columns(), [&](const auto& contact, const auto& use) {
            list_mandates(store, id_of(contact), [&](const Mandate& mandate) {
                return use(MandateRow{mandate, mandate.state_on(ctx.today())});
            });
        });
}

struct EndOptions {
    std::string id;
    Text on;
};

void declare_end(CLI::App& verb, EndOptions& o)
{
    argument(verb, "id", o.id, "the mandate, as 'mandate list' shows it");
    option(verb, "--on", o.on, "DATE", "last day on which it can be used, today unless given");
}

int run_end(Context& ctx, const EndOptions& o)
{
    const auto id = parse_count("ID", o.id);
    auto store = ctx.open_store();
    Transaction transaction(store);
    end_mandate(store, id, o.on ? parse_date(*o.on, ctx.today()) : ctx.today());
    transaction.commit();
    return done;
}

void add_mandate_commands(const Noun& mandate)
{
    add_verb<AddOptions>(mandate, {"add", "record a mandate for direct debits", Access::writes},
                         declare_add, run_add);
    add_verb<ListOptions>(mandate, {"list", "mandates, and whether they can be used"}, declare_list,
                          run_list);
    add_verb<EndOptions>(mandate, {"end", "end a mandate; it stays recorded", Access::writes},
                         declare_end, run_end);
}

} // namespace

void add_contact_mandates(const Noun& noun)
{
    add_group(noun, "mandate", "who allows us to collect by direct debit", add_mandate_commands);
}

} // namespace crm

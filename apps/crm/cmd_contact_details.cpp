// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/change.hpp"
#include "crm/cmd_contact.hpp"
#include "crm/contact/address.hpp"
#include "crm/contact/details.hpp"
#include "crm/counts.hpp"
#include "crm/flags.hpp"
#include "crm/for_contacts.hpp"

#include <algorithm>
#include <iterator>

namespace crm
{

namespace
{

struct AddressOptions {
    std::string contact;
    std::optional<std::string> usage;
    std::optional<std::string> street;
    std::optional<std::string> postcode;
    std::optional<std::string> city;
    std::optional<std::string> region;
    std::optional<std::string> country;
};

void declare_address_add(CLI::App& verb, AddressOptions& o)
{
    argument(verb, "contact", o.contact,
             "number or exact name, or - for numbers on standard input");
    option(verb, "--as", o.usage, "USE", "what the address is used for, or a word of your own")
        .required();
    option(verb, "--street", o.street, "STREET", "street and number, or the P.O. box");
    option(verb, "--postcode", o.postcode, "POSTCODE", "postcode");
    option(verb, "--city", o.city, "CITY", "city");
    option(verb, "--region", o.region, "REGION", "region or state");
    option(verb, "--country", o.country, "COUNTRY", "country, code or name");
}

int run_address_add(Context& ctx, const AddressOptions& o)
{
    Address address;
    address.usage = *o.usage;
    address.street = checked(Field::street, o.street.value_or(""));
    address.postcode = checked(Field::postcode, o.postcode.value_or(""));
    address.city = checked(Field::city, o.city.value_or(""));
    address.region = checked(Field::region, o.region.value_or(""));
    address.country = checked(Field::country, o.country.value_or(""));
    return change_each(ctx, o.contact, [&](Store& store, const Contact& contact) {
        address.number = contact.number;
        address.id = add_address(store, contact.id, address, ctx.today());
        if (o.contact == "-" || (address.id == 0 && !ctx.json())) // the main one is not made
            return;
        ctx.print_made<Address>(std::to_string(address.id), address_columns(),
                                [&] { return address; });
    });
}

struct AddressListOptions {
    std::string contact;
    bool all = false;
};

void declare_address_list(CLI::App& verb, AddressListOptions& o)
{
    argument(verb, "contact", o.contact, contacts_to_read);
    flag(verb, "--all", o.all, "former addresses, too");
}

int run_address_list(Context& ctx, const AddressListOptions& o)
{
    auto store = ctx.open_store();
    std::vector<Address> addresses;
    for (const auto& each : ctx.targets(o.contact))
        std::ranges::copy(addresses_of(store, contact_to_read(store, each).id, ctx.today(), o.all),
                          std::back_inserter(addresses));
    return ctx.print_listing(address_columns(), [&](const auto& use) {
        static_cast<void>(std::ranges::all_of(addresses, use));
    });
}

struct AddressEndOptions {
    std::string id;
    std::optional<std::string> on;
};

void declare_address_end(CLI::App& verb, AddressEndOptions& o)
{
    argument(verb, "id", o.id, "the address, as 'address list' shows it");
    option(verb, "--on", o.on, "DATE", "last day, today unless given");
}

int run_address_end(Context& ctx, const AddressEndOptions& o)
{
    const auto id = parse_count("ID", o.id);
    auto store = ctx.open_store();
    Transaction transaction(store);
    end_address(store, id, o.on ? parse_date(*o.on, ctx.today()) : ctx.today());
    transaction.commit();
    return done;
}

struct TagOptions {
    std::string contact;
    std::vector<std::string> tags;
};

void declare_tag(CLI::App& verb, TagOptions& o)
{
    argument(verb, "contact", o.contact,
             "number or exact name, or - for numbers on standard input");
    arguments(verb, "tag", o.tags, "one or more tags");
}

int run_tag(Context& ctx, const TagOptions& o)
{
    return change_each(ctx, o.contact, [&](Store& store, const Contact& contact) {
        for (const auto& tag : o.tags)
            add_tag(store, contact.id, tag);
    });
}

int run_untag(Context& ctx, const TagOptions& o)
{
    return change_each(ctx, o.contact, [&](Store& store, const Contact& contact) {
        for (const auto& tag : o.tags)
            if (!remove_tag(store, contact.id, tag))
                throw error(ErrorKind::not_found, "{} has no tag '{}'", contact.name, tag)
                    .with_candidates(tags_of(store, contact.id));
    });
}

struct RelateOptions {
    std::string contact;
    std::string other;
    std::optional<std::string> kind;
};

void declare_two(CLI::App& verb, RelateOptions& o)
{
    argument(verb, "contact", o.contact,
             "number or exact name, or - for numbers on standard input");
    argument(verb, "other", o.other, "number or exact name of the other contact");
}

void declare_relate(CLI::App& verb, RelateOptions& o)
{
    declare_two(verb, o);
    option(verb, "--as", o.kind, "RELATION",
           "what CONTACT is to OTHER: parent, subsidiary, partner...")
        .required();
}

int run_relate(Context& ctx, const RelateOptions& o)
{
    return change_each(ctx, o.contact, [&](Store& store, const Contact& contact) {
        relate(store, contact.id, contact_to_change(store, o.other).id, *o.kind);
        if (o.contact != "-")
            ctx.print_line(std::to_string(store.last_id()));
    });
}

void declare_unrelate(CLI::App& verb, RelateOptions& o)
{
    declare_two(verb, o);
    option(verb, "--as", o.kind, "RELATION", "only what CONTACT is to OTHER in this way");
}

int run_unrelate(Context& ctx, const RelateOptions& o)
{
    return change_each(ctx, o.contact, [&](Store& store, const Contact& contact) {
        unrelate(store, contact.id, contact_to_change(store, o.other).id, o.kind);
    });
}

void add_address_commands(const Noun& address)
{
    add_verb<AddressOptions>(address,
                             {"add", "add an address, or replace the main one", Access::writes},
                             declare_address_add, run_address_add);
    add_verb<AddressListOptions>(address, {"list", "list the addresses of a contact"},
                                 declare_address_list, run_address_list);
    add_verb<AddressEndOptions>(address,
                                {"end", "end an address; it stays recorded", Access::writes},
                                declare_address_end, run_address_end);
}

} // namespace

void add_contact_details(const Noun& noun)
{
    add_group(noun, "address", "further addresses of a contact", add_address_commands);
    add_verb<TagOptions>(noun, {"tag", "put tags on a contact", Access::writes}, declare_tag,
                         run_tag);
    add_verb<TagOptions>(noun, {"untag", "take tags off a contact", Access::writes}, declare_tag,
                         run_untag);
    add_verb<RelateOptions>(noun,
                            {"relate", "record how two contacts belong together", Access::writes},
                            declare_relate, run_relate);
    add_verb<RelateOptions>(noun, {"unrelate", "take a relation back", Access::writes},
                            declare_unrelate, run_unrelate);
}

} // namespace crm

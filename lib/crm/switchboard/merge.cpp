// SPDX-License-Identifier: MIT
#include "crm/switchboard/merge.hpp"

#include "crm/base/error.hpp"
#include "crm/base/items.hpp"
#include "crm/base/text.hpp"
#include "crm/contact/address.hpp"
#include "crm/contact/consent.hpp"
#include "crm/contact/contact_writer.hpp"
#include "crm/contact/details.hpp"
#include "crm/contact/employment.hpp"
#include "crm/contact/search/index.hpp"
#include "crm/log/merge.hpp"
#include "crm/openitems/dunning/block.hpp"
#include "crm/openitems/sepa/mandate.hpp"
#include "crm/order/merge.hpp"
#include "crm/stock/supplier.hpp"
#include "crm/switchboard/merge_employments.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

namespace crm
{

namespace
{

void check(Store& store, const Contact& keep, const Contact& drop)
{
    if (keep.id == drop.id)
        throw error(ErrorKind::rejected, "{} cannot be merged with itself", keep.name);
    if (keep.kind != drop.kind)
        throw error(ErrorKind::rejected, "a person and a company cannot be merged");
    auto staff = store.prepare("SELECT 1 FROM staff WHERE contact_id = :id");
    staff.bind(":id", drop.id);
    if (drop.id == own_company)
        throw error(ErrorKind::rejected, "{} is the own company and cannot be dropped", drop.name);
    if (staff.step())
        throw error(ErrorKind::rejected, "{} belongs to the own company and cannot be dropped",
                    drop.name)
            .with_hint("merge the other way round");
    // Its people would be ours, and its orders and documents those of ourselves.
    if (keep.id == own_company)
        throw error(ErrorKind::rejected,
                    "{} is the own company; no other one can become a part of it", keep.name)
            .with_hint("'crm contact archive {}' takes a second record of it out of the lists",
                       drop.number);
}

/// The values of both lists, each once.
std::string united(std::string_view a, std::string_view b)
{
    std::vector<std::string_view> items;
    for (const auto list : {a, b})
        for_each_item(list, [&](std::string_view item) {
            if (std::find(items.begin(), items.end(), item) == items.end())
                items.push_back(item);
        });
    return joined(items, ";");
}

constexpr std::array address_fields = {Field::street, Field::postcode, Field::city, Field::region,
                                       Field::country};

bool is_in_address(Field field)
{
    return std::ranges::find(address_fields, field) != address_fields.end();
}

bool has_address(const FieldValues& values)
{
    return !is_empty(main_address(values));
}

/// Whether the address says nothing that the other does not say as well. None of a country is at
/// home.
bool is_part_of(const FieldValues& address, const FieldValues& whole, std::string_view home)
{
    return std::ranges::all_of(address_fields, [&](Field field) {
        auto said = address.text(field);
        auto other = whole.text(field);
        if (field == Field::country) {
            said = said.empty() ? home : said;
            other = other.empty() ? home : other;
        }
        return said.empty() || fold(said) == fold(other);
    });
}

/// An address is one thing: it is completed by one that says more, or taken whole.
void gain_address(ContactData& data, const FieldValues& keep, const FieldValues& drop,
                  std::string_view home)
{
    const bool has_none = !has_address(keep);
    if (has_none ? !has_address(drop) && !keep.text(Field::country).empty()
                 : !is_part_of(keep, drop, home))
        return;
    for (const auto field : address_fields)
        data.values[field] = std::string(drop.text(field));
}

/// The address of `drop` where it is another one, as one more of `keep`.
void keep_address(Store& store, std::int64_t keep_id, const FieldValues& keep,
                  const FieldValues& drop, Date today)
{
    const auto home = own_country(store);
    if (!has_address(drop) || !has_address(keep) || is_part_of(keep, drop, home) ||
        is_part_of(drop, keep, home))
        return;
    auto other = main_address(drop);
    other.usage = "other";
    add_address(store, keep_id, other, today);
}

/// What `keep` gains: fields it lacks, and more phones and e-mails.
ContactData gained(const FieldValues& keep, const FieldValues& drop, std::string_view home)
{
    ContactData data;
    gain_address(data, keep, drop, home);
    for (const auto& field : fields()) {
        const auto mine = keep.text(field.field);
        const auto other = drop.text(field.field);
        const bool name = field.field == Field::name || field.field == Field::given_name ||
                          field.field == Field::family_name;
        // A BIC without an IBAN of its own would be taken for that of the other's.
        const bool of_account = field.field == Field::bic && !keep.text(Field::iban).empty() &&
                                keep.text(Field::iban) != drop.text(Field::iban);
        if (name || other.empty() || is_in_address(field.field) || of_account)
            continue;
        if (field.check == FieldCheck::phones || field.check == FieldCheck::emails)
            data.values[field.field] = united(mine, other);
        else if (mine.empty() || (field.check == FieldCheck::boolean &&
                                  field.field != Field::consumer && other == "yes"))
            data.values[field.field] = std::string(other);
    }
    return data;
}

/// Where both have the same (tag, field, relation), the kept one's stays.
void move_details(Store& store, std::int64_t keep_id, std::int64_t drop_id)
{
    for (const char* sql : {
             "UPDATE OR IGNORE contact_tag SET contact_id = :keep WHERE contact_id = :drop",
             "UPDATE OR IGNORE contact_field SET contact_id = :keep WHERE contact_id = :drop",
             "UPDATE OR IGNORE relation SET contact_id = :keep WHERE contact_id = :drop AND "
             "other_id <> :keep",
             "UPDATE OR IGNORE relation SET other_id = :keep WHERE other_id = :drop AND contact_id "
             "<> :keep",
             "UPDATE address SET contact_id = :keep WHERE contact_id = :drop",
             "UPDATE note SET contact_id = :keep WHERE contact_id = :drop",
             "UPDATE condition SET contact_id = :keep WHERE contact_id = :drop",
             "UPDATE condition SET agreed_with_id = :keep WHERE agreed_with_id = :drop",
             "UPDATE contact SET merged_into_id = :keep WHERE merged_into_id = :drop",
             "UPDATE contact SET merged_into_id = :keep WHERE id = :drop",
         })
        store.prepare(sql).bind(":keep", keep_id).bind(":drop", drop_id).run();
    for (const char* sql : {"DELETE FROM contact_tag WHERE contact_id = :drop",
                            "DELETE FROM contact_field WHERE contact_id = :drop",
                            "DELETE FROM relation WHERE contact_id = :drop OR other_id = :drop"})
        store.prepare(sql).bind(":drop", drop_id).run();
    for (const auto id : relations_recorded_twice(store, keep_id))
        store.prepare("DELETE FROM relation WHERE id = :id").bind(":id", id).run();
    for (const auto& each : contradicting_relations(store, keep_id)) {
        const auto contact = contact_by_id(store, each.contact_id);
        const auto other = contact_by_id(store, each.other_id);
        throw error(ErrorKind::rejected, "{} would be both parent and subsidiary of {}",
                    contact.name, other.name)
            .with_hint("'crm contact unrelate' takes one of both back first");
    }
}

} // namespace

void merge_contacts(Store& store, std::int64_t keep_id, std::int64_t drop_id, Date today)
{
    check(store, contact_by_id(store, keep_id), contact_by_id(store, drop_id));
    const auto keep = read_values(store, keep_id);
    const auto drop = read_values(store, drop_id);
    const auto data = gained(keep, drop, own_country(store));
    auto manager = store.prepare("SELECT manager_id FROM contact WHERE id = :id");
    manager.bind(":id", drop_id).step();
    const auto dropped_manager = manager.optional_integer(0);

    auto consents = current_consents(store, keep_id);
    std::ranges::move(current_consents(store, drop_id), std::back_inserter(consents));

    SearchIndexer indexer(store);
    auto affected = with_people(store, keep_id);
    for (const auto id : with_people(store, drop_id))
        if (std::find(affected.begin(), affected.end(), id) == affected.end())
            affected.push_back(id);
    for (const auto id : affected)
        indexer.remove(id);
    merge_employments(store, keep_id, drop_id);
    move_details(store, keep_id, drop_id);
    merge_log(store, keep_id, drop_id);
    merge_suppliers(store, keep_id, drop_id);
    merge_orders(store, keep_id, drop_id);
    merge_mandates(store, keep_id, drop_id);
    merge_blocked_reminders(store, keep_id, drop_id);
    store.prepare("UPDATE contact SET manager_id = coalesce(manager_id, :manager) WHERE id = :id")
        .bind(":manager", dropped_manager)
        .bind(":id", keep_id)
        .run();
    for (const auto id : affected)
        if (id != drop_id)
            indexer.add(id);
    ContactWriter(store, today).change(keep_id, data);
    keep_address(store, keep_id, keep, drop, today);
    keep_blocks(store, keep_id, consents);
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/contact/identity.hpp"

#include "crm/base/items.hpp"
#include "crm/base/text.hpp"
#include "crm/base/translate.hpp"
#include "crm/contact/employment.hpp"
#include "crm/contact/person_name.hpp"

#include <algorithm>

namespace crm
{

namespace
{

template<class T>
bool share(const std::set<T>& a, const std::set<T>& b)
{
    return std::any_of(a.begin(), a.end(), [&](const T& each) { return b.contains(each); });
}

/// Both known, and nothing in common.
template<class T>
bool disjoint(const std::set<T>& a, const std::set<T>& b)
{
    return !a.empty() && !b.empty() && !share(a, b);
}

/// An empty value differs from nothing.
bool differ(const std::string& a, const std::string& b)
{
    return !a.empty() && !b.empty() && a != b;
}

bool same(const std::string& a, const std::string& b)
{
    return !a.empty() && a == b;
}

int compared(bool common, bool different)
{
    return common ? 1 : different ? -1 : 0;
}

void add_phones(Identity& identity, const SearchIndexer& indexer, std::string_view items,
                std::string_view country)
{
    for_each_item(items, [&](std::string_view item) {
        identity.phones.insert(indexer.e164(item, country).value_or(letters_as_typed(item)));
    });
}

void add_emails(Identity& identity, std::string_view items)
{
    for_each_item(items, [&](std::string_view item) { identity.emails.insert(lower(item)); });
}

Identity identity_of(const SearchIndexer& indexer, ContactKind kind, const FieldValues& values)
{
    Identity identity;
    identity.name_key = contact_name_key(kind, values.text(Field::name));
    identity.vat_id = values.text(Field::vat_id);
    identity.iban = values.text(Field::iban);
    identity.postcode = values.text(Field::postcode);
    identity.city = fold(values.text(Field::city));
    for (const auto field : {Field::phone, Field::mobile, Field::fax})
        add_phones(identity, indexer, values.text(field), values.text(Field::country));
    add_emails(identity, values.text(Field::email));
    return identity;
}

} // namespace

Identity identity_of(Store& store, std::int64_t contact_id)
{
    const SearchIndexer indexer(store);
    const auto kind = contact_by_id(store, contact_id).kind;
    auto identity = identity_of(indexer, kind, read_values(store, contact_id));
    for (const auto& work : employments_of(store, contact_id)) {
        identity.employers.insert(work.company_id);
        add_phones(identity, indexer, work.phone, "");
        add_emails(identity, work.email);
    }
    return identity;
}

Identity identity_of(const SearchIndexer& indexer, ContactKind kind, const ContactData& data)
{
    auto values = data.values;
    if (kind == ContactKind::person) {
        take_name_apart(values);
        values[Field::name] = full_name(values);
    }
    auto identity = identity_of(indexer, kind, values);
    if (data.employment) {
        identity.employers.insert(data.employment->company_id);
        add_phones(identity, indexer, data.employment->phone.value_or(""), "");
        add_emails(identity, data.employment->email.value_or(""));
    }
    return identity;
}

std::string in_common(const Identity& a, const Identity& b)
{
    std::string list;
    const auto add = [&](bool common, const char* word) {
        if (common)
            list += (list.empty() ? "" : ", ") + std::string(tr(word));
    };
    add(same(a.vat_id, b.vat_id), "VAT ID");
    add(same(a.iban, b.iban), "IBAN");
    add(same(a.name_key, b.name_key), "name");
    add(same(a.postcode, b.postcode), "postcode");
    add(same(a.city, b.city), "city");
    add(share(a.phones, b.phones), "phone");
    add(share(a.emails, b.emails), "e-mail");
    add(share(a.employers, b.employers), "employer");
    return list;
}

Likeness likeness(ContactKind kind, const Identity& a, const Identity& b)
{
    const bool other_place = differ(a.postcode, b.postcode) && differ(a.city, b.city);
    const bool reachable_alike = share(a.phones, b.phones) || share(a.emails, b.emails);
    const bool reachable_otherwise =
        !reachable_alike && (disjoint(a.phones, b.phones) || disjoint(a.emails, b.emails));
    if (other_place)
        return Likeness::different;
    if (kind == ContactKind::person && (disjoint(a.employers, b.employers) || reachable_otherwise))
        return Likeness::different;
    const bool same_place = same(a.postcode, b.postcode) || same(a.city, b.city);
    return reachable_alike || same_place ? Likeness::likely : Likeness::possible;
}

Closeness closeness(const Identity& a, const Identity& b)
{
    Closeness found;
    found.code = compared(same(a.vat_id, b.vat_id) || same(a.iban, b.iban), false);
    // Whoever has several phones or e-mails is known by each: another one says little.
    found.phone = compared(share(a.phones, b.phones), false);
    found.email = compared(share(a.emails, b.emails), false);
    found.postcode = compared(same(a.postcode, b.postcode), differ(a.postcode, b.postcode));
    found.city = compared(same(a.city, b.city), differ(a.city, b.city));
    found.employer = compared(share(a.employers, b.employers), disjoint(a.employers, b.employers));
    return found;
}

bool fits_as_well(const Closeness& one, const Closeness& other)
{
    if (one.code != other.code)
        return one.code > other.code;
    return one.phone >= other.phone && one.email >= other.email && one.postcode >= other.postcode &&
           one.city >= other.city && one.employer >= other.employer;
}

} // namespace crm

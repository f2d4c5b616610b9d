// SPDX-License-Identifier: MIT
#include "crm/mailing/objected_boxes.hpp"

#include "crm/contact/postal_address.hpp"
#include "crm/mailing/letter_box.hpp"

namespace crm
{

namespace
{

constexpr const char* namesakes_sql =
    "SELECT contact_id FROM contact_name_index WHERE name_key = :key";

// Whoever has no address there has no letter box of their own. Few people have where most are known
// at a company.
constexpr const char* contact_with_box_sql = R"sql(
    SELECT id, kind, name, street, postcode, city, country
      FROM contact
     WHERE id = :contact AND kind = :kind
       AND ((street IS NOT NULL AND city IS NOT NULL) OR id IN (SELECT contact_id FROM address)))sql";

// In their order, so that of two the one that was there first is named, as by a look-up.
constexpr const char* contacts_with_box_sql = R"sql(
    SELECT id, kind, name, street, postcode, city, country
      FROM contact
     WHERE (kind = 'company' OR :people)
       AND ((street IS NOT NULL AND city IS NOT NULL) OR id IN (SELECT contact_id FROM address))
       AND id NOT IN (SELECT id FROM contact WHERE merged_into_id IS NOT NULL)
     ORDER BY id)sql";

constexpr const char* people_with_address_sql = R"sql(
    SELECT id FROM contact WHERE kind = 'person' AND street IS NOT NULL
    UNION ALL
    SELECT contact_id FROM address)sql";

bool any_person_objects(Store& store, Permissions& permissions)
{
    auto query = store.prepare(people_with_address_sql);
    while (query.step())
        if (permissions.objects(query.integer(0)))
            return true;
    return false;
}

/// How many look-ups take about as long as reading all contacts.
std::int64_t worth_reading_all(Store& store)
{
    constexpr std::int64_t contacts_a_look_up = 4;
    auto query = store.prepare("SELECT max(id) FROM contact"); // none is ever deleted
    query.step();
    return query.integer(0) / contacts_a_look_up;
}

} // namespace

ObjectedBoxes::ObjectedBoxes(Store& store, Permissions& permissions, std::string_view home,
                             Date day, Length length)
    : store_(store), permissions_(permissions), home_(home), day_(day),
      of_people_(any_person_objects(store, permissions)), namesakes_(store.prepare(namesakes_sql)),
      contact_(store.prepare(contact_with_box_sql)),
      many_(length == Length::long_list ? 0 : worth_reading_all(store))
{
}

std::int64_t ObjectedBoxes::owner(ContactKind kind, std::string_view name, const std::string& box)
{
    if (!all_read_ && looked_up_ < many_)
        look_up(kind, contact_name_key(kind, name));
    else if (!all_read_)
        read_all();
    const auto& boxes = boxes_of(kind);
    const auto found = boxes.find(box);
    return found == boxes.end() ? 0 : found->second;
}

void ObjectedBoxes::look_up(ContactKind kind, const std::string& name_key)
{
    auto& names = kind == ContactKind::company ? company_names_ : people_names_;
    if (!names.insert(name_key).second)
        return;
    namesakes_.reset();
    namesakes_.bind(":key", name_key);
    for (; namesakes_.step(); ++looked_up_) {
        if (!permissions_.objects(namesakes_.integer(0)))
            continue;
        contact_.reset();
        contact_.bind(":contact", namesakes_.integer(0)).bind(":kind", to_string(kind));
        if (contact_.step())
            add(contact_);
    }
}

void ObjectedBoxes::read_all()
{
    auto contacts = store_.prepare(contacts_with_box_sql);
    contacts.bind(":people", of_people_);
    while (contacts.step())
        if (permissions_.objects(contacts.integer(0)))
            add(contacts);
    all_read_ = true;
}

void ObjectedBoxes::add(const Statement& contact)
{
    const auto kind = parse_contact_kind(contact.text(1));
    boxes_of(kind).try_emplace(letter_box(kind, contact.text(2), place_of(contact)),
                               contact.integer(0));
}

ObjectedBoxes::OwnerByBox& ObjectedBoxes::boxes_of(ContactKind kind)
{
    return kind == ContactKind::company ? companies_ : people_;
}

std::string ObjectedBoxes::place_of(const Statement& contact)
{
    const auto street = contact.text(3);
    const auto city = contact.text(5);
    const auto country = [&](std::string_view code) {
        return code.empty() ? std::string_view(home_) : code;
    };
    if (!street.empty() && !city.empty())
        return letter_place(street, contact.text(4), city, country(contact.text(6)));
    const auto at = chosen_address(store_, contact.integer(0), "main", day_);
    return letter_place(at.street, at.postcode, at.city, country(at.country));
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/contact/contact.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"

namespace crm
{

namespace
{

Contact read_contact(const Statement& query)
{
    return {query.integer(0), query.string(1), parse_contact_kind(query.text(2)), query.string(3)};
}

} // namespace

std::string_view to_string(ContactKind kind)
{
    return kind == ContactKind::company ? "company" : "person";
}

ContactKind parse_contact_kind(std::string_view text)
{
    if (text == "company")
        return ContactKind::company;
    if (text == "person")
        return ContactKind::person;
    throw error(ErrorKind::usage, "unknown kind '{}'", text).with_hint("one of: company, person");
}

Contact contact_by_id(Store& store, std::int64_t id)
{
    auto query = store.prepare("SELECT id, number, kind, name FROM contact WHERE id = :id");
    query.bind(":id", id);
    if (!query.step())
        throw error(ErrorKind::not_found, "there is no contact with the id {}", id);
    return read_contact(query);
}

std::optional<Contact> contact_by_number(Store& store, std::string_view number)
{
    auto query = store.prepare(R"sql(
        SELECT id, number, kind, name, merged_into_id FROM contact WHERE number_key = :key)sql");
    query.bind(":key", natural_key(number));
    if (!query.step())
        return std::nullopt;
    return query.is_null(4) ? read_contact(query) : contact_by_id(store, query.integer(4));
}

std::string contact_name_key(ContactKind kind, std::string_view name)
{
    return kind == ContactKind::company ? name_key(name) : person_key(name);
}

std::string own_country(Store& store)
{
    auto query = store.prepare("SELECT country FROM contact WHERE id = :own");
    query.bind(":own", own_company);
    return query.step() && !query.is_null(0) ? query.string(0) : "DE";
}

} // namespace crm

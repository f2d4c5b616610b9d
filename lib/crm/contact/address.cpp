// SPDX-License-Identifier: MIT
#include "crm/contact/address.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/contact/contact_writer.hpp"

#include <array>

namespace crm
{

namespace
{

constexpr std::array<Column<Address>, 9> columns = {{
    {"id", "ID", Kind::integer, [](const Address& a) { return a.id == 0 ? Cell() : Cell(a.id); }},
    {"number", "NUMBER", Kind::text, [](const Address& a) { return text_cell(a.number); }},
    {"as", "AS", Kind::text, [](const Address& a) { return text_cell(a.usage); }},
    {"street", "STREET", Kind::text, [](const Address& a) { return text_cell(a.street); }},
    {"postcode", "POSTCODE", Kind::text, [](const Address& a) { return text_cell(a.postcode); }},
    {"city", "CITY", Kind::text, [](const Address& a) { return text_cell(a.city); }},
    {"region", "REGION", Kind::text, [](const Address& a) { return text_cell(a.region); }},
    {"country", "COUNTRY", Kind::text, [](const Address& a) { return text_cell(a.country); }},
    {"until", "UNTIL", Kind::date, [](const Address& a) { return cell(a.last_day); }},
}};

} // namespace

Address main_address(const FieldValues& values)
{
    Address main;
    main.usage = "main";
    main.street = values.text(Field::street);
    main.postcode = values.text(Field::postcode);
    main.city = values.text(Field::city);
    main.region = values.text(Field::region);
    main.country = values.text(Field::country);
    return main;
}

bool is_empty(const Address& address)
{
    return address.street.empty() && address.postcode.empty() && address.city.empty();
}

std::span<const Column<Address>> address_columns()
{
    return columns;
}

std::vector<Address> addresses_of(Store& store, std::int64_t contact_id, Date today, bool ended)
{
    std::vector<Address> found;
    // A country alone is no address to write to, but it is known.
    const auto number = contact_by_id(store, contact_id).number;
    auto main = main_address(read_values(store, contact_id));
    main.number = number;
    if (!is_empty(main) || !main.region.empty() || !main.country.empty())
        found.push_back(std::move(main));
    auto query = store.prepare(R"sql(
        SELECT id, usage, street, postcode, city, region, country, last_day
          FROM address
         WHERE contact_id = :contact AND (:ended OR last_day IS NULL OR last_day >= :today)
         ORDER BY usage, id)sql");
    query.bind(":contact", contact_id).bind(":ended", ended).bind(":today", today);
    while (query.step())
        found.push_back({query.integer(0), number, query.string(1), query.string(2),
                         query.string(3), query.string(4), query.string(5), query.string(6),
                         query.date(7)});
    return found;
}

std::int64_t add_address(Store& store, std::int64_t contact_id, const Address& address, Date today)
{
    if (is_empty(address))
        throw error(ErrorKind::rejected, "an address needs a street, a postcode or a city");
    const auto usage = lower(trim(address.usage));
    if (usage == "main") {
        ContactData data;
        data.values[Field::street] = address.street;
        data.values[Field::postcode] = address.postcode;
        data.values[Field::city] = address.city;
        data.values[Field::region] = address.region;
        data.values[Field::country] = address.country;
        ContactWriter(store, today).change(contact_id, data);
        return 0;
    }
    // The usage becomes part of a column name of exports, "address.delivery".
    if (usage.empty() || usage.find_first_of(";,. \t\n") != std::string::npos)
        throw error(ErrorKind::rejected, "'{}' is no use for an address", address.usage)
            .with_hint("one word, as in main, invoice, delivery, pobox");
    store
        .prepare(R"sql(
            INSERT INTO address (contact_id, usage, street, postcode, city, region, country)
            VALUES (:contact, :usage, :street, :postcode, :city, :region, :country))sql")
        .bind(":contact", contact_id)
        .bind(":usage", usage)
        .bind_or_null(":street", address.street)
        .bind_or_null(":postcode", address.postcode)
        .bind_or_null(":city", address.city)
        .bind_or_null(":region", address.region)
        .bind_or_null(":country", address.country)
        .run();
    return store.last_id();
}

void end_address(Store& store, std::int64_t address_id, Date last_day)
{
    store.prepare("UPDATE address SET last_day = :last WHERE id = :id AND last_day IS NULL")
        .bind(":last", last_day)
        .bind(":id", address_id)
        .run();
    if (store.changes() == 0)
        throw error(ErrorKind::not_found, "there is no address {}", address_id)
            .with_hint("'crm contact address list CONTACT' shows the ids");
}

} // namespace crm

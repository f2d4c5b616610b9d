// SPDX-License-Identifier: MIT
#include "crm/base/country.hpp"
#include "crm/base/items.hpp"
#include "crm/base/text.hpp"
#include "crm/base/titled_name.hpp"
#include "crm/contact/exchange/address_cell.hpp"
#include "crm/contact/exchange/vcard_cells.hpp"
#include "crm/contact/postal_address.hpp"
#include "crm/format/vcard_text.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

using Types = std::vector<std::string>;

std::string text_of(const KeyedCells& cells, std::string_view key)
{
    return std::string(cell_of(cells, key));
}

void add_typed(std::vector<VCard::Typed>& entries, std::string_view items, Types types)
{
    for_each_item(items, [&](std::string_view value) {
        entries.push_back({std::string(value), types, "", false});
    });
}

void add_address(VCard& card, const Address& address, std::string type, bool preferred)
{
    VCard::Address made;
    made.types = {std::move(type)};
    made.street = address.street;
    made.postcode = address.postcode;
    made.city = address.city;
    made.region = address.region;
    made.country = country_name(address.country, "de"); // as it stands on a German letter
    made.preferred = preferred;
    card.addresses.push_back(std::move(made));
}

void add_addresses(VCard& card, const KeyedCells& cells, bool company)
{
    Address main;
    main.street = cell_of(cells, "street");
    main.postcode = cell_of(cells, "postcode");
    main.city = cell_of(cells, "city");
    main.region = cell_of(cells, "region");
    main.country = cell_of(cells, "country");
    if (!main.street.empty() || !main.postcode.empty() || !main.city.empty())
        add_address(card, main, company ? "work" : "home", true);
    for (const auto* usage : {"work", "home", "postal"})
        for (const auto& address :
             parse_address_cell(usage, cell_of(cells, std::string("address.") + usage)))
            add_address(card, address, usage, false);
}

void add_names(VCard& card, const KeyedCells& cells, bool company)
{
    if (company) {
        card.kind = "org";
        card.organization = cell_of(cells, "name");
        return;
    }
    card.given = cell_of(cells, "given_name");
    card.family = cell_of(cells, "family_name");
    card.suffix = cell_of(cells, "field.name_suffix");
    card.organization = cell_of(cells, "company");
    if (!card.organization.empty()) {
        card.title = cell_of(cells, "role");
        if (const auto department = cell_of(cells, "department"); !department.empty())
            card.departments = {std::string(department)};
    }
    card.role = cell_of(cells, "field.profession");
    card.salutation = cell_of(cells, "salutation");
    card.prefix = cell_of(cells, "title");
}

void add_own_fields(VCard& card, const KeyedCells& cells)
{
    constexpr std::string_view prefix = "field.";
    for (const auto& [key, value] : cells) {
        if (!key.starts_with(prefix))
            continue;
        const auto property = property_of(std::string_view(key).substr(prefix.size()));
        for (std::string_view rest = value; !property.empty() && !rest.empty();) {
            const auto end = rest.find('\n');
            card.others.emplace_back(property, escape_vcard(rest.substr(0, end)));
            rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
        }
    }
}

std::string key_and_value(const std::string& key, std::string_view value)
{
    return escape_vcard(key + "=" + std::string(value));
}

/// What a plain import of the card would take anyway, or for granted.
bool follows(const KeyedCells& cells, const std::string& key, const std::string& value)
{
    if (key == "name")
        return cell_of(cells, "kind") == "person";
    return value == "no" && (key == "customer" || key == "supplier" || key == "prospect");
}

/// Splits `key=value`.
std::pair<std::string, std::string> read_pair(const std::string& text)
{
    const auto mark = text.find('=');
    return mark == std::string::npos ? std::pair(text, std::string())
                                     : std::pair(text.substr(0, mark), text.substr(mark + 1));
}

void put(KeyedCells& cells, std::pair<std::string, std::string> cell)
{
    std::erase_if(cells, [&](const auto& each) { return each.first == cell.first; });
    if (cell.second != "-")
        cells.push_back(std::move(cell));
}

} // namespace

std::string property_of(std::string_view own_field)
{
    constexpr std::array<std::string_view, 8> known = {
        "nickname", "anniversary", "impp", "related", "tz", "geo", "deathdate", "hobby"};
    const bool plain = std::ranges::all_of(own_field, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
    if (!plain ||
        !(own_field.starts_with("x_") || std::ranges::find(known, own_field) != known.end()))
        return {};
    std::string property = to_upper_ascii(own_field);
    std::ranges::replace(property, '_', '-');
    return property;
}

VCard card_of(const KeyedCells& cells)
{
    VCard card;
    const bool company = cell_of(cells, "kind") == "company";
    add_names(card, cells, company);
    // What a person has of their own has no type: it need not be private.
    add_typed(card.phones, cell_of(cells, "phone"),
              company ? Types{"work", "voice"} : Types{"voice"});
    add_typed(card.phones, cell_of(cells, "employment.phone"), {"work", "voice"});
    add_typed(card.phones, cell_of(cells, "mobile"), {"cell"});
    add_typed(card.phones, cell_of(cells, "fax"), company ? Types{"work", "fax"} : Types{"fax"});
    add_typed(card.emails, cell_of(cells, "email"), company ? Types{"work"} : Types{});
    add_typed(card.emails, cell_of(cells, "employment.email"), {"work"});
    if (const auto web = cell_of(cells, "web"); !web.empty())
        card.urls.push_back({std::string(web), {}, "", false});
    add_addresses(card, cells, company);
    card.birthday = cell_of(cells, "birthday").empty() ? text_of(cells, "field.birthday")
                                                       : text_of(cells, "birthday");
    card.note = cell_of(cells, "note");
    card.language = cell_of(cells, "language");
    card.uid = cell_of(cells, "field.uid");
    if (const auto gender = cell_of(cells, "field.gender");
        gender.size() == 1 && std::string_view("MFONU").find(gender) != std::string_view::npos)
        card.gender = gender;
    for_each_item(cell_of(cells, "tags"),
                  [&](std::string_view tag) { card.categories.emplace_back(tag); });
    add_own_fields(card, cells);
    card.formatted_name = display_name(card);
    // What stands behind a name belongs to the title here, not to the suffix.
    if (const auto title = cell_of(cells, "title"); begin_of_suffix(title) < title.size())
        card.formatted_name = person_line("", title, cell_of(cells, "name"));
    return card;
}

VCard complete_card(const std::vector<KeyedCells>& rows)
{
    const auto& cells = rows.front();
    auto card = card_of(cells);
    // What is read must be what was written, so what the card says is compared with what it should.
    const auto understood = cells_of(card);
    for (const auto& [key, value] : cells)
        if (cell_of(understood, key) != value && !follows(cells, key, value))
            card.others.emplace_back(cell_property, key_and_value(key, value));
    for (const auto& [key, value] : understood)
        if (cell_of(cells, key).empty())
            card.others.emplace_back(cell_property, key_and_value(key, "-"));
    for (std::size_t i = 1; i < rows.size(); ++i) {
        std::string employment;
        for (const auto* key :
             {"company", "company_number", "role", "department", "employment.phone",
              "employment.email", "employment.for", "employment.main", "employment.from",
              "employment.to", "staff", "extension", "staff.deputy"})
            if (const auto value = cell_of(rows[i], key); !value.empty())
                employment += (employment.empty() ? "" : ";") + key_and_value(key, value);
        card.others.emplace_back(employment_property, employment);
    }
    return card;
}

std::vector<KeyedCells> rows_of(const VCard& card)
{
    std::vector<KeyedCells> rows = {cells_of(card)};
    for (const auto& [name, value] : card.others)
        if (name == cell_property)
            put(rows.front(), read_pair(unescape_vcard(value)));
    for (const auto& [name, value] : card.others) {
        if (name != employment_property)
            continue;
        KeyedCells row = {{"number", std::string(cell_of(rows.front(), "number"))},
                          {"kind", "person"}};
        for (const auto& pair : split_vcard(value, ';'))
            row.push_back(read_pair(pair));
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace crm

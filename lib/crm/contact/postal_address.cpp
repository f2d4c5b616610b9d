// SPDX-License-Identifier: MIT
#include "crm/contact/postal_address.hpp"

#include "crm/base/country.hpp"
#include "crm/base/utf8.hpp"
#include "crm/contact/address.hpp"

#include <initializer_list>

namespace crm
{

namespace
{

std::string joined(std::initializer_list<std::string_view> words)
{
    std::string text;
    for (const auto word : words)
        if (!word.empty())
            text.append(text.empty() ? "" : " ").append(word);
    return text;
}

void add_line(std::string& lines, std::string_view line)
{
    if (!line.empty())
        lines.append(lines.empty() ? "" : "\n").append(line);
}

/// "Frau Dr. Eva Meier", or the firm with its legal form.
std::string name_line(Store& store, std::int64_t contact_id)
{
    auto query = store.prepare(
        "SELECT kind, name, salutation, title, legal_form FROM contact WHERE id = :id");
    query.bind(":id", contact_id);
    query.step();
    const auto name = query.text(1);
    const auto form = query.text(4);
    if (parse_contact_kind(query.text(0)) == ContactKind::person)
        return joined({query.text(2), query.text(3), name});
    return name.ends_with(form) ? std::string(name) : joined({name, form});
}

Address chosen_address(Store& store, std::int64_t contact_id, std::string_view usage, Date day)
{
    const auto all = addresses_of(store, contact_id, day);
    const auto written = [](const Address& a) { return !a.street.empty() || !a.city.empty(); };
    for (const std::string_view wanted :
         {usage, std::string_view("main"), std::string_view("pobox")})
        for (const auto& address : all)
            if (address.usage == wanted && written(address))
                return address;
    return all.empty() ? Address{} : all.front();
}

/// The German name of a country in capitals. Its letters are those of Latin-1, whose small ones
/// lie 0x20 above, in UTF-8 the second of two bytes.
std::string country_line(std::string_view alpha2)
{
    std::string name(country_name(alpha2, "de"));
    char former = 0;
    for (char& c : name) {
        const bool small = byte(former) == 0xC3 && byte(c) >= 0xA0 && byte(c) != 0xB7;
        former = c;
        c = small ? static_cast<char>(byte(c) - 0x20) : ascii_upper(c);
    }
    return name;
}

} // namespace

PostalAddress postal_address(Store& store, std::int64_t contact_id,
                             std::optional<std::int64_t> person_id, std::string_view usage,
                             Date day)
{
    const auto address = chosen_address(store, contact_id, usage, day);
    const bool abroad = !address.country.empty() && address.country != own_country(store);
    PostalAddress postal;
    add_line(postal.lines, name_line(store, contact_id));
    if (person_id && *person_id != contact_id)
        add_line(postal.lines, name_line(store, *person_id));
    add_line(postal.lines, address.street);
    add_line(postal.lines, joined({address.postcode, address.city}));
    if (abroad)
        add_line(postal.lines, country_line(address.country));
    postal.complete =
        !address.street.empty() && !address.city.empty() && (abroad || !address.postcode.empty());
    return postal;
}

} // namespace crm

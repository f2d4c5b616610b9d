// SPDX-License-Identifier: MIT
#include "crm/mailing/letter_box.hpp"

#include "crm/base/text.hpp"
#include "crm/base/utf8.hpp"

#include <array>
#include <utility>

namespace crm
{

namespace
{

/// Ways to write the end of a street's name, folded, and the short one.
constexpr std::array<std::pair<std::string_view, std::string_view>, 2> street_endings = {
    {{"strasse", "str"}, {"platz", "pl"}}};

/// `Haupt-Straße 5 a` as `hauptstr5a`: only between two numbers a blank says something.
std::string street_key(std::string_view street)
{
    std::string key;
    for_each_word(fold(street), [&](std::string_view word) {
        if (!key.empty() && is_ascii_digit(key.back()) && is_ascii_digit(word.front()))
            key += ' ';
        key += word;
        for (const auto& [full, brief] : street_endings)
            if (word.ends_with(full))
                key.replace(key.size() - full.size(), full.size(), brief);
    });
    return key;
}

} // namespace

std::string letter_place(std::string_view street, std::string_view postcode, std::string_view city,
                         std::string_view country)
{
    auto key = street_key(street);
    for (const auto& part : {fold(postcode), fold(city)})
        key.append("\n").append(part);
    return key.append("\n").append(country);
}

std::string letter_box(ContactKind kind, std::string_view name, std::string_view place)
{
    return contact_name_key(kind, name).append("\n").append(place);
}

std::string company_box(const Recipient& recipient)
{
    const auto& r = recipient;
    if (r.company.empty())
        return "";
    return letter_box(ContactKind::company, r.company,
                      letter_place(r.street, r.postcode, r.city, r.country));
}

} // namespace crm

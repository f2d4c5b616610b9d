// SPDX-License-Identifier: MIT
#include "crm/contact/exchange/address_cell.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"

#include <array>

namespace crm
{

namespace
{

constexpr char part_separator = '|';
constexpr char address_separator = ';';
constexpr char escape = '\\';

void append_part(std::string& cell, std::string_view part)
{
    for (const char c : part) {
        if (c == part_separator || c == address_separator || c == escape)
            cell += escape;
        cell += c;
    }
}

/// The parts between separators without an escape before them, escapes kept.
std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == escape)
            ++at;
        else if (text[at] == separator) {
            parts.push_back(text.substr(begin, at - begin));
            begin = at + 1;
        }
    }
    parts.push_back(text.substr(begin));
    return parts;
}

std::string unescaped(std::string_view part)
{
    std::string plain;
    for (std::size_t at = 0; at < part.size(); ++at) {
        if (part[at] == escape && at + 1 < part.size())
            ++at;
        plain += part[at];
    }
    return plain;
}

Address parse_address(std::string_view usage, std::string_view text)
{
    constexpr std::array order = {Field::street, Field::postcode, Field::city, Field::region,
                                  Field::country};
    const auto parts = split(text, part_separator);
    if (parts.size() > order.size())
        throw error(ErrorKind::rejected, "'{}' is no address: street|postcode|city|region|country",
                    text);
    Address address;
    address.usage = usage;
    const std::array values = {&address.street, &address.postcode, &address.city, &address.region,
                               &address.country};
    for (std::size_t i = 0; i < parts.size(); ++i)
        *values[i] = checked(order[i], unescaped(parts[i]));
    if (address.street.empty() && address.postcode.empty() && address.city.empty())
        throw error(ErrorKind::rejected, "an address needs a street, a postcode or a city: '{}'",
                    text);
    return address;
}

} // namespace

std::string address_cell(const Address& address)
{
    std::string cell;
    for (const auto* part :
         {&address.street, &address.postcode, &address.city, &address.region, &address.country}) {
        append_part(cell, *part);
        cell += part_separator;
    }
    while (cell.ends_with(part_separator) && !cell.ends_with("\\|"))
        cell.pop_back();
    return cell;
}

std::vector<Address> parse_address_cell(std::string_view usage, std::string_view cell)
{
    std::vector<Address> addresses;
    for (const auto text : split(cell, address_separator))
        if (!trim(text).empty())
            addresses.push_back(parse_address(usage, trim(text)));
    return addresses;
}

} // namespace crm

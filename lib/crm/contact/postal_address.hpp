// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/address.hpp"
#include "crm/contact/contact.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace crm
{

/// The address of a letter as DIN 5008 orders it, a line each: the firm, the person with salutation
/// and title, the street, postcode and town, and only abroad the country in capitals, in German.
struct PostalAddress {
    std::string lines;     ///< joined by line breaks
    bool complete = false; ///< it names a street or box and a town, at home with its postcode
};

/// What stands in an address; what is empty has no line.
struct AddressParts {
    std::string_view firm;
    std::string_view department;
    std::string_view person;
    std::string_view street;
    std::string_view postcode;
    std::string_view city;
    std::string_view country; ///< two-letter code
};

/// An address has no more lines than that.
inline constexpr std::size_t most_address_lines = 6;

/// The lines of an address, as many as `lines` has room for; those that are left over are empty.
/// Home is the country of who writes. In place, for lists of a million.
void write_address(const AddressParts& parts, std::string_view home, std::span<std::string> lines);

/// Whether it names a street or box and a town, at home with its postcode.
bool is_complete(const AddressParts& parts, std::string_view home);

/// "Frau Dr. Eva Meier"; of whom no gender is to be named ("Divers") the name alone (DIN 5008).
std::string person_line(std::string_view salutation, std::string_view title, std::string_view name);
/// The firm with its legal form, unless its name ends with that.
std::string firm_line(std::string_view name, std::string_view legal_form);

/// The address of a contact for `usage` (invoice, delivery...) that is in use on the day, else the
/// main one, else the P.O. box.
Address chosen_address(Store& store, std::int64_t contact_id, std::string_view usage, Date day);

/// Where something for a contact goes, with `person_id` to that person at the firm, unless it has
/// left by the day; see chosen_address().
PostalAddress postal_address(Store& store, std::int64_t contact_id,
                             std::optional<std::int64_t> person_id, std::string_view usage,
                             Date day);

} // namespace crm

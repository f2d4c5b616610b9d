// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/contact.hpp"

#include <optional>
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

/// Where something for a contact goes, with `person_id` to that person at the firm. The address for
/// `usage` (invoice, delivery...) that is in use on the day, else the main one, else the P.O. box.
PostalAddress postal_address(Store& store, std::int64_t contact_id,
                             std::optional<std::int64_t> person_id, std::string_view usage,
                             Date day);

} // namespace crm

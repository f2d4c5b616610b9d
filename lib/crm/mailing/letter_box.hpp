// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/contact.hpp"

#include <string>
#include <string_view>

namespace crm
{

/// A key that two addresses share if a letter to one gets to the other: `Hauptstr. 5` and
/// `Hauptstraße 5` do. Kept for all people of a company, it is made once.
std::string letter_place(std::string_view street, std::string_view postcode, std::string_view city,
                         std::string_view country);

/// Whose letters go into the same box: those of one name at one place.
std::string letter_box(ContactKind kind, std::string_view name, std::string_view place);

} // namespace crm

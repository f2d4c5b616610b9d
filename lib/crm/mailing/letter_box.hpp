// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/contact.hpp"
#include "crm/mailing/recipients.hpp"

#include <string>
#include <string_view>

namespace crm
{

/// A key that two addresses share if a letter to one gets to the other: `Hauptstr. 5` and
/// `Hauptstraße 5` do.
std::string letter_place(std::string_view street, std::string_view postcode, std::string_view city,
                         std::string_view country);

/// Whose letters go into the same box: those of one name at one place.
std::string letter_box(ContactKind kind, std::string_view name, std::string_view place);
/// That of the company at which somebody is approached, the same for all its people; empty for
/// somebody without.
std::string company_box(const Recipient& recipient);

} // namespace crm

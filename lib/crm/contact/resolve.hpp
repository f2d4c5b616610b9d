// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/contact.hpp"

#include <string_view>

namespace crm
{

// Who is meant by a word on the command line (cli.md 1).

/// For a command that changes something: a number, or the exact name with umlauts folded. Anything
/// looser is not_found, with the candidates.
Contact contact_to_change(Store& store, std::string_view who);

/// For a command that reads: also text that matches just one contact.
Contact contact_to_read(Store& store, std::string_view who);

/// The same with a kind asked for; another kind is rejected.
Contact company_to_change(Store& store, std::string_view who);
Contact person_to_change(Store& store, std::string_view who);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/contact.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

// What a shell can offer while a name is being typed: at most `limit` values that begin with
// `prefix`, case and spelling of umlauts ignored. A cut list still has the last match, so that a
// shell does not take for common to all what only the first ones share.

/// Numbers and whole names of contacts, of one kind if given.
std::vector<std::string> complete_contacts(Store& store, std::string_view prefix, std::size_t limit,
                                           std::optional<ContactKind> kind = std::nullopt);
/// Codes of the own staff.
std::vector<std::string> complete_staff(Store& store, std::string_view prefix, std::size_t limit);
std::vector<std::string> complete_tags(Store& store, std::string_view prefix, std::size_t limit);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/item_letter.hpp"

#include <string>
#include <string_view>

namespace crm
{

/// All that a letter says, as JSON, so that it can be written again when what it says of us and of
/// whom it went to is no longer so.
std::string letter_as_text(const ItemLetter& letter);
/// Throws io for what is none: the database is damaged.
ItemLetter letter_from_text(std::string_view text);

} // namespace crm

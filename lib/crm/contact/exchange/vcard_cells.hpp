// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/vcard.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crm
{

/// A row of an import or export by the names of its keys, as text.
using KeyedCells = std::vector<std::pair<std::string, std::string>>;

/// The cell of that key, empty if there is none.
std::string_view cell_of(const KeyedCells& cells, std::string_view key);

/// Address books have no place for much of what a contact holds. What their own properties do not
/// carry stands in two of ours, whose values are `key=value` in the keys of an export:
/// X-CRM-CELL one cell (`-` for one that is empty), X-CRM-EMPLOYMENT the cells of one more
/// employment, joined by ';'.
inline constexpr const char* cell_property = "X-CRM-CELL";
inline constexpr const char* employment_property = "X-CRM-EMPLOYMENT";
/// Why an import rejected the card; it means nothing to the next one.
inline constexpr const char* reason_property = "X-CRM-REASON";

/// What a card means as a row, by its own properties alone. Nothing that it holds is lost: what has
/// no key of its own becomes an own field.
KeyedCells cells_of(const VCard& card);

/// The card that says as much of a row as others understand.
VCard card_of(const KeyedCells& cells);

/// The rows of a card: the contact, and one for each further employment.
std::vector<KeyedCells> rows_of(const VCard& card);

/// The card of a contact's rows; rows_of gives them back.
VCard complete_card(const std::vector<KeyedCells>& rows);

/// The property of an own field that was one (`nickname`, `x_skype`), or nothing.
std::string property_of(std::string_view own_field);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/cell.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// Those cells of the row, in that order, as bytes for a temporary file of this very process.
std::string encode_cells(const RowView& cells);

/// The cells again; texts are views into `bytes`.
std::vector<Cell> decode_cells(std::string_view bytes);

/// Bytes that compare as the cell sorts: nothing first, numbers and dates by value, text by its
/// collation key. No key is the beginning of another, so that keys may be joined.
std::string sort_key(const Cell& cell, bool descending);

} // namespace crm

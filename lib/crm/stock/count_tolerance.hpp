// SPDX-License-Identifier: MIT
#pragma once

#include "crm/stock/count.hpp"
#include "crm/stock/count_sheet.hpp"

#include <optional>

namespace crm
{

/// By how much of the books a line of a count may differ before it has to be counted again: setting
/// `count.tolerance` of its day. Nothing: by any amount.
std::optional<Rate> count_tolerance(Store& store, const Count& count);

/// Whether a line differs by more, and its last entry is not that of a second count.
bool needs_recount(const CountLine& line, Rate tolerance);

/// The lines of a count that have to be counted again, as list_count_lines. Rejected if no
/// tolerance is set.
void list_recount_lines(Store& store, std::int64_t count_id,
                        const std::function<bool(const CountLine&)>& use);

} // namespace crm

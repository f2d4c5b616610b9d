// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/format/cell.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// A filter of recipients with a name, whose case is ignored.
struct Segment {
    std::int64_t id = 0;
    std::string name;
    std::string filter; ///< in the words of the command line
    std::string at;     ///< local time at which it was saved, ISO
    std::string staff;  ///< code of who saved it
};

std::span<const Column<Segment>> segment_columns();

/// By name. Throws not_found with the names there are.
Segment segment_by_name(Store& store, std::string_view name);
/// All of them, by name.
std::vector<Segment> all_segments(Store& store);

// The following work inside the caller's transaction; the acting staff member is recorded.

/// What a segment was before it was saved anew.
struct SavedSegment {
    std::int64_t id = 0;
    std::optional<std::string> former_filter; ///< nothing if it is new
};

/// Makes a segment, or gives one another filter. Rejects an empty name.
SavedSegment save_segment(Store& store, std::string_view name, std::string_view filter,
                          LocalTime at);
/// Throws not_found. Mailings that were made of it have their recipients and stay.
void delete_segment(Store& store, std::string_view name);

} // namespace crm

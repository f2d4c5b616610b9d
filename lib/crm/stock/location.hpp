// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/cell.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// The location that every database has, and that is meant where none is named.
inline constexpr const char* main_location = "main";

/// Where goods lie.
struct Location {
    std::int64_t id = 0;
    std::string name;
};

/// By name, its case ignored. Throws not_found with the locations there are.
Location find_location(Store& store, std::string_view name);

/// The name of each location by its id.
std::map<std::int64_t, std::string> location_names(Store& store);

/// One line of `stock location list`.
struct LocationRow {
    std::int64_t id = 0;
    std::string name;
    std::int64_t products = 0; ///< that lie there
};

std::span<const Column<LocationRow>> location_columns();
/// In the order in which they were added.
std::vector<LocationRow> list_locations(Store& store);

/// Adds a place where goods lie, inside the caller's transaction. Rejected if it has no name or is
/// there already.
std::int64_t add_location(Store& store, std::string_view name);

} // namespace crm

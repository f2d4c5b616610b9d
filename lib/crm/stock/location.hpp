// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/store.hpp"

#include <cstdint>
#include <string_view>

namespace crm
{

/// The location that every database has, and that is meant where none is named.
inline constexpr const char* main_location = "main";

/// Adds a place where goods lie, inside the caller's transaction. Rejected if it has no name or is
/// there already.
std::int64_t add_location(Store& store, std::string_view name);

} // namespace crm

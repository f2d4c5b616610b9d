// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/store.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

// What a shell can offer while a name is being typed, as in contact/complete.hpp.

/// SKUs of products that are not archived.
std::vector<std::string> complete_products(Store& store, std::string_view prefix,
                                           std::size_t limit);
/// Groups of products.
std::vector<std::string> complete_groups(Store& store, std::string_view prefix, std::size_t limit);
std::vector<std::string> complete_locations(Store& store, std::string_view prefix,
                                            std::size_t limit);

} // namespace crm

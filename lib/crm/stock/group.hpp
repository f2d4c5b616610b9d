// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/store.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// A group of products is the word that they share, its case ignored.
struct ProductGroup {
    std::string name; ///< as a product has it
    std::string key;  ///< product.group_key
};

/// Throws not_found, with the groups there are.
ProductGroup find_group(Store& store, std::string_view name);
std::vector<ProductGroup> all_groups(Store& store);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/store.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// What a shell can offer while the number of an order is being typed: at most `limit` numbers that
/// begin with `prefix`, in any case, the last first.
std::vector<std::string> complete_orders(Store& store, std::string_view prefix, std::size_t limit);

} // namespace crm

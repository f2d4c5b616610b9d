// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace crm
{

class Store;

/// Throws rejected if the books are kept in another currency already: by anything that was ordered,
/// posted, paid or moved, all of whose amounts would then mean something else.
void refuse_other_currency(Store& store, std::string_view currency);

} // namespace crm

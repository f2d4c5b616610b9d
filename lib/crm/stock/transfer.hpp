// SPDX-License-Identifier: MIT
#pragma once

#include "crm/stock/movement.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace crm
{

/// Goods that change their place.
struct Transfer {
    std::int64_t product_id = 0;
    std::int64_t from_id = 0;
    std::int64_t to_id = 0;
    Quantity quantity; ///< above 0
    LocalTime at;
    std::string lot; ///< none: what expires first
    std::string reason;
};

/// Books a movement out of the one place and one of the same cost into the other, two for each lot
/// taken, inside the caller's transaction. Rejected as by book(), and from a place to itself.
std::vector<Booked> book_transfer(Store& store, const Transfer& transfer);

} // namespace crm

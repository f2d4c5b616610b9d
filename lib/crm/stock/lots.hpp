// SPDX-License-Identifier: MIT
#pragma once

#include "crm/stock/movement.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// Goods of one lot.
struct LotPart {
    std::string lot; ///< empty: goods without a lot
    std::optional<Date> best_before;
    Quantity quantity; ///< below 0: goes out
};

/// Goods of which only the day until which they keep is said are a lot of their own, named after
/// it. The day of a lot of which nothing is left is that of what comes in next. Rejected: a lot
/// that keeps until another day.
void complete_lot(Store& store, Booking& booking);

/// Throws not_found for a lot that a product never had, naming the last ones that it had.
void check_lot(Store& store, std::int64_t product_id, std::string_view lot);

/// Whether anything of a product is booked for a later day: one look into an index, which is all
/// that goods cost that move today.
bool moves_later(Store& store, std::int64_t product_id, Date day);

/// From which lots goods go out of a location: `booking` says how many, when and, if it matters, of
/// which lot; otherwise what expires first goes first and goods without a lot last. As much may go
/// as is there at the end of its day and of every later one; if `allow_negative`, the rest goes
/// below 0. Rejected if it is not there, not_found for a lot that never was.
std::vector<LotPart> lots_to_take(Store& store, const Booking& booking, bool lot_matters,
                                  bool allow_negative);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/stock/movement.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace crm
{

/// A movement that is to be taken back.
struct Reversal {
    std::int64_t movement_id = 0;
    std::optional<Date> day; ///< of the counter movement, that of the movement unless given
    std::string reason;
};

/// Books a movement that takes back one entered by hand (receipt, issue, transfer, opening), inside
/// the caller's transaction: as much of the same lot at the same location, for what it was worth,
/// into or out of its own layer. Of a transfer both movements are taken back, what arrived first.
/// Throws not_found; rejected: movements of deliveries and counts, what is or was taken back, a day
/// before the movement's, goods that are not there any more or were taken out at the cost that they
/// brought in, what later receipts below 0 were reckoned with, and whatever book() rejects.
std::vector<Booked> reverse_movement(Store& store, const Reversal& wanted);

} // namespace crm

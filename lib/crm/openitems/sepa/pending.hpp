// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/money.hpp"
#include "crm/store/check.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace crm
{

/// What files that were handed to the bank still have under way of a document: they pay or collect
/// it, but no payment of it is booked since.
struct Pending {
    Money amount;
    Money skonto;                         ///< deducted, to be taken with the payment
    Date date;                            ///< of the last execution or collection
    std::vector<std::string> message_ids; ///< of the files, the newest last
};

/// Everything that is under way, by document. A payment booked after a file counts as its first
/// payment that is not booked yet, also if it came back later: then it is to be paid anew. What was
/// matched with a line of a statement by mistake does not count.
std::unordered_map<std::int64_t, Pending> pending_payments(Store& store);

/// Reports files that are not the sum of their items, and documents of which more was under way
/// than was open.
void check_payment_files(Store& store, const Report& report);

} // namespace crm

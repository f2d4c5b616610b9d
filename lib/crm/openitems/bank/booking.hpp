// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/bank/line.hpp"

#include <string_view>

namespace crm
{

/// Books what is no payment of a contact: `fee`, `interest`, `other`; inside the caller's
/// transaction. Rejected: a day in a closed period.
void post_booking(Store& store, std::int64_t line_id, std::string_view kind, Money amount,
                  Date date);

/// Takes the booking of a line back, if there is one, with a counter-booking.
void reverse_booking(Store& store, std::int64_t line_id, Date date);

} // namespace crm

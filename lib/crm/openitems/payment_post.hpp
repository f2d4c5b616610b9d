// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/payment.hpp"

namespace crm
{

/// Records a payment, which is open as a whole, inside the caller's transaction; returns it with id
/// and number. Rejected: a day in a closed period.
Payment post_payment(Store& store, Payment payment);
/// The same of what somebody pays or is paid back, in the payer's currency; settles nothing.
Payment post_payment_of(Store& store, const Payer& payer);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/payment.hpp"

#include <span>
#include <vector>

namespace crm
{

/// Records a payment, which is open as a whole, inside the caller's transaction; returns it with id
/// and number. Rejected: a day in a closed period.
Payment post_payment(Store& store, Payment payment);
/// The same of what somebody pays or is paid back, in the payer's currency; settles nothing.
Payment post_payment_of(Store& store, const Payer& payer);

/// Gives back with a refund what is left of payments, in that order, up to an amount; returns what
/// of which.
std::vector<Settled> give_back_payments(Store& store, const Payment& refund, Money amount,
                                        std::span<const Payment> payments);

} // namespace crm

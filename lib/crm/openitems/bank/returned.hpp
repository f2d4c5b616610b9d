// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/bank/contact_numbers.hpp"
#include "crm/openitems/payment.hpp"

#include <optional>

namespace crm
{

/// A payment that a line brings back, and what the bank charges for it.
struct Returned {
    std::int64_t payment_id = 0;
    std::string number;
    Money charges;
};

/// The payment that a line, marked as a return, brings back, if it is sure which: told by its
/// end-to-end id, else by what the line names, the charges of the bank added; else by the account
/// of the other side at the exact amount. Only if there is just one.
std::optional<Returned> returned_payment(Store& store, const BankLine& line,
                                         ContactNumbers& numbers);

/// The same of a payment, or of those that settled a document, that somebody says. Of a line that
/// is not marked as a return the amount must be exact, unless the payment itself is said and all of
/// it went to documents: then nothing of it can be meant to be given back.
std::optional<Returned> returns_payment(Store& store, const BankLine& line,
                                        std::int64_t payment_id);
std::optional<Returned> returns_payment_of(Store& store, const BankLine& line,
                                           std::int64_t document_id);

/// Reverses the payment on the day of the line and books the charges; inside the caller's
/// transaction. Returns the counter-payment.
Payment post_return(Store& store, const BankLine& line, const Returned& returned);

} // namespace crm

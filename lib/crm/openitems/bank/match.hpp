// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/bank/line.hpp"
#include "crm/openitems/payment.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace crm
{

// What a line of a statement pays. All of it works inside the caller's transaction.

/// Records of each new line what it is most like, and why.
void suggest_for(Store& store, std::span<const std::int64_t> line_ids);

/// Looks at every unmatched line; what is sure and unique is paid: the likeliest open item has a
/// score of 5 at least and no equal beside it, is named or its contact known, and the amount is
/// what is open, also less a discount in time; or several are named that together are the amount;
/// or the line returns a payment. The others keep their best suggestion with its reason. `use` gets
/// the id of each line that was paid. Returns how many.
std::int64_t match_lines(Store& store, const std::function<void(std::int64_t)>& use);

/// Pays documents with a line, in that order; what is left stays open as a credit of the contact.
/// Rejected: a line that something came of already, documents of several contacts, the wrong sign.
PaymentResult match_line(Store& store, std::int64_t line_id,
                         const std::vector<std::int64_t>& document_ids);

/// Takes back what came of a line; returns the counter-payment's number, or nothing of a booking.
std::string unmatch_line(Store& store, std::int64_t line_id, Date date);

/// Books a line that is no payment of a contact: `fee`, `interest`, `other`.
void book_line(Store& store, std::int64_t line_id, std::string_view kind);

/// Leaves a line for later, with a note.
void park_line(Store& store, std::int64_t line_id, const std::string& note);

} // namespace crm

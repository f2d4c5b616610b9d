// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/bank/line.hpp"
#include "crm/openitems/bank/returned.hpp"
#include "crm/openitems/payment.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace crm
{

// What a line of a statement pays. All of it works inside the caller's transaction.

/// Records of each line what it is most like, and why.
void suggest_for(Store& store, std::span<const std::int64_t> line_ids);

/// Looks at every unmatched line; what is sure and unique is paid. That is what a line names with
/// whole words: one document at what is open of it or several of a contact at their sum, also less
/// the discounts that are in time; or, if it names none of its sender's documents, the only open
/// item of a sender whose account or name is known at that amount. A text that names what is paid
/// already, or the beginning of a longer number, pays nothing else (§ 366 BGB: the debtor says what
/// it pays). A line that brings a payment back reverses it. The others keep their best suggestion
/// with its reason. `use` gets the id of each line that was paid, `left_out` why one that is sure
/// could not be (a closed period). Returns how many were paid.
std::int64_t match_lines(Store& store, const std::function<void(std::int64_t)>& use,
                         const std::function<void(const std::string&)>& left_out = {});

/// What somebody says that a line is for.
struct MatchTargets {
    std::vector<std::int64_t> document_ids;
    std::vector<std::int64_t> payment_ids;
    std::optional<std::int64_t> contact_id;
};

/// Reads numbers of documents and payments, or a contact: by number or exact name. A number behind
/// a contact is one of its documents, ours or the supplier's, or payments. Throws not_found.
MatchTargets match_targets(Store& store, std::span<const std::string> words);

/// What a payment with something left settled.
struct SettledWith {
    std::string payment;
    Settled settled;
};

/// What became of a line.
struct MatchedLine {
    PaymentResult result;          ///< settled are payments, too, of which something was given back
    std::vector<SettledWith> with; ///< what over-payments that were named settled before
    bool refund = false;           ///< what is left is a claim, not a credit
    std::vector<std::string> nothing_open; ///< documents that were named but paid already
    std::optional<Returned> returned; ///< it took that payment back, `result` is the counter-one
};

/// Uses a line as somebody says. It pays documents, in that order, with over-payments that are
/// named and then with its own amount; each takes its discount if it is in time and they come to
/// the amount so, or with `skonto` on purpose as pay() does. What is left, or of a contact alone
/// the whole, stays open as a credit. Money that goes the other way gives back credit notes and
/// payments with something left, of a contact alone all of its credits; or takes back the payment
/// that is named or has settled the document named. Rejected: a line that something came of
/// already, several contacts, the wrong direction, a refund of more than payments have left. It is
/// dated its posting_day(), or a later one; whether a discount is in time goes by the line.
MatchedLine match_line(Store& store, std::int64_t line_id, const MatchTargets& targets,
                       bool skonto = false, std::optional<Date> day = std::nullopt);

/// Takes back what came of a line, on a day from its own on; it is compared anew. Returns the
/// counter-payment's number, or nothing of a booking, or of a payment that was reversed already.
/// Rejected: a line that took a payment back itself.
std::string unmatch_line(Store& store, std::int64_t line_id, Date date);

/// Books a line that is no payment of a contact: `fee`, `interest`, `other`, on its posting_day()
/// or a later one.
void book_line(Store& store, std::int64_t line_id, std::string_view kind,
               std::optional<Date> day = std::nullopt);

/// Leaves a line for later. Rejected: no note.
void park_line(Store& store, std::int64_t line_id, const std::string& note);

} // namespace crm

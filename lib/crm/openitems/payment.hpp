// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/document.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

// Payments and what they settle. Payments and allocations are append-only; what takes something
// back names it. All of the following work inside the caller's transaction.

struct Payment {
    std::int64_t id = 0;
    std::string number; ///< empty in a new one: it takes the next of the series of payments
    std::int64_t contact_id = 0;
    Side side = Side::receivable;
    Date date;
    Money amount; ///< from the customer, or to the supplier; below 0: a refund or a reversal
    std::string currency;
    std::string reference;
    std::optional<std::int64_t> reverses_id;
    std::optional<std::int64_t> bank_line_id; ///< the line of a statement that shows it
};

/// Throws not_found.
Payment payment_by_id(Store& store, std::int64_t id);
std::optional<Payment> find_payment(Store& store, std::string_view number);
/// By number, its case ignored; throws not_found.
Payment payment_by_number(Store& store, std::string_view number);

/// What to pay with.
struct Payer {
    std::int64_t contact_id = 0;
    Side side = Side::receivable;
    Money amount; ///< above 0, also of a refund
    Date date;
    std::string currency; ///< empty: that of the named documents, else of the books
    std::string reference;
    std::vector<std::int64_t> document_ids; ///< only these, in that order; else oldest due first
    bool skonto = false; ///< take the discount that the terms of each document allow on the day
    std::optional<Money> skonto_amount; ///< instead of that: so much, as agreed
    std::optional<Date>
        skonto_day;      ///< when the money came, by which a discount is in time; else `date`
    bool refund = false; ///< the other way: gives back what a credit or over-payment left
    bool costs_first =
        false; ///< costs, interest, principal (§ 367 BGB); else principal alone, unless named
    std::optional<std::int64_t> bank_line_id;
};

/// What of a payment settled what.
struct Settled {
    std::int64_t document_id = 0;
    std::string document;
    Money amount; ///< of the payment
    Money skonto; ///< on top of it
    Money open;   ///< what is still open
    /// What is open is the discount that could be taken on purpose.
    bool short_by_skonto = false;
    bool beyond_terms = false; ///< the skonto is more than the terms allow on the day
};

struct PaymentResult {
    Payment payment;
    std::vector<Settled> settled;
    Money left; ///< stays open as a credit of the contact

    /// More that it settled, out of what was left.
    void take(std::vector<Settled> more);
};

/// Posts a payment and settles with it. Rejected: an amount of nothing, a day in a closed period,
/// documents of another contact, side or currency, skonto that the terms do not allow on the day
/// (settings `skonto.grace` and `skonto.tolerance` counted in).
PaymentResult pay(Store& store, const Payer& payer);

/// Takes a payment back with all that it settled, skonto included; returns the counter-payment,
/// which a line of a statement may show. Rejected: one that is reversed already, or is itself a
/// reversal.
Payment reverse_payment(Store& store, std::int64_t payment_id, Date date,
                        std::optional<std::int64_t> bank_line_id = std::nullopt);

/// Takes back what a credit note settled, or that a document was given up; returns how much.
/// Rejected: nothing of that kind; a day before it, or in a closed period.
Money reverse_settlements(Store& store, std::int64_t document_id, Date date);
/// Takes back only that a document or what was left of a payment was given up. Rejected as above.
Money reverse_write_off(Store& store, std::int64_t document_id, Date date);
Money reverse_write_off_of_payment(Store& store, std::int64_t payment_id, Date date);

/// Settles documents with a credit note, an opening credit or an over-payment, in that order, with
/// `amount` at most. Rejected: other contact, side or currency; nothing left.
std::vector<Settled> settle(Store& store, std::string_view credit, std::int64_t contact_id,
                            const std::vector<std::int64_t>& document_ids,
                            std::optional<Money> amount, Date date);

/// Gives up what is open of a document, tax corrected per rate (§ 17 UStG): what nobody will pay
/// any more or, of a credit, what nobody claims. Rejected: nothing open, no reason, a day before it
/// or in a closed period.
Money write_off(Store& store, std::int64_t document_id, const std::string& reason, Date date);
/// The same of what is left of a payment, which bears no tax: an over-payment that is not wanted
/// back, or a refund that was too much.
Money write_off_payment(Store& store, std::int64_t payment_id, const std::string& reason,
                        Date date);

/// Takes a claim (fee, interest, lump sum) back, as far as it is not paid.
void take_back(Store& store, std::int64_t document_id, const std::string& reason, Date date);

/// What is open of a document at the end of a day, below 0 of a credit; by default as of now.
Money open_of_document(Store& store, std::int64_t document_id,
                       std::optional<Date> as_of = std::nullopt);

} // namespace crm

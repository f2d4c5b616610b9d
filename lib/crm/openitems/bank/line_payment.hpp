// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/bank/line.hpp"
#include "crm/openitems/payment.hpp"

#include <optional>
#include <span>
#include <vector>

namespace crm
{

/// An amount without its sign.
Money absolute(Money amount);

/// What pays with a line: its amount on its posting_day(), as a refund if it goes the other way
/// than payments on that side do.
Payer payer_of(Store& store, const BankLine& line, std::int64_t contact_id, Side side);

/// A document that a line may pay.
struct LineItem {
    std::int64_t document_id = 0;
    Money open;   ///< below 0 of a credit
    Money skonto; ///< what can be deducted on the day; 0 if nothing
};

/// Which documents take their discount, so that together they come to an amount.
struct Discounts {
    std::vector<bool> taken;
    bool only = true; ///< no other choice of them does
};

/// Nothing if no choice comes to the amount. Looked for are none, all, then some of them, the first
/// of the list first. Beside a credit no discount is looked for: it might be of the rest alone.
std::optional<Discounts> discounts_for(std::span<const LineItem> items, Money amount);

/// Pays the documents, those that take their discount first; inside the caller's transaction.
PaymentResult pay_items(Store& store, Payer payer, std::span<const LineItem> items,
                        const std::vector<bool>& with_discount);

/// Records what is paid without settling anything: it stays open as a credit, or of a refund as a
/// claim. Inside the caller's transaction.
PaymentResult pay_nothing(Store& store, const Payer& payer);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/document.hpp"
#include "crm/order/order.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace crm
{

/// What became of the goods of one line of a delivery. They are out, or came back; those that are
/// out are still to be invoiced, or invoiced, or were given back as money:
/// quantity = to_invoice() + invoiced + given_back() + returned + returned_with_credit.
struct DeliveredLine {
    std::int64_t id = 0;
    std::int64_t order_line_id = 0;
    std::int64_t delivery_id = 0;
    Date day;
    TaxFacts tax; ///< what was known of the contact on the day
    Quantity quantity;
    Quantity returned;             ///< by a return of its own
    Quantity returned_with_credit; ///< together with their money
    Quantity billed;               ///< on invoices, credits not deducted
    Quantity credited;             ///< on credit notes without the goods
    Money net;                     ///< of what is invoiced, credits deducted
    std::optional<Money> cost;     ///< of the quantity; nothing: not known
    Money used_cost;               ///< of what came back or is invoiced

    /// Out and never invoiced.
    [[nodiscard]] Quantity to_invoice() const;
    /// Out, invoiced and credited: not invoiced again by itself. What is invoiced or comes back
    /// beyond what was never invoiced is of these.
    [[nodiscard]] Quantity given_back() const;
    /// Invoiced, credits deducted.
    [[nodiscard]] Quantity invoiced() const { return billed - credited - returned_with_credit; }
    /// The cost of a part of what is out and not invoiced; of all of it, what is left.
    [[nodiscard]] std::optional<Money> cost_of(Quantity part) const;
};

/// What was delivered of an order and what became of it, in order of delivery.
std::vector<DeliveredLine> delivered_lines(Store& store, std::int64_t order_id);
std::string delivery_number(Store& store, std::int64_t delivery_id);

/// A part of a sum, in proportion: cents never get lost if the last part takes all that is left.
Money part_of(Money whole, Quantity part, Quantity all);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/document.hpp"
#include "crm/order/delivery.hpp"

#include <optional>
#include <string>
#include <vector>

namespace crm
{

/// A document that was posted, and what looks wrong with it.
struct Posted {
    Document document;
    std::vector<std::string> warnings;      ///< sentences without full stop
    std::optional<Delivery> returned_goods; ///< with a credit note
};

struct InvoiceRequest {
    LocalTime at;                ///< the day of the invoice
    std::optional<Date> until;   ///< only what was delivered by that day
    std::string supplier_number; ///< of a purchase
    /// When there is nothing else, what was credited is invoiced again.
    bool credited_again = false;
};

struct CreditRequest {
    std::vector<LineQuantity> lines; ///< none: all that is not credited
    LocalTime at;
    std::string supplier_number; ///< of a purchase
    bool with_goods = false;
    std::optional<std::int64_t> location_id; ///< where they go; without one: where they came from
};

// The following work inside the caller's transaction, write the order and an entry in the log.

/// Posts one invoice of all that was delivered of an order and not invoiced, a line for a line of a
/// delivery, taxed by where it went and at the rate of its day. Rejected if there is nothing, the
/// order does not bind, or deliveries went out under different VAT IDs.
Posted invoice_order(Store& store, Order& order, const InvoiceRequest& request);

/// Posts a credit note on an invoice, at its prices, rates and costs. Rejected: more of a line than
/// is not credited yet, goods that were not delivered here.
Posted credit_invoice(Store& store, const Document& invoice, const CreditRequest& request);

/// The ids of the sales of which something was delivered, by a day if one is given, and not
/// invoiced, by number. Suppliers send their invoices themselves.
std::vector<std::int64_t> orders_to_invoice(Store& store, std::optional<Date> until);

} // namespace crm

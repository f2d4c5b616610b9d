// SPDX-License-Identifier: MIT
#pragma once

#include "crm/order/order.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace crm
{

/// How much of a line of an order or document, by its position.
struct LineQuantity {
    int position = 0;
    Quantity quantity;
};

/// A delivery note, a receipt of goods, or a return, as it was made.
struct Delivery {
    std::int64_t id = 0;
    std::string number;
    LocalTime at;
};

struct DeliveryRequest {
    std::vector<LineQuantity> lines;         ///< none: all that is open
    std::optional<std::int64_t> location_id; ///< without one: main
    LocalTime at;
    std::string lot;                 ///< without one: what expires first
    std::optional<Date> best_before; ///< of a lot that comes in
};

struct ReturnRequest {
    std::vector<LineQuantity> lines;
    std::optional<std::int64_t> location_id; ///< without one: where they came from
    LocalTime at;
    std::string reason;
};

// The following work inside the caller's transaction, write the order and an entry in the log.

/// Delivers goods of a sale, or receives those of a purchase, under a number of its own. Rejected:
/// an order that does not bind or was only recorded afterwards, nothing to deliver, more of a line
/// than is open or has come back, more than there is in stock. Receipts cost the net unit price; in
/// another currency than that of the books what they cost is not known.
Delivery deliver(Store& store, Order& order, const DeliveryRequest& request);

/// A sentence for who receives goods that are paid in another currency; else nothing.
std::optional<std::string> doubt_about_cost(Store& store, const Order& order);

/// A sentence for who delivers before the day of the order; else nothing.
std::optional<std::string> doubt_about_day(const Order& order, const Delivery& delivery);

/// A sentence for who delivers what is taxed otherwise than the order says; else nothing.
std::optional<std::string> doubt_about_tax(Store& store, const Order& order,
                                           const Delivery& delivery);

/// Takes goods back that are not invoiced, the last delivered first, or that were credited. They
/// have the cost that they went out with. Rejected if more is given than there is; what is invoiced
/// comes back with a credit note.
Delivery return_goods(Store& store, Order& order, const ReturnRequest& request);

} // namespace crm

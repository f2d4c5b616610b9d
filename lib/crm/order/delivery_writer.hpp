// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/document.hpp"
#include "crm/order/delivery.hpp"
#include "crm/store/number_series.hpp"

namespace crm
{

/// What a delivery is, besides its lines.
struct DeliveryHead {
    Series series = Series::delivery;
    std::string number; ///< given by a former system: belongs to no series
    bool goods_return = false;
    LocalTime at;
    std::string reason;
    std::string recipient;
    TaxFacts tax;                            ///< of the day, by which it will be invoiced
    std::optional<std::int64_t> seller_id;   ///< how its paper shows the own company
    std::optional<std::int64_t> document_id; ///< the credit note with which goods come back
};

/// Gives a new delivery of an order its number, unless it has one, and records it.
Delivery insert_delivery(Store& store, const Order& order, const DeliveryHead& head);

/// What of a line of a delivery comes back, and its cost.
struct ReturnedPart {
    std::int64_t delivery_line_id = 0;
    std::int64_t order_line_id = 0;
    Quantity quantity;
    std::optional<Money> cost;
};

/// Records a return: from whom it comes or to whom it goes, its lines, and for goods in stock the
/// movements, the last ones first, to where they came from or to `location_id`. The order is left
/// to the caller.
Delivery insert_return(Store& store, const Order& order, DeliveryHead head,
                       const std::vector<ReturnedPart>& parts,
                       std::optional<std::int64_t> location_id);

/// Records a line of a delivery and returns its id; below 0 what comes back of `returns_id`.
std::int64_t insert_delivery_line(Store& store, const Delivery& delivery,
                                  std::int64_t order_line_id, Quantity quantity,
                                  std::optional<Money> cost,
                                  std::optional<std::int64_t> returns_id = std::nullopt);

/// Throws rejected for an order that does not bind, or was only recorded afterwards: its goods are
/// in no stock of ours.
void check_binds(const Order& order);

/// The lines asked for, each once and more than 0; throws usage.
void check_quantities(const std::vector<LineQuantity>& lines);

} // namespace crm

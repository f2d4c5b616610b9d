// SPDX-License-Identifier: MIT
#include "crm/order/deliver_line.hpp"

#include "crm/order/delivery_writer.hpp"

namespace crm
{

namespace
{

/// The movement of goods that a delivery makes.
Booking booking_of(const Order& order, const OrderLine& line, const Delivery& delivery,
                   Quantity quantity, const DeliveryPlace& place)
{
    Booking booking;
    booking.product_id = line.product_id.value();
    booking.location_id = place.location_id;
    booking.quantity = order.kind == OrderKind::sale ? -quantity : quantity;
    booking.kind = MovementKind::delivery;
    booking.at = delivery.at;
    booking.lot = place.lot;
    booking.best_before = place.best_before;
    return booking;
}

/// What a service costs: as usual; nothing if that is not known.
std::optional<Money> usual_cost(StockBook& stock, const OrderLine& line, Quantity quantity)
{
    const auto unit = line.product_id ? stock.usual_cost(*line.product_id) : std::nullopt;
    return unit ? std::optional(line_net(quantity, *unit, {})) : std::nullopt;
}

} // namespace

DeliveredLine deliver_line(Store& store, StockBook& stock, const Order& order,
                           const OrderLine& line, const Delivery& delivery, Quantity quantity,
                           const DeliveryPlace& place)
{
    DeliveredLine made;
    made.order_line_id = line.id;
    made.day = delivery.at.day;
    made.quantity = quantity;
    std::optional<Booking> booking;
    if (line.product_id && !order.historical && stock.stocked(*line.product_id))
        booking = booking_of(order, line, delivery, quantity, place);
    // At which rate a price in another currency will be paid, nobody knows yet.
    const bool known =
        !order.historical && (order.kind == OrderKind::sale || !is_foreign(store, order));
    if (known && order.kind == OrderKind::purchase)
        made.cost = line_net(quantity, line.price, line.discount);
    else if (known)
        made.cost = booking ? stock.price_out(*booking) : usual_cost(stock, line, quantity);
    made.id = insert_delivery_line(store, delivery, line.id, quantity, made.cost);
    if (!booking)
        return made;
    if (known && order.kind == OrderKind::purchase)
        booking->worth = worth_of(quantity, line.price, line.discount);
    booking->delivery_line_id = made.id;
    stock.book(*booking);
    return made;
}

} // namespace crm

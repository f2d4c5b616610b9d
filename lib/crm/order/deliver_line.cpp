// SPDX-License-Identifier: MIT
#include "crm/order/deliver_line.hpp"

#include "crm/order/delivery_writer.hpp"

namespace crm
{

namespace
{

/// What a unit costs: the net price of a purchase, the moving average of goods in stock, else what
/// it usually costs; nothing if that is not known.
std::optional<UnitPrice> unit_cost(StockBook& stock, const Order& order, const OrderLine& line)
{
    if (order.historical)
        return std::nullopt;
    if (order.kind == OrderKind::purchase) {
        constexpr std::int64_t whole = 100'00;
        return UnitPrice{round_half_away(
            Int128{line.price.ten_thousandths} * (whole - line.discount.hundredths), whole)};
    }
    return line.product_id ? stock.unit_cost(*line.product_id) : std::nullopt;
}

void move(StockBook& stock, const Order& order, const Delivery& delivery, const DeliveredLine& line,
          std::int64_t product_id, std::optional<UnitPrice> unit_cost, const DeliveryPlace& place)
{
    Booking booking;
    booking.product_id = product_id;
    booking.location_id = place.location_id;
    booking.quantity = order.kind == OrderKind::sale ? -line.quantity : line.quantity;
    booking.unit_cost = unit_cost;
    booking.kind = MovementKind::delivery;
    booking.at = delivery.at;
    booking.lot = place.lot;
    booking.best_before = place.best_before;
    booking.delivery_line_id = line.id;
    stock.book(booking);
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
    const auto unit = unit_cost(stock, order, line);
    if (unit)
        made.cost = line_net(quantity, *unit, {});
    made.id = insert_delivery_line(store, delivery, line.id, quantity, made.cost);
    if (line.product_id && !order.historical && stock.stocked(*line.product_id))
        move(stock, order, delivery, made, *line.product_id, unit, place);
    return made;
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/order/deliver_line.hpp"

#include "crm/order/delivery_writer.hpp"
#include "crm/stock/movement.hpp"

namespace crm
{

namespace
{

/// What a unit costs: the net price of a purchase, the moving average of goods in stock, else what
/// it usually costs; nothing if that is not known.
std::optional<UnitPrice> unit_cost(Store& store, const Order& order, const OrderLine& line,
                                   const std::optional<Product>& product)
{
    if (order.kind == OrderKind::purchase) {
        constexpr std::int64_t whole = 100'00;
        return UnitPrice{round_half_away(
            Int128{line.price.ten_thousandths} * (whole - line.discount.hundredths), whole)};
    }
    if (!product)
        return std::nullopt;
    return product->stock ? product_stock(store, product->id).unit_cost : product->cost;
}

void move(Store& store, const Order& order, const Delivery& delivery, const DeliveredLine& line,
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
    book(store, booking);
}

} // namespace

DeliveredLine deliver_line(Store& store, const Order& order, const OrderLine& line,
                           const Delivery& delivery, Quantity quantity, const DeliveryPlace& place)
{
    DeliveredLine made;
    made.order_line_id = line.id;
    made.day = delivery.at.day;
    made.quantity = quantity;
    std::optional<Product> product;
    if (line.product_id && !order.historical)
        product = product_by_id(store, *line.product_id);
    const auto unit = order.historical ? std::nullopt : unit_cost(store, order, line, product);
    if (unit)
        made.cost = line_net(quantity, *unit, {});
    made.id = insert_delivery_line(store, delivery, line.id, quantity, made.cost);
    if (product && product->stock)
        move(store, order, delivery, made, product->id, unit, place);
    return made;
}

} // namespace crm

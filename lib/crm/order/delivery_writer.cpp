// SPDX-License-Identifier: MIT
#include "crm/order/delivery_writer.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/contact/postal_address.hpp"
#include "crm/contact/staff.hpp"
#include "crm/openitems/seller.hpp"
#include "crm/stock/movement.hpp"
#include "crm/stock/returnable.hpp"

#include <algorithm>
#include <set>

namespace crm
{

namespace
{

const OrderLine& line_with(const Order& order, std::int64_t id)
{
    return *std::ranges::find(order.lines, id, &OrderLine::id);
}

/// Moves what comes back to where it was, or to `location_id`.
void book_back(Store& store, const OrderLine& line, const DeliveryHead& head,
               const ReturnedPart& part, std::int64_t new_line_id,
               std::optional<std::int64_t> location_id)
{
    auto rest = part.quantity;
    for (const auto& movement : returnable_movements(store, part.delivery_line_id)) {
        const auto quantity = std::min(rest, movement.left);
        if (quantity == Quantity{})
            return;
        Booking booking;
        booking.product_id = line.product_id.value();
        booking.location_id = location_id.value_or(movement.location_id);
        booking.quantity = movement.went_out ? quantity : -quantity;
        booking.kind = MovementKind::return_;
        booking.at = head.at;
        booking.reason = head.reason;
        booking.delivery_line_id = new_line_id;
        booking.returns_id = movement.movement_id;
        book(store, booking);
        rest -= quantity;
    }
}

/// Gives a new delivery its number; one that brought its own belongs to no series.
SeriesNumber take_number(Store& store, const DeliveryHead& head)
{
    if (!head.number.empty())
        return {head.number, "", 0};
    auto taken = next_number(store, head.series, head.at.day);
    auto query = store.prepare("SELECT 1 FROM delivery WHERE number_key = :key");
    query.bind(":key", natural_key(taken.number));
    if (query.step()) // an import brought it before the pattern was set
        throw number_taken(head.series, taken.number);
    return taken;
}

} // namespace

Delivery insert_delivery(Store& store, const Order& order, const DeliveryHead& head)
{
    const auto taken = take_number(store, head);
    auto insert = store.prepare_insert(R"sql(
        INSERT INTO delivery (number, number_key, series, series_number, order_id, kind, date,
                              reason, staff_id, recipient, goods_country, service_country, vat_id,
                              seller_id, document_id)
        VALUES (:number, :key, :series, :place, :order, :kind, :date, :reason, :staff, :recipient,
                :goods, :services, :vat_id, :seller, :document))sql");
    insert.bind(":number", taken.number)
        .bind(":key", natural_key(taken.number))
        .bind_or_null(":series", taken.series)
        .bind(":place", taken.series.empty() ? std::nullopt : std::optional(taken.place))
        .bind(":order", order.id)
        .bind(":kind", head.goods_return ? "return" : "delivery")
        .bind(":date", head.at.day)
        .bind_or_null(":reason", head.reason)
        .bind(":staff", acting_staff(store))
        .bind_or_null(":recipient", head.recipient)
        .bind_or_null(":goods", head.tax.goods)
        .bind_or_null(":services", head.tax.services)
        .bind_or_null(":vat_id", head.tax.vat_id)
        .bind(":seller", head.seller_id)
        .bind(":document", head.document_id)
        .run();
    return {store.last_id(), taken.number, head.at};
}

std::int64_t insert_delivery_line(Store& store, const Delivery& delivery,
                                  std::int64_t order_line_id, Quantity quantity,
                                  std::optional<Money> cost, std::optional<std::int64_t> returns_id)
{
    auto insert = store.prepare_insert(R"sql(
        INSERT INTO delivery_line (delivery_id, order_line_id, quantity, cost, returns_id)
        VALUES (:delivery, :line, :quantity, :cost, :returns))sql");
    insert.bind(":delivery", delivery.id)
        .bind(":line", order_line_id)
        .bind(":quantity", quantity.thousandths)
        .bind(":cost", cost)
        .bind(":returns", returns_id)
        .run();
    return store.last_id();
}

Delivery insert_return(Store& store, const Order& order, DeliveryHead head,
                       const std::vector<ReturnedPart>& parts,
                       std::optional<std::int64_t> location_id)
{
    head.recipient =
        postal_address(store, order.contact_id, order.person_id,
                       order.kind == OrderKind::sale ? "delivery" : "main", head.at.day)
            .lines;
    head.seller_id = Sellers(store).id_on(head.at.day);
    auto delivery = insert_delivery(store, order, head);
    for (const auto& part : parts) {
        const auto cost = part.cost ? std::optional(-*part.cost) : std::nullopt;
        const auto id = insert_delivery_line(store, delivery, part.order_line_id, -part.quantity,
                                             cost, part.delivery_line_id);
        const auto& line = line_with(order, part.order_line_id);
        if (line.product_id)
            book_back(store, line, head, part, id, location_id);
    }
    return delivery;
}

void check_binds(const Order& order)
{
    if (order.status == OrderStatus::draft)
        throw error(ErrorKind::rejected, "{} is a draft", order.number)
            .with_hint("'crm order confirm {}' makes it an order", order.number);
    if (order.status == OrderStatus::quote)
        throw error(ErrorKind::rejected, "{} is a quote", order.number)
            .with_hint("'crm order accept {}' makes an order of it", order.number);
    if (!binds(order.status))
        throw error(ErrorKind::rejected, "{} is no order any more: it is {}", order.number,
                    to_string(order.status));
    if (order.historical)
        throw error(ErrorKind::rejected, "{} was only recorded afterwards", order.number)
            .with_hint("it moves no stock and opens no item");
}

void check_quantities(const std::vector<LineQuantity>& lines)
{
    std::set<int> positions;
    for (const auto& line : lines) {
        if (line.quantity <= Quantity{})
            throw error(ErrorKind::usage, "line {} is to be {}, which is not more than 0",
                        line.position, to_string(line.quantity));
        if (!positions.insert(line.position).second)
            throw error(ErrorKind::usage, "line {} is given twice", line.position);
    }
}

} // namespace crm

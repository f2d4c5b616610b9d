// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/contact/contact.hpp"
#include "crm/contact/postal_address.hpp"
#include "crm/openitems/seller.hpp"
#include "crm/order/deliver_line.hpp"
#include "crm/order/delivered.hpp"
#include "crm/order/delivery_writer.hpp"
#include "crm/order/invoice_draft.hpp"
#include "crm/order/journal.hpp"
#include "crm/order/order_state.hpp"
#include "crm/stock/location.hpp"
#include "crm/store/closed_period.hpp"

#include <algorithm>

namespace crm
{

namespace
{

/// What is asked for, or all that is open.
std::vector<LineQuantity> wanted_lines(Order& order, const DeliveryRequest& request)
{
    check_quantities(request.lines);
    auto wanted = request.lines;
    if (wanted.empty())
        for (const auto& line : order.lines)
            if (line.open() > Quantity{})
                wanted.push_back({line.position, line.open()});
    if (wanted.empty())
        throw error(ErrorKind::rejected, "nothing of {} is left to deliver", order.number);
    for (const auto& each : wanted) {
        const auto& line = line_at(order, each.position);
        if (each.quantity > line.open() + line.returned)
            throw error(ErrorKind::rejected, "line {} of {}: {} are to be delivered, {} are open",
                        line.position, order.number, to_string(each.quantity),
                        to_string(line.open() + line.returned));
    }
    return wanted;
}

class DeliveryOf
{
  public:
    DeliveryOf(Store& store, Order& order, const DeliveryRequest& request)
        : store_(store), stock_(store), order_(order),
          request_(request), place_{request.location_id ? *request.location_id
                                                        : find_location(store, main_location).id,
                                    request.lot, request.best_before}
    {
    }

    Delivery make()
    {
        const auto wanted = wanted_lines(order_, request_);
        const bool sale = order_.kind == OrderKind::sale;
        DeliveryHead head;
        head.series = sale ? Series::delivery : Series::receipt;
        head.at = request_.at;
        if (sale) {
            head.recipient =
                postal_address(store_, order_.contact_id, order_.person_id, "delivery", head.at.day)
                    .lines;
        }
        head.tax = tax_facts_of(store_, order_.contact_id, side_of(order_.kind), head.at.day);
        head.seller_id = Sellers(store_).id_on(head.at.day);
        const auto delivery = insert_delivery(store_, order_, head);
        for (const auto& each : wanted)
            add(delivery, line_at(order_, each.position), each.quantity);
        stock_.flush();
        return delivery;
    }

  private:
    void add(const Delivery& delivery, OrderLine& line, Quantity quantity)
    {
        deliver_line(store_, stock_, order_, line, delivery, quantity, place_);
        line.returned -= std::max(Quantity{}, quantity - line.open());
        line.delivered += quantity;
    }

    Store& store_;
    StockBook stock_;
    Order& order_;
    const DeliveryRequest& request_;
    DeliveryPlace place_;
};

} // namespace

std::optional<std::string> doubt_about_cost(Store& store, const Order& order)
{
    if (order.kind == OrderKind::sale || order.historical || !is_foreign(store, order))
        return std::nullopt;
    return format("what the goods of {} cost is not known: they are paid in {}", order.number,
                  order.currency);
}

std::optional<std::string> doubt_about_day(const Order& order, const Delivery& delivery)
{
    if (delivery.at.day >= order.date)
        return std::nullopt;
    return format("{} of {} lies before {} of {}", delivery.number, to_string(delivery.at.day),
                  order.number, to_string(order.date));
}

std::optional<std::string> doubt_about_tax(Store& store, const Order& order,
                                           const Delivery& delivery)
{
    std::optional<TaxCases> cases; // of all its lines
    for (const auto& each : delivered_lines(store, order.id)) {
        if (each.delivery_id != delivery.id)
            continue;
        if (!cases)
            cases = tax_cases_of(store, each.tax, each.day);
        const auto& line = *std::ranges::find(order.lines, each.order_line_id, &OrderLine::id);
        if (auto doubt = doubt_about_tax(order, line, *cases, delivery.number))
            return doubt;
    }
    return std::nullopt;
}

Delivery deliver(Store& store, Order& order, const DeliveryRequest& request)
{
    check_binds(order);
    require_open_period(store, request.at.day); // services move nothing that would ask
    auto delivery = DeliveryOf(store, order, request).make();
    update_order(store, order);
    log_order(store, order, delivery.at,
              order.kind == OrderKind::sale
                  ? format("{} of order {} delivered", delivery.number, order.number)
                  : format("{} of order {} received", delivery.number, order.number));
    return delivery;
}

} // namespace crm

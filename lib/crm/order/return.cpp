// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/order/delivered.hpp"
#include "crm/order/delivery_writer.hpp"
#include "crm/order/journal.hpp"
#include "crm/store/closed_period.hpp"

#include <algorithm>

namespace crm
{

namespace
{

/// Takes up to `rest` of what was delivered of a line by a day, the last first.
void take(std::vector<DeliveredLine>& delivered, const OrderLine& line, Date day, Quantity& rest,
          Quantity (DeliveredLine::*available)() const, std::vector<ReturnedPart>& parts)
{
    for (auto each = delivered.rbegin(); each != delivered.rend(); ++each) {
        const auto quantity = std::min(rest, ((*each).*available)());
        if (each->order_line_id != line.id || each->day > day || quantity == Quantity{})
            continue;
        const auto cost = each->cost_of(quantity);
        parts.push_back({each->id, line.id, quantity, cost});
        each->returned += quantity;
        each->used_cost += cost.value_or(Money{});
        rest -= quantity;
    }
}

} // namespace

Delivery return_goods(Store& store, Order& order, const ReturnRequest& request)
{
    check_binds(order);
    require_open_period(store, request.at.day);
    check_quantities(request.lines);
    auto delivered = delivered_lines(store, order.id);
    std::vector<ReturnedPart> parts;
    for (const auto& wanted : request.lines) {
        auto& line = line_at(order, wanted.position);
        const auto free = line.delivered - line.invoiced;
        if (wanted.quantity > free)
            throw error(ErrorKind::rejected,
                        "line {} of {}: {} are to come back, {} are delivered and not invoiced",
                        line.position, order.number, to_string(wanted.quantity), to_string(free))
                .with_hint("what is invoiced comes back with 'crm order credit DOCUMENT --return'");
        auto rest = wanted.quantity;
        take(delivered, line, request.at.day, rest, &DeliveredLine::to_invoice, parts);
        const auto of_credited = rest;
        take(delivered, line, request.at.day, rest, &DeliveredLine::given_back, parts);
        if (rest > Quantity{})
            throw error(ErrorKind::rejected,
                        "line {} of {}: {} are to come back on {}, before they were delivered",
                        line.position, order.number, to_string(rest), to_string(request.at.day));
        line.credited -= of_credited;
        line.delivered -= wanted.quantity;
        line.returned += wanted.quantity;
    }
    DeliveryHead head;
    head.series = Series::return_;
    head.goods_return = true;
    head.at = request.at;
    head.reason = request.reason;
    auto delivery = insert_return(store, order, head, parts, request.location_id);
    update_order(store, order);
    log_order(
        store, order, request.at,
        format("{} of order {} came back: {}", delivery.number, order.number, request.reason));
    return delivery;
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/order/edit.hpp"

#include "crm/base/error.hpp"

namespace crm
{

namespace
{

void check_editable(const Order& former, const Order& order)
{
    const bool open = is_open_to_change(former.status);
    if (!open && (!binds(former.status) || former.status == OrderStatus::invoiced))
        throw error(ErrorKind::rejected, "{} stays as it is: it is {}", order.number,
                    to_string(former.status))
            .with_hint("a draft or a quote can be changed, and an order that is not invoiced");
    if (!open && order.person_id != former.person_id)
        throw error(ErrorKind::rejected, "who orders stays as it is: {} is {}", order.number,
                    to_string(former.status))
            .with_hint("the person of a draft or a quote can be changed");
    if (former.status != OrderStatus::quote && order.valid_until != former.valid_until)
        throw error(ErrorKind::rejected, "only a quote is good until a day: {} is {}", order.number,
                    to_string(former.status));
}

} // namespace

void edit_order(Store& store, Order& order)
{
    check_editable(order_by_id(store, order.id), order);
    update_order(store, order);
}

} // namespace crm

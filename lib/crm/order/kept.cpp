// SPDX-License-Identifier: MIT
#include "crm/order/kept.hpp"

#include "crm/order/order_state.hpp"

namespace crm
{

namespace
{

constexpr std::string_view select_orders = R"sql(
    SELECT o.id, o.number, o.kind, o.status, o.date, o.tax_case, o.net, o.tax_amount, o.delivered,
           o.invoiced, o.historical, l.position, l.quantity, l.price, l.discount, l.net, l.tax,
           l.delivered, l.returned, l.cancelled, l.invoiced, l.credited, l.product_id, l.tax_case,
           l.tax_given
      FROM order_head AS o
      LEFT JOIN order_line AS l ON l.order_id = o.id
     ORDER BY o.id, l.position)sql";

Order read_head(const Statement& query)
{
    Order order;
    order.id = query.integer(0);
    order.number = query.text(1);
    order.kind = parse_order_kind(query.text(2));
    order.status = parse_order_status(query.text(3));
    order.date = query.date(4).value_or(Date{});
    order.tax_case = tax_case(query.text(5)).value_or(TaxCase::domestic);
    order.net = query.money(6);
    order.tax = query.money(7);
    order.delivered = parse_progress(query.text(8));
    order.invoiced = parse_progress(query.text(9));
    order.historical = query.boolean(10);
    return order;
}

OrderLine read_line(const Statement& query)
{
    OrderLine line;
    line.position = static_cast<int>(query.integer(11));
    line.quantity = {query.integer(12)};
    line.price = {query.integer(13)};
    line.discount = {query.integer(14)};
    line.net = query.money(15);
    line.tax = tax_class(query.text(16)).value_or(TaxClass::standard);
    line.delivered = {query.integer(17)};
    line.returned = {query.integer(18)};
    line.cancelled = {query.integer(19)};
    line.invoiced = {query.integer(20)};
    line.credited = {query.integer(21)};
    line.product_id = query.optional_integer(22);
    line.tax_case = tax_case(query.text(23));
    line.tax_given = query.boolean(24);
    return line;
}

} // namespace

void for_each_order(Store& store, const std::function<void(const Order&)>& use)
{
    auto query = store.prepare(select_orders);
    Order order;
    while (query.step()) {
        if (query.integer(0) != order.id) {
            if (order.id != 0)
                use(order);
            order = read_head(query);
        }
        if (!query.is_null(11))
            order.lines.push_back(read_line(query));
    }
    if (order.id != 0)
        use(order);
}

void refresh_order_taxes(Store& store)
{
    OrderTax tax(store);
    // A row may be changed while it is read, as long as it keeps its id.
    for_each_order(store, [&](const Order& order) {
        const auto amount = tax(order);
        if (amount != order.tax)
            store.prepare("UPDATE order_head SET tax_amount = :tax WHERE id = :id")
                .bind(":tax", amount)
                .bind(":id", order.id)
                .run();
    });
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/contact/order_index.hpp"
#include "crm/order/order.hpp"
#include "crm/order/order_state.hpp"
#include "crm/stock/movement.hpp"
#include "crm/store/number_series.hpp"

#include <algorithm>
#include <tuple>

namespace crm
{

namespace
{

Series series_of(const Order& order)
{
    const bool quote = order.status == OrderStatus::quote;
    if (order.kind == OrderKind::sale)
        return quote ? Series::quote : Series::order;
    return quote ? Series::purchase_quote : Series::purchase_order;
}

/// Gives a new order its number; nothing for one that brought its own and belongs to no series.
std::optional<SeriesNumber> take_number(Store& store, Order& order)
{
    if (!order.number.empty()) {
        if (find_order(store, order.number))
            throw error(ErrorKind::rejected, "there is an order {} already", order.number);
        return std::nullopt;
    }
    auto taken = next_number(store, series_of(order), order.date);
    order.number = taken.number;
    if (find_order(store, order.number)) // an import brought it before the pattern was set
        throw number_taken(series_of(order), order.number);
    return taken;
}

/// What of an order changes.
void bind_head(Statement& statement, const Order& order)
{
    statement.bind(":status", to_string(order.status))
        .bind(":person", order.person_id)
        .bind(":manager", order.manager_id)
        .bind(":valid_until", order.valid_until)
        .bind(":deliver_by", order.deliver_by)
        .bind(":confirmed_on", order.confirmed_on)
        .bind_or_null(":reference", order.reference)
        .bind_or_null(":buyer_reference", order.buyer_reference)
        .bind_or_null(":text", order.text)
        .bind(":tax_case", to_string(order.tax_case))
        .bind_or_null(":terms", order.terms)
        .bind(":net", order.net)
        .bind(":tax", order.tax)
        .bind(":delivered", to_string(order.delivered))
        .bind(":invoiced", to_string(order.invoiced))
        .bind_or_null(":reason", order.reason);
}

void insert_head(Store& store, Order& order, const std::optional<SeriesNumber>& place)
{
    auto insert = store.prepare_insert(R"sql(
        INSERT INTO order_head (number, number_key, series, series_number, kind, status, contact_id,
                                person_id, manager_id, date, valid_until, deliver_by, confirmed_on,
                                reference, buyer_reference, text, currency, tax_case, terms, net,
                                tax_amount, delivered, invoiced, quote_id, reason, historical)
        VALUES (:number, :key, :series, :place, :kind, :status, :contact, :person, :manager, :date,
                :valid_until, :deliver_by, :confirmed_on, :reference, :buyer_reference, :text,
                :currency, :tax_case, :terms, :net, :tax, :delivered, :invoiced, :quote, :reason,
                :historical))sql");
    insert.bind(":number", order.number)
        .bind(":key", natural_key(order.number))
        .bind(":series", place ? std::optional(place->series) : std::nullopt)
        .bind(":place", place ? std::optional(place->place) : std::nullopt)
        .bind(":kind", to_string(order.kind))
        .bind(":contact", order.contact_id)
        .bind(":date", order.date)
        .bind(":currency", order.currency)
        .bind(":quote", order.quote_id)
        .bind(":historical", order.historical);
    bind_head(insert, order);
    insert.run();
    order.id = store.last_id();
}

void update_head(Store& store, const Order& order)
{
    auto update = store.prepare(R"sql(
        UPDATE order_head
           SET status = :status, person_id = :person, manager_id = :manager,
               valid_until = :valid_until, deliver_by = :deliver_by, confirmed_on = :confirmed_on,
               reference = :reference, buyer_reference = :buyer_reference, text = :text,
               tax_case = :tax_case, terms = :terms, net = :net, tax_amount = :tax, delivered = :delivered, invoiced = :invoiced, reason = :reason
         WHERE id = :id)sql");
    bind_head(update, order);
    update.bind(":id", order.id).run();
}

void bind_line(Statement& statement, const OrderLine& line)
{
    statement.bind(":product", line.product_id)
        .bind(":text", line.text)
        .bind_or_null(":unit", line.unit)
        .bind(":quantity", line.quantity.thousandths)
        .bind(":price", line.price.ten_thousandths)
        .bind(":discount", line.discount.hundredths)
        .bind(":net", line.net)
        .bind(":class", to_string(line.tax))
        .bind(":class_given", line.tax_given)
        .bind_or_null(":case", line.tax_case ? to_string(*line.tax_case) : std::string_view())
        .bind(":condition", line.condition)
        .bind(":delivered", line.delivered.thousandths)
        .bind(":returned", line.returned.thousandths)
        .bind(":cancelled", line.cancelled.thousandths)
        .bind(":invoiced", line.invoiced.thousandths)
        .bind(":credited", line.credited.thousandths);
}

void insert_line(Store& store, std::int64_t order_id, OrderLine& line)
{
    auto insert = store.prepare_insert(R"sql(
        INSERT INTO order_line (order_id, position, product_id, text, unit, quantity, price, discount,
                                net, tax, tax_given, tax_case, condition, delivered, returned, cancelled, invoiced,
                                credited)
        VALUES (:order, :position, :product, :text, :unit, :quantity, :price, :discount, :net,
                :class, :class_given, :case, :condition, :delivered, :returned, :cancelled, :invoiced, :credited))sql");
    insert.bind(":order", order_id).bind(":position", line.position);
    bind_line(insert, line);
    insert.run();
    line.id = store.last_id();
}

void update_line(Store& store, const OrderLine& line)
{
    auto update = store.prepare(R"sql(
        UPDATE order_line
           SET product_id = :product, text = :text, unit = :unit, quantity = :quantity,
               price = :price, discount = :discount, net = :net, tax = :class,
               tax_given = :class_given, tax_case = :case,
               condition = :condition, delivered = :delivered, returned = :returned,
               cancelled = :cancelled, invoiced = :invoiced, credited = :credited
         WHERE id = :id)sql");
    bind_line(update, line);
    update.bind(":id", line.id).run();
}

/// What can differ between two states of a line.
auto contents(const OrderLine& l)
{
    return std::tie(l.product_id, l.text, l.unit, l.quantity, l.price, l.discount, l.net, l.tax,
                    l.tax_given, l.tax_case, l.condition, l.delivered, l.returned, l.cancelled,
                    l.invoiced, l.credited);
}

void write_lines(Store& store, Order& order, const Order& former)
{
    for (const auto& line : former.lines)
        if (std::ranges::find(order.lines, line.id, &OrderLine::id) == order.lines.end())
            store.prepare("DELETE FROM order_line WHERE id = :id").bind(":id", line.id).run();
    int last = 0;
    for (auto& line : order.lines) {
        if (line.position == 0)
            line.position = last + 1;
        last = std::max(last, line.position);
        const auto known = std::ranges::find(former.lines, line.id, &OrderLine::id);
        if (line.id == 0)
            insert_line(store, order.id, line);
        else if (known != former.lines.end() && contents(*known) != contents(line))
            update_line(store, line);
    }
}

/// Tells the stock what is reserved or on order from now on.
void write_demand(Store& store, const Order& order, const Order& former)
{
    auto changes = demand_of(order);
    for (const auto& [product, quantity] : demand_of(former))
        changes[product] -= quantity;
    for (const auto& [product, quantity] : changes)
        if (quantity != Quantity{})
            order.kind == OrderKind::sale ? change_demand(store, product, quantity, {})
                                          : change_demand(store, product, {}, quantity);
}

std::optional<Date> last_order(Store& store, std::int64_t contact_id, OrderKind kind)
{
    auto query = store.prepare(R"sql(
        SELECT date FROM order_head
         WHERE contact_id = :contact AND kind = :kind
           AND status IN ('confirmed', 'delivered', 'invoiced')
         ORDER BY date DESC LIMIT 1)sql");
    query.bind(":contact", contact_id).bind(":kind", to_string(kind));
    return query.step() ? query.date(0) : std::nullopt;
}

/// Sums and state, from the lines. The rates are looked up only where lines may have changed.
void work_out(Store& store, Order& order, const Order& former)
{
    order.net = {};
    for (auto& line : order.lines) {
        line.net = line_net(line.quantity, line.price, line.discount);
        order.net += line.net;
    }
    const bool settled = order.status == OrderStatus::lost || order.status == OrderStatus::accepted;
    if (former.id == 0 || (is_open_to_change(former.status) && !settled)) {
        set_words_tax(order);
        set_tax_cases(store, order);
        order.tax = OrderTax(store)(order);
    }
    const auto state = state_of(order);
    order.status = state.status;
    order.delivered = state.delivered;
    order.invoiced = state.invoiced;
    const bool offered = binds(order.status) || order.status == OrderStatus::quote;
    if (offered && order.terms.empty() && !order.historical)
        order.terms = usual_terms(store, side_of(order.kind), order.date);
}

/// A new order only makes the day later.
void note_last_order(Store& store, const Order& order)
{
    auto days = last_orders(store, order.contact_id);
    auto& last = order.kind == OrderKind::sale ? days.sale : days.purchase;
    if (last && *last >= order.date)
        return;
    last = order.date;
    set_last_orders(store, order.contact_id, days);
}

} // namespace

void recompute_last_orders(Store& store, std::int64_t contact_id)
{
    const LastOrders days{last_order(store, contact_id, OrderKind::sale),
                          last_order(store, contact_id, OrderKind::purchase)};
    if (days != last_orders(store, contact_id))
        set_last_orders(store, contact_id, days);
}

void insert_order(Store& store, Order& order)
{
    const Order none;
    const auto place = take_number(store, order);
    work_out(store, order, none);
    insert_head(store, order, place);
    write_lines(store, order, none);
    write_demand(store, order, none);
    if (binds(order.status))
        note_last_order(store, order);
}

void update_order(Store& store, Order& order)
{
    const auto former = order_by_id(store, order.id);
    work_out(store, order, former);
    // The triggers of the lines ask what the order is: it is still what it was.
    write_lines(store, order, former);
    update_head(store, order);
    write_demand(store, order, former);
    if (binds(order.status) != binds(former.status))
        recompute_last_orders(store, order.contact_id);
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/order/change.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/contact/contact_writer.hpp"
#include "crm/order/confirmation.hpp"
#include "crm/order/credit_limit.hpp"
#include "crm/order/journal.hpp"

namespace crm
{

namespace
{

/// "1200.00 EUR", net.
std::string worth(const Order& order)
{
    return fmt::format("{} {}", to_string(order.net), order.currency);
}

Error not_a(const char* what, const Order& order)
{
    return error(ErrorKind::rejected, "{} is not a {}: it is {}", order.number, tr(what),
                 to_string(order.status));
}

void require_reason(std::string_view reason)
{
    if (trim(reason).empty())
        throw error(ErrorKind::usage, "the reason is empty").with_hint("say in a word or two why");
}

void check_lines(const Order& order)
{
    if (order.lines.empty())
        throw error(ErrorKind::rejected, "{} has no lines", order.number)
            .with_hint("'crm order line add {} SKU:QTY' adds them", order.number);
}

/// Who orders is a customer, of whom is ordered a supplier.
void mark_contact(Store& store, const Order& order, Date today)
{
    const auto field = order.kind == OrderKind::sale ? Field::customer : Field::supplier;
    if (read_values(store, order.contact_id).text(field) == "yes")
        return;
    ContactData data;
    data.values[field] = "yes";
    ContactWriter(store, today).change(order.contact_id, data);
}

} // namespace

void confirm_order(Store& store, Order& order, LocalTime at, bool force)
{
    if (order.status == OrderStatus::quote)
        throw not_a("draft", order)
            .with_hint("'crm order accept {}' makes an order of it", order.number);
    if (order.status != OrderStatus::draft)
        throw not_a("draft", order);
    check_lines(order);
    if (!force)
        check_credit_limit(store, order);
    order.status = OrderStatus::confirmed;
    order.confirmed_on = at.day;
    update_order(store, order);
    keep_confirmation(store, order, at.day);
    mark_contact(store, order, at.day);
    log_order(store, order, at, format("order {} confirmed, {}", order.number, worth(order)));
}

Order accept_quote(Store& store, Order& quote, Date day, LocalTime at, bool force)
{
    if (quote.status != OrderStatus::quote)
        throw not_a("quote", quote);
    check_lines(quote);
    quote.status = OrderStatus::accepted;
    update_order(store, quote);
    auto order = quote;
    order.id = 0;
    order.number.clear();
    order.quote_id = quote.id;
    order.status = OrderStatus::confirmed;
    order.date = day;
    order.confirmed_on = at.day;
    order.valid_until.reset();
    for (auto& line : order.lines) {
        line.id = 0;
        line.position = 0;
    }
    insert_order(store, order);
    if (!force)
        check_credit_limit(store, order);
    keep_confirmation(store, order, at.day);
    mark_contact(store, order, at.day);
    log_order(
        store, order, at,
        format("quote {} accepted as order {}, {}", quote.number, order.number, worth(order)));
    return order;
}

void lose_quote(Store& store, Order& quote, const std::string& reason, LocalTime at)
{
    require_reason(reason);
    if (quote.status != OrderStatus::quote)
        throw not_a("quote", quote);
    quote.status = OrderStatus::lost;
    quote.reason = reason;
    update_order(store, quote);
    log_order(store, quote, at,
              format("quote {} lost, {}: {}", quote.number, worth(quote), reason));
}

void cancel_order(Store& store, Order& order, const std::string& reason, LocalTime at)
{
    require_reason(reason);
    if (order.status == OrderStatus::quote)
        throw error(ErrorKind::rejected, "{} is a quote", order.number)
            .with_hint("'crm order lose {} --reason TEXT' says that nothing came of it",
                       order.number);
    if (order.status != OrderStatus::draft && order.status != OrderStatus::confirmed)
        throw error(ErrorKind::rejected, "nothing of {} is open: it is {}", order.number,
                    to_string(order.status));
    for (auto& line : order.lines)
        line.cancelled += line.open();
    if (order.status == OrderStatus::draft)
        order.status = OrderStatus::cancelled;
    order.reason = reason;
    update_order(store, order);
    log_order(store, order, at,
              order.status == OrderStatus::cancelled
                  ? format("order {} cancelled: {}", order.number, reason)
                  : format("the rest of order {} cancelled: {}", order.number, reason));
}

void check_open_to_change(const Order& order)
{
    if (!is_open_to_change(order.status))
        throw error(ErrorKind::rejected, "the lines of {} stay as they are: it is {}", order.number,
                    to_string(order.status))
            .with_hint("only a draft or a quote can be changed");
}

} // namespace crm

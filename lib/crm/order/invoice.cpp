// SPDX-License-Identifier: MIT
#include "crm/order/invoice.hpp"

#include "crm/base/error.hpp"
#include "crm/order/delivered.hpp"
#include "crm/order/delivery_writer.hpp"
#include "crm/order/invoice_draft.hpp"
#include "crm/order/journal.hpp"
#include "crm/order/posting_warnings.hpp"

#include <algorithm>
#include <map>

namespace crm
{

namespace
{

/// What of a line of a delivery goes on the invoice.
using Part = Quantity (DeliveredLine::*)() const;

/// What a line of an order is invoiced with so far, credits deducted.
Money net_invoiced(const std::vector<DeliveredLine>& delivered, std::int64_t order_line_id)
{
    Money net;
    for (const auto& each : delivered)
        if (each.order_line_id == order_line_id)
            net += each.net;
    return net;
}

/// How what was delivered is taxed; a delivery has many lines and is asked for once.
class Cases
{
  public:
    Cases(Store& store, const Order& order) : store_(store), order_(order) {}
    TaxCase of(const OrderLine& line, const DeliveredLine& delivered)
    {
        auto known = cases_.find(delivered.delivery_id);
        if (known == cases_.end())
            known =
                cases_
                    .emplace(delivered.delivery_id,
                             cases_of_delivery(store_, order_, delivered.day, delivered.country))
                    .first;
        return case_of_delivery(order_, line, known->second);
    }

  private:
    Store& store_;
    const Order& order_;
    std::map<std::int64_t, TaxCases> cases_;
};

/// Collects lines in the order of the order, and within one in that of delivery.
std::vector<DocumentLine> collect(Store& store, Order& order, const InvoiceRequest& request,
                                  Part part)
{
    const bool again = part == &DeliveredLine::given_back;
    const auto delivered = delivered_lines(store, order.id);
    Cases cases(store, order);
    std::vector<DocumentLine> lines;
    for (auto& line : order.lines) {
        auto net = net_invoiced(delivered, line.id);
        for (const auto& each : delivered) {
            const auto quantity = (each.*part)();
            if (each.order_line_id != line.id || quantity == Quantity{} ||
                (request.until && each.day > *request.until))
                continue;
            lines.push_back(invoice_line(store, line, {line.invoiced, net}, each, quantity,
                                         cases.of(line, each)));
            net += lines.back().net;
            line.invoiced += quantity;
            if (again)
                line.credited -= quantity;
        }
    }
    return lines;
}

Error nothing_to_invoice(const Order& order)
{
    auto failure = error(ErrorKind::rejected, "nothing of {} is left to invoice", order.number);
    if (order.status != OrderStatus::confirmed)
        return failure;
    return std::move(failure).with_hint("'crm order deliver {}' delivers what is open",
                                        order.number);
}

/// The day on which the last of what is on the invoice was delivered.
Date last_delivery(Store& store, const Document& document)
{
    Date last = document.date;
    for (const auto& each : delivered_lines(store, document.order_id.value()))
        for (const auto& line : document.lines)
            if (line.delivery_line_id == each.id)
                last = std::max(last, each.day);
    return last;
}

/// A sentence if anything is taxed otherwise than the order says.
std::optional<std::string> doubt_about_case(const Document& document, const Order& order)
{
    for (const auto& line : document.lines) {
        const auto& ordered =
            *std::ranges::find(order.lines, line.order_line_id.value(), &OrderLine::id);
        const auto now = document.case_of(line);
        if (now != order.case_of(ordered))
            return format("{} taxes '{}' as {}, {} says {}: where it went, or the VAT ID, has "
                          "changed since",
                          document.number, line.text, to_string(now), order.number,
                          to_string(order.case_of(ordered)));
    }
    return std::nullopt;
}

} // namespace

Posted invoice_order(Store& store, Order& order, const InvoiceRequest& request)
{
    check_binds(order);
    auto document = invoice_for(order, request.at.day, request.supplier_number);
    set_lines(document, order, collect(store, order, request, &DeliveredLine::to_invoice));
    const bool again = document.lines.empty() && request.credited_again;
    if (again)
        set_lines(document, order, collect(store, order, request, &DeliveredLine::given_back));
    if (document.lines.empty())
        throw nothing_to_invoice(order);
    const auto last_of_series =
        last_day_of_series(store, document.side, document.kind, document.date);
    document = post_document(store, std::move(document));
    auto warnings = posting_warnings(store, document, last_of_series);
    if (auto doubt = doubt_about_case(document, order))
        warnings.push_back(*std::move(doubt));
    if (again)
        warnings.push_back(format("{} invoices again what was credited", document.number));
    if (const auto day = last_delivery(store, document); day > document.date)
        warnings.push_back(format("{} of {} lies before the delivery of {}", document.number,
                                  to_string(document.date), to_string(day)));
    update_order(store, order);
    log_order(store, order, request.at,
              format("invoice {} of order {}, {} {}", document.number, order.number,
                     to_string(document.gross()), document.currency));
    return {std::move(document), std::move(warnings), std::nullopt};
}

std::vector<std::int64_t> orders_to_invoice(Store& store, std::optional<Date> until)
{
    // The first condition is that of the index of open orders, word by word.
    auto query = store.prepare(R"sql(
        SELECT o.id
          FROM order_head AS o
         WHERE o.status IN ('draft', 'quote', 'confirmed', 'delivered')
           AND o.status IN ('confirmed', 'delivered')
           AND o.kind = 'sale' AND NOT o.historical
           AND EXISTS (SELECT 1 FROM order_line AS l
                        WHERE l.order_id = o.id AND l.delivered > l.invoiced + l.credited)
         ORDER BY o.number_key)sql");
    std::vector<std::int64_t> ids;
    while (query.step()) {
        const auto delivered =
            until ? delivered_lines(store, query.integer(0)) : std::vector<DeliveredLine>();
        const auto meant = [&](const DeliveredLine& line) {
            return line.day <= *until && line.to_invoice() > Quantity{};
        };
        if (!until || std::ranges::any_of(delivered, meant))
            ids.push_back(query.integer(0));
    }
    return ids;
}

} // namespace crm

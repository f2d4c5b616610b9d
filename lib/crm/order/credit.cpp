// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/openitems/allocation.hpp"
#include "crm/openitems/documented.hpp"
#include "crm/openitems/parts.hpp"
#include "crm/order/delivered.hpp"
#include "crm/order/delivery_writer.hpp"
#include "crm/order/invoice.hpp"
#include "crm/order/journal.hpp"
#include "crm/order/posting_warnings.hpp"

#include <algorithm>

namespace crm
{

namespace
{

Document empty_credit(const Document& invoice, const CreditRequest& request)
{
    auto credit = invoice;
    credit.id = 0;
    credit.number.clear();
    credit.kind = DocumentKind::credit;
    credit.date = request.at.day;
    credit.due.reset();
    credit.terms.clear();
    credit.corrects_id = invoice.id;
    credit.historical = false;
    credit.lines.clear();
    if (invoice.side == Side::payable)
        credit.reference = trim(request.supplier_number);
    return credit;
}

/// A part of a line of an invoice, with the cost that it brings back.
DocumentLine credit_line(const DocumentLine& line, Quantity quantity, const CreditedPart& former)
{
    auto made = line;
    made.corrects_id = line.id;
    made.quantity = quantity;
    made.net = credited_net({line.quantity, line.net}, {former.quantity, former.net}, quantity,
                            line.price, line.discount);
    if (line.cost)
        made.cost = part_of(*line.cost - former.cost, quantity, line.quantity - former.quantity);
    return made;
}

/// How much of the line at a position is to be credited: what is asked for, or without any wish all
/// that is left.
Quantity wanted_of(const CreditRequest& request, int position, Quantity left)
{
    if (request.lines.empty())
        return left;
    const auto wanted = std::ranges::find(request.lines, position, &LineQuantity::position);
    return wanted == request.lines.end() ? Quantity{} : wanted->quantity;
}

std::vector<DocumentLine> collect(Store& store, const Document& invoice,
                                  const CreditRequest& request)
{
    auto credited = credited_parts(store, invoice.id);
    std::vector<DocumentLine> lines;
    int position = 0;
    for (const auto& line : invoice.lines) {
        const auto& former = credited[line.id];
        const auto left = line.quantity - former.quantity;
        const auto quantity = wanted_of(request, ++position, left);
        if (quantity > left)
            throw error(ErrorKind::rejected,
                        "line {} of {}: {} are to be credited, {} are not credited yet", position,
                        invoice.number, to_string(quantity), to_string(left));
        if (request.with_goods && quantity > Quantity{} && !line.delivery_line_id)
            throw error(ErrorKind::rejected, "line {} of {} was not delivered here", position,
                        invoice.number)
                .with_hint("without --return it can be credited");
        if (quantity > Quantity{})
            lines.push_back(credit_line(line, quantity, former));
    }
    if (lines.empty())
        throw error(ErrorKind::rejected, "{} is credited already", invoice.number);
    return lines;
}

/// Goods come back no earlier than they went out.
void check_days(Store& store, const Document& invoice, const Document& credit)
{
    const auto delivered = delivered_lines(store, invoice.order_id.value());
    for (const auto& line : credit.lines) {
        const auto& origin =
            *std::ranges::find(delivered, line.delivery_line_id.value(), &DeliveredLine::id);
        if (origin.day > credit.date)
            throw error(ErrorKind::rejected,
                        "'{}' of {} is to come back on {}, before it was delivered on {}",
                        line.text, invoice.number, to_string(credit.date), to_string(origin.day));
    }
}

void check(const Document& invoice, const CreditRequest& request)
{
    if (invoice.kind == DocumentKind::credit)
        throw error(ErrorKind::rejected, "{} is a credit note itself", invoice.number);
    if (invoice.kind != DocumentKind::invoice)
        throw error(ErrorKind::rejected, "{} is no invoice", invoice.number)
            .with_hint("`crm openitems write-off` gives up what is open of it");
    if (invoice.historical && request.with_goods)
        throw error(ErrorKind::rejected,
                    "{} was only recorded afterwards: its goods are in no stock", invoice.number)
            .with_hint("without --return it can be credited");
    check_quantities(request.lines);
    for (const auto& line : request.lines)
        if (line.position < 1 || line.position > static_cast<int>(invoice.lines.size()))
            throw error(ErrorKind::not_found, "{} has no line {}", invoice.number, line.position);
}

/// Takes the goods of a credit note back into stock.
Delivery take_back(Store& store, const Order& order, const Document& credit,
                   const CreditRequest& request)
{
    DeliveryHead head;
    head.series = Series::return_;
    head.goods_return = true;
    head.at = request.at;
    head.reason = credit.number;
    head.document_id = credit.id;
    std::vector<ReturnedPart> parts;
    for (const auto& line : credit.lines)
        parts.push_back(
            {line.delivery_line_id.value(), line.order_line_id.value(), line.quantity, line.cost});
    return insert_return(store, order, head, parts, request.location_id);
}

/// What an order says of its lines after a credit note.
void count(Order& order, const Document& credit, bool with_goods)
{
    for (const auto& part : credit.lines) {
        if (!part.order_line_id)
            continue;
        auto& line = *std::ranges::find(order.lines, *part.order_line_id, &OrderLine::id);
        line.invoiced -= part.quantity;
        if (with_goods) {
            line.delivered -= part.quantity;
            line.returned += part.quantity;
        } else
            line.credited += part.quantity;
    }
}

/// What was invoiced, less what was credited until a day with other credit notes.
Money invoiced_until(Store& store, const Document& invoice, const Document& credit, Date day)
{
    auto query = store.prepare(R"sql(
        SELECT coalesce(sum(gross), 0) FROM document
         WHERE corrects_id = :invoice AND id <> :credit AND date <= :day)sql");
    query.bind(":invoice", invoice.id).bind(":credit", credit.id).bind(":day", day).step();
    return invoice.gross() - query.money(0);
}

/// Who paid less a discount is credited the whole price: the discount's share of it was never paid,
/// and its tax is corrected already.
void warn_of_skonto(Store& store, const Document& invoice, Posted& posted)
{
    const auto taken = skonto_taken(store, invoice.id);
    if (!taken)
        return;
    const auto& credit = posted.document;
    const auto base = invoiced_until(store, invoice, credit, taken->date);
    if (base <= Money{})
        return;
    const Money part{
        round_half_away(Int128{taken->amount.cents} * credit.gross().cents, base.cents)};
    const auto twice = std::min(taken->amount, part);
    posted.warnings.push_back(
        format("{} was paid less a discount, of which {} credits {} once more: take the payment "
               "back, record it without the discount, settle what is then open with {}",
               invoice.number, credit.number, to_string(twice), credit.number));
}

} // namespace

Posted credit_invoice(Store& store, const Document& invoice, const CreditRequest& request)
{
    check(invoice, request);
    auto credit = empty_credit(invoice, request);
    credit.lines = collect(store, invoice, request);
    if (request.with_goods)
        check_days(store, invoice, credit);
    const auto last = last_day_of_series(store, credit.side, credit.kind, credit.date);
    Posted posted{post_document(store, std::move(credit)), {}, std::nullopt};
    const auto& document = posted.document;
    posted.warnings = posting_warnings(store, document, last);
    if (document.date < invoice.date)
        posted.warnings.push_back(format("{} of {} lies before {} of {}", document.number,
                                         to_string(document.date), invoice.number,
                                         to_string(invoice.date)));
    warn_of_skonto(store, invoice, posted);
    if (!document.order_id)
        return posted;
    auto order = order_by_id(store, *document.order_id);
    if (request.with_goods)
        posted.returned_goods = take_back(store, order, document, request);
    count(order, document, request.with_goods);
    update_order(store, order);
    log_order(store, order, request.at,
              format("credit note {} on {} of order {}, {} {}", document.number, invoice.number,
                     order.number, to_string(document.gross()), document.currency));
    return posted;
}

} // namespace crm

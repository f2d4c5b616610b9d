// SPDX-License-Identifier: MIT
#include "crm/order/invoice.hpp"

#include "crm/base/error.hpp"
#include "crm/contact/contact.hpp"
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

/// How what was delivered is taxed: by what was known on its day. A VAT ID that comes after it
/// counts from the beginning (UStAE 6a.1 (19)), and one that was exchanged for another of the same
/// state is the present one; a delivery has many lines and is asked for once.
class Cases
{
  public:
    Cases(Store& store, const Order& order)
        : store_(store), order_(order),
          vat_id_(read_values(store, order.contact_id).text(Field::vat_id))
    {
    }

    TaxCase of(const OrderLine& line, const DeliveredLine& delivered)
    {
        auto known = known_.find(delivered.delivery_id);
        if (known == known_.end())
            known = known_.emplace(delivered.delivery_id, look_up(delivered)).first;
        const auto& [cases, vat_id] = known->second;
        const auto found = case_for(order_, line, cases);
        if (found == TaxCase::intra_community)
            name(vat_id, delivered);
        if (delivered.tax.vat_id.empty() && found == TaxCase::intra_community)
            late_ = true;
        return found;
    }

    /// The VAT ID that something is taxed by; empty: none.
    [[nodiscard]] const std::string& vat_id() const { return named_; }
    /// A sentence if it was not known at the delivery, or is known no more.
    [[nodiscard]] std::optional<std::string> doubt(const Document& document) const
    {
        if (late_)
            return format("{} is taxed by the VAT ID {}, which was not known at the delivery",
                          document.number, named_);
        if (!named_.empty() && vat_id_.empty())
            return format("{} is taxed by the VAT ID {} of the delivery, which was taken off since",
                          document.number, named_);
        return std::nullopt;
    }

  private:
    struct Known {
        TaxCases cases;
        std::string vat_id;
    };

    /// An invoice names one VAT ID, and has to name that of each of its deliveries (§ 14a (3)
    /// UStG).
    void name(const std::string& vat_id, const DeliveredLine& delivered)
    {
        if (!named_.empty() && vat_id != named_)
            throw two_vat_ids(vat_id, delivered);
        named_ = vat_id;
        named_at_ = {delivered.delivery_id, delivered.day};
    }

    Error two_vat_ids(const std::string& vat_id, const DeliveredLine& delivered) const
    {
        auto failure =
            error(ErrorKind::rejected, "one invoice cannot name the VAT IDs {} of {} and {} of {}",
                  named_, delivery_number(store_, named_at_.first), vat_id,
                  delivery_number(store_, delivered.delivery_id));
        if (named_at_.second == delivered.day)
            return std::move(failure).with_hint(
                "'crm order return {}' takes one of them back, to be delivered on another day",
                order_.number);
        return std::move(failure).with_hint(
            "'crm order invoice {} --until {}' invoices the earlier one alone", order_.number,
            to_string(std::min(named_at_.second, delivered.day)));
    }

    Known look_up(const DeliveredLine& delivered) const
    {
        auto facts = delivered.tax;
        if (facts.vat_id.empty() || facts.vat_id.substr(0, 2) == vat_id_.substr(0, 2))
            facts.vat_id = vat_id_;
        return {tax_cases_of(store_, facts, delivered.day), facts.vat_id};
    }

    Store& store_;
    const Order& order_;
    std::string vat_id_; ///< today's
    std::string named_;
    std::pair<std::int64_t, Date> named_at_; ///< the last delivery under it
    bool late_ = false;
    std::map<std::int64_t, Known> known_;
};

/// Collects lines in the order of the order, and within one in that of delivery.
std::vector<DocumentLine> collect(Store& store, Order& order, const InvoiceRequest& request,
                                  Part part, Cases& cases)
{
    const bool again = part == &DeliveredLine::given_back;
    const auto delivered = delivered_lines(store, order.id);
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

Error nothing_to_invoice(const Order& order, std::optional<Date> until)
{
    if (until)
        return error(ErrorKind::rejected,
                     "nothing of {} that was delivered by {} is left to invoice", order.number,
                     to_string(*until));
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

} // namespace

Posted invoice_order(Store& store, Order& order, const InvoiceRequest& request)
{
    check_binds(order);
    auto document = invoice_for(order, request.at.day, request.supplier_number);
    Cases cases(store, order);
    set_lines(document, order, collect(store, order, request, &DeliveredLine::to_invoice, cases));
    const bool again = document.lines.empty() && request.credited_again;
    if (again)
        set_lines(document, order,
                  collect(store, order, request, &DeliveredLine::given_back, cases));
    if (document.lines.empty())
        throw nothing_to_invoice(order, request.until);
    document.vat_id = cases.vat_id();
    const auto last_of_series =
        last_day_of_series(store, document.side, document.kind, document.date);
    document = post_document(store, std::move(document));
    auto warnings = posting_warnings(store, document, last_of_series);
    if (auto doubt = cases.doubt(document))
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

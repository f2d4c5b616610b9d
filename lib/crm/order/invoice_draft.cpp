// SPDX-License-Identifier: MIT
#include "crm/order/invoice_draft.hpp"

#include "crm/base/text.hpp"
#include "crm/base/translate.hpp"
#include "crm/order/order_state.hpp"

#include <algorithm>

namespace crm
{

TaxCase case_for(const Order& order, const OrderLine& line, const TaxCases& cases)
{
    return or_main(line.supply, main_supply(order.lines)) == Supply::service ? cases.services
                                                                             : cases.goods;
}

std::optional<std::string> doubt_about_tax(const Order& order, const OrderLine& line,
                                           const TaxCases& cases, const std::string& delivery)
{
    const auto now = case_for(order, line, cases);
    if (now == order.case_of(line))
        return std::nullopt;
    return format("{} will be invoiced as {}, {} says {}: where the goods go, where the contact "
                  "is, or the VAT ID, has changed since",
                  delivery, to_string(now), order.number, to_string(order.case_of(line)));
}

Document invoice_for(const Order& order, Date day, const std::string& supplier_number)
{
    Document document;
    const bool sale = order.kind == OrderKind::sale;
    document.side = side_of(order.kind);
    document.kind = DocumentKind::invoice;
    document.order_id = order.id;
    document.contact_id = order.contact_id;
    document.person_id = order.person_id;
    document.date = day;
    document.reference = sale ? order.reference : std::string(trim(supplier_number));
    document.buyer_reference = order.buyer_reference;
    document.currency = order.currency;
    document.terms = order.terms;
    return document;
}

DocumentLine invoice_line(Store& store, const OrderLine& line, const LinePart& before,
                          const DeliveredLine& delivered, Quantity quantity, TaxCase tax_case)
{
    DocumentLine made;
    made.order_line_id = line.id;
    made.delivery_line_id = delivered.id;
    made.product_id = line.product_id;
    made.text = line.text;
    made.unit = line.unit;
    made.quantity = quantity;
    made.price = line.price;
    made.discount = line.discount;
    made.net = invoiced_net(before, quantity, line.price, line.discount);
    made.tax_case = tax_case;
    made.tax_rate = tax_rate(store, line.tax, tax_case, delivered.day);
    made.cost = delivered.cost_of(quantity);
    return made;
}

void set_lines(Document& document, const Order& order, std::vector<DocumentLine> lines)
{
    const auto shared = main_supply(order.lines); // of the whole order, also for a part of it
    const auto is_main = [&](const DocumentLine& line) {
        const auto ordered = std::ranges::find(order.lines, line.order_line_id, &OrderLine::id);
        return ordered != order.lines.end() && or_main(ordered->supply, shared) == shared;
    };
    if (lines.empty())
        return;
    const auto found = std::ranges::find_if(lines, is_main);
    const auto& main = found == lines.end() ? lines.front() : *found;
    document.tax_case = main.tax_case.value_or(document.tax_case);
    for (auto& line : lines)
        if (line.tax_case == document.tax_case)
            line.tax_case.reset();
    document.lines = std::move(lines);
}

} // namespace crm

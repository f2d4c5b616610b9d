// SPDX-License-Identifier: MIT
#include "crm/order/invoice_draft.hpp"

#include "crm/base/text.hpp"

namespace crm
{

Document invoice_for(const Order& order, Date day, const std::string& supplier_number)
{
    Document document;
    const bool sale = order.kind == OrderKind::sale;
    document.side = sale ? Side::receivable : Side::payable;
    document.kind = DocumentKind::invoice;
    document.order_id = order.id;
    document.contact_id = order.contact_id;
    document.person_id = order.person_id;
    document.date = day;
    document.reference = sale ? order.reference : std::string(trim(supplier_number));
    document.buyer_reference = order.buyer_reference;
    document.currency = order.currency;
    document.tax_case = order.tax_case;
    document.terms = order.terms;
    return document;
}

DocumentLine invoice_line(Store& store, const Order& order, const OrderLine& line,
                          const LinePart& before, const DeliveredLine& delivered, Quantity quantity)
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
    made.tax_case = line.tax_case;
    made.tax_rate = tax_rate(store, line.tax, order.case_of(line), delivered.day);
    made.cost = delivered.cost_of(quantity);
    return made;
}

} // namespace crm

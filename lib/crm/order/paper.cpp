// SPDX-License-Identifier: MIT
#include "crm/order/paper.hpp"

#include "crm/base/error.hpp"
#include "crm/base/items.hpp"
#include "crm/contact/condition_choice.hpp"
#include "crm/contact/contact.hpp"
#include "crm/contact/postal_address.hpp"
#include "crm/openitems/compulsory.hpp"
#include "crm/openitems/document.hpp"
#include "crm/openitems/seller.hpp"
#include "crm/order/confirmation.hpp"
#include "crm/order/order.hpp"
#include "crm/order/order_state.hpp"

#include <algorithm>

namespace crm
{

namespace
{

/// What the paper of an order and of all that follows from it have in common.
Paper paper_about(Store& store, std::int64_t contact_id, std::optional<std::int64_t> manager_id,
                  Date day)
{
    Paper paper;
    paper.sender = own_sender(store, day);
    paper.language = language_of(store, contact_id);
    const auto contact = contact_by_id(store, contact_id);
    paper.contact_number = contact.number;
    if (manager_id) {
        const auto values = read_values(store, *manager_id);
        paper.clerk = values.text(Field::name);
        paper.clerk_phone = values.text(Field::phone);
    }
    return paper;
}

PaperKind kind_of(const Order& order)
{
    const bool quoted = order.status == OrderStatus::quote || order.status == OrderStatus::lost ||
                        order.status == OrderStatus::accepted;
    if (order.kind == OrderKind::sale)
        return quoted ? PaperKind::quote : PaperKind::order_confirmation;
    return quoted ? PaperKind::inquiry : PaperKind::purchase_order;
}

/// Words share the lot of the main supply.
void settle_supplies(std::vector<PaperLine>& lines, Supply main)
{
    for (auto& line : lines)
        line.supply = or_main(line.supply, main);
}

Supply supply_of(const Statement& query, int column)
{
    if (query.is_null(column))
        return Supply::words;
    return query.boolean(column) ? Supply::goods : Supply::service;
}

void add_lines(Store& store, Paper& paper, const Order& order)
{
    auto products = store.prepare(R"sql(
        SELECT s.supplier_sku
          FROM order_line AS l
          LEFT JOIN product_suppliers AS s ON s.product_id = l.product_id
                                          AND s.contact_id = :contact
         WHERE l.order_id = :order
         ORDER BY l.position)sql");
    products.bind(":order", order.id).bind(":contact", order.contact_id);
    std::vector<DocumentLine> taxed;
    for (const auto& line : order.lines) {
        PaperLine shown;
        if (products.step() && order.kind == OrderKind::purchase)
            shown.their_sku = products.string(0);
        shown.position = line.position;
        shown.sku = line.sku;
        shown.text = line.text;
        shown.unit = line.unit;
        shown.quantity = line.quantity;
        shown.price = line.price;
        shown.discount = line.discount;
        shown.net = line.net;
        shown.supply = line.supply;
        shown.tax_case = order.case_of(line);
        shown.tax_rate = tax_rate(store, line.tax, shown.tax_case, order.date);
        DocumentLine net;
        net.net = line.net;
        net.tax_rate = shown.tax_rate;
        taxed.push_back(net);
        paper.lines.push_back(std::move(shown));
    }
    for (const auto& tax : taxes_of(taxed))
        paper.taxes.push_back({tax.rate, tax.net, tax.tax});
}

Paper paper_of_order(Store& store, const Order& order, Date today)
{
    auto paper = paper_about(store, order.contact_id, order.manager_id, today);
    paper.kind = kind_of(order);
    paper.draft = order.status == OrderStatus::draft;
    paper.number = order.number;
    paper.date = order.date;
    auto both = kept_confirmation(store, order.id);
    if (!both)
        both = confirmation_on(store, order, today);
    paper.sender = std::move(both->seller);
    paper.recipient = std::move(both->recipient);
    paper.recipient_vat_id = std::move(both->vat_id);
    paper.reference = order.reference;
    paper.buyer_reference = order.buyer_reference;
    paper.valid_until = order.valid_until;
    paper.deliver_by = order.deliver_by;
    // Without terms of its own the order is going to have the usual ones.
    paper.terms = parse_terms(
        order.terms.empty() ? usual_terms(store, side_of(order.kind), order.date) : order.terms,
        Decimal::point);
    if (const auto agreed = applying_condition(store, ConditionKind::delivery,
                                               {order.contact_id, "", {}, {}, order.date}))
        paper.delivery_terms = agreed->text;
    paper.currency = order.currency;
    paper.text = order.text;
    paper.net = order.net;
    paper.tax = order.tax;
    add_lines(store, paper, order);
    settle_supplies(paper.lines, main_supply(order.lines));
    return paper;
}

/// The lots of a line of a delivery; goods without one are none.
std::vector<PaperLot> lots_of(Store& store, std::int64_t delivery_line_id)
{
    auto query = store.prepare(R"sql(
        SELECT lot, best_before, abs(quantity)
          FROM movements
         WHERE delivery_line_id = :line AND lot <> ''
         ORDER BY id)sql");
    query.bind(":line", delivery_line_id);
    std::vector<PaperLot> lots;
    while (query.step())
        lots.push_back({query.string(0), query.date(1), {query.integer(2)}});
    return lots;
}

void add_lines(Store& store, Paper& paper, std::int64_t delivery_id)
{
    auto query = store.prepare(R"sql(
        SELECT o.position, p.sku, o.text, o.unit, l.quantity, l.id
          FROM delivery_line AS l
          JOIN order_line AS o ON o.id = l.order_line_id
          LEFT JOIN products AS p ON p.id = o.product_id
         WHERE l.delivery_id = :delivery
         ORDER BY o.position, l.id)sql");
    query.bind(":delivery", delivery_id);
    while (query.step()) {
        PaperLine line;
        line.position = static_cast<int>(query.integer(0));
        line.sku = query.string(1);
        line.text = query.string(2);
        line.unit = query.string(3);
        line.quantity = {std::abs(query.integer(4))};
        line.lots = lots_of(store, query.integer(5));
        paper.lines.push_back(std::move(line));
    }
}

std::optional<Paper> paper_of_delivery(Store& store, std::string_view number, Date today)
{
    auto query = store.prepare(R"sql(
        SELECT id, number, order_id, kind, date, recipient, seller_id FROM delivery
         WHERE number_key = :key)sql");
    query.bind(":key", natural_key(number));
    if (!query.step())
        return std::nullopt;
    const auto order = order_by_id(store, query.integer(2));
    auto paper = paper_about(store, order.contact_id, order.manager_id, today);
    if (query.text(3) == "return")
        paper.kind = PaperKind::return_note;
    else
        paper.kind =
            order.kind == OrderKind::sale ? PaperKind::delivery_note : PaperKind::goods_receipt;
    paper.number = query.string(1);
    paper.date = query.date(4).value();
    paper.recipient = lines_of(query.text(5));
    if (const auto seller = query.optional_integer(6))
        paper.sender = recorded_seller(store, *seller);
    paper.order = order.number;
    paper.reference = order.reference;
    add_lines(store, paper, query.integer(0));
    return paper;
}

PaperKind kind_of(const Document& document)
{
    const bool credit = document.kind == DocumentKind::credit;
    if (document.side == Side::receivable)
        return credit ? PaperKind::credit_note : PaperKind::invoice;
    return credit ? PaperKind::supplier_credit : PaperKind::supplier_invoice;
}

/// The lines of a document, each with the day and the note of its delivery.
void add_lines(Store& store, Paper& paper, const Document& document)
{
    auto query = store.prepare(R"sql(
        SELECT l.id, p.sku, d.date, d.number, p.stock
          FROM document_lines AS l
          LEFT JOIN products AS p ON p.id = l.product_id
          LEFT JOIN delivery_line AS f ON f.id = l.delivery_line_id
          LEFT JOIN delivery AS d ON d.id = f.delivery_id
         WHERE l.document_id = :document
         ORDER BY l.position)sql");
    query.bind(":document", document.id);
    int position = 0;
    for (const auto& line : document.lines) {
        PaperLine shown;
        shown.position = ++position;
        shown.text = line.text;
        shown.unit = line.unit;
        shown.quantity = line.quantity;
        shown.price = line.price;
        shown.discount = line.discount;
        shown.net = line.net;
        shown.tax_rate = line.tax_rate;
        shown.tax_case = document.case_of(line);
        if (query.step()) {
            shown.sku = query.string(1);
            shown.delivered_on = query.date(2);
            shown.delivery = query.string(3);
            shown.supply = supply_of(query, 4);
        }
        paper.lines.push_back(std::move(shown));
    }
    for (const auto& tax : document.taxes)
        paper.taxes.push_back({tax.rate, tax.net, tax.tax});
}

/// What is recorded of the recipient later, another document has.
void check_compulsory(Store& store, const Sender& seller, const Document& document,
                      const std::optional<Order>& order)
{
    const auto missing = missing_invoice_data(seller, document);
    if (missing.empty())
        return;
    auto failure = error(ErrorKind::rejected, "{} lacks what § 14 UStG demands: {}",
                         document.number, joined(missing));
    if (missing_recipient_data(document).empty())
        throw std::move(failure).with_hint(
            "'crm contact edit' records it; the own data are those of contact {}",
            contact_by_id(store, own_company).number);
    if (!order)
        throw failure;
    if (document.kind == DocumentKind::credit)
        throw std::move(failure).with_hint("record it, then 'crm order invoice {}' makes another "
                                           "invoice",
                                           order->number);
    throw std::move(failure).with_hint("record it, then 'crm order credit {}' and 'crm order "
                                       "invoice {}' make another one",
                                       document.number, order->number);
}

Paper paper_of_document(Store& store, const Document& document, Date today)
{
    if (document.kind != DocumentKind::invoice && document.kind != DocumentKind::credit)
        throw error(ErrorKind::rejected, "{} is no invoice or credit note and has no paper",
                    document.number);
    std::optional<Order> order;
    if (document.order_id)
        order = order_by_id(store, *document.order_id);
    auto seller = seller_of(store, document, today);
    if (!document.historical)
        check_compulsory(store, seller, document, order);
    auto paper =
        paper_about(store, document.contact_id, order ? order->manager_id : std::nullopt, today);
    paper.sender = std::move(seller);
    paper.kind = kind_of(document);
    paper.number = document.number;
    paper.date = document.date;
    paper.recipient = lines_of(document.recipient);
    paper.recipient_vat_id = document.vat_id;
    if (document.historical) {
        paper.copy = true;
        paper.recipient = lines_of(
            postal_address(store, document.contact_id, document.person_id, "invoice", today).lines);
        paper.recipient_vat_id = read_values(store, document.contact_id).text(Field::vat_id);
    }
    paper.order = order ? order->number : "";
    paper.reference = document.reference;
    paper.buyer_reference = document.buyer_reference;
    if (document.corrects_id)
        paper.corrects = document_by_id(store, *document.corrects_id).number;
    paper.due = document.due;
    if (!document.terms.empty()) // a credit note has none
        paper.terms = parse_terms(document.terms, Decimal::point);
    paper.currency = document.currency;
    paper.net = document.net;
    paper.tax = document.tax;
    add_lines(store, paper, document);
    settle_supplies(paper.lines, order ? main_supply(order->lines) : main_supply(paper.lines));
    return paper;
}

} // namespace

Paper paper_of(Store& store, std::string_view number, Date today,
               std::optional<std::int64_t> contact_id)
{
    if (contact_id)
        return paper_of_document(
            store, document_by_id(store, document_id_by_number(store, number, contact_id)), today);
    auto order = store.prepare("SELECT id FROM order_head WHERE number_key = :key");
    order.bind(":key", natural_key(number));
    if (order.step())
        return paper_of_order(store, order_by_id(store, order.integer(0)), today);
    if (auto delivery = paper_of_delivery(store, number, today))
        return *std::move(delivery);
    return paper_of_document(store, document_by_number(store, number), today);
}

} // namespace crm

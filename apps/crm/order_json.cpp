// SPDX-License-Identifier: MIT
#include "crm/format/json_builder.hpp"
#include "crm/order_card.hpp"

namespace crm
{

namespace
{

Cell optional_number(const std::optional<Contact>& contact)
{
    return contact ? Cell(std::string_view(contact->number)) : Cell();
}

Cell optional_name(const std::optional<Contact>& contact)
{
    return contact ? Cell(std::string_view(contact->name)) : Cell();
}

Cell key(const auto& word)
{
    return Cell(to_string(word));
}

void write_line(JsonBuilder& json, const OrderLine& line)
{
    json.member("line", Cell(std::int64_t{line.position}));
    json.member("sku", text_cell(line.sku));
    json.member("text", text_cell(line.text));
    json.member("unit", text_cell(line.unit));
    json.member("quantity", line.quantity);
    json.member("price", line.price);
    json.member("discount", line.discount);
    json.member("net", line.net);
    json.member("tax", key(line.tax));
    json.member("condition", text_cell(line.condition));
    json.member("delivered", line.delivered);
    json.member("returned", line.returned);
    json.member("cancelled", line.cancelled);
    json.member("invoiced", line.invoiced);
    json.member("credited", line.credited);
}

void write_order(JsonBuilder& json, const Order& order, const Chain& chain)
{
    json.member("number", text_cell(order.number));
    json.member("kind", key(order.kind));
    json.member("status", key(order.status));
    json.member("date", order.date);
    json.member("contact_number", text_cell(chain.contact.number));
    json.member("contact", text_cell(chain.contact.name));
    json.member("person_number", optional_number(chain.person));
    json.member("person", optional_name(chain.person));
    json.member("manager", text_cell(chain.manager));
    json.member("quote", text_cell(chain.quote));
    json.member("order", text_cell(chain.became));
    json.member("valid_until", cell(order.valid_until));
    json.member("deliver_by", cell(order.deliver_by));
    json.member("confirmed_on", cell(order.confirmed_on));
    json.member("reference", text_cell(order.reference));
    json.member("buyer_reference", text_cell(order.buyer_reference));
    json.member("text", text_cell(order.text));
    json.member("reason", text_cell(order.reason));
    json.member("currency", text_cell(order.currency));
    json.member("tax_case", key(order.tax_case));
    json.member("terms", text_cell(order.terms));
    json.member("net", order.net);
    json.member("tax", order.tax);
    json.member("gross", order.gross());
    json.member("delivered", key(order.delivered));
    json.member("invoiced", key(order.invoiced));
    json.member("historical", order.historical);
    json.objects("lines", order.lines, [&](const OrderLine& line) { write_line(json, line); });
}

void write_delivery(JsonBuilder& json, const ChainDelivery& delivery)
{
    json.member("number", text_cell(delivery.number));
    json.member("kind", text_cell(delivery.kind));
    json.member("date", delivery.date);
    json.member("reason", text_cell(delivery.reason));
    json.member("staff", text_cell(delivery.staff));
    json.objects("lines", delivery.lines, [&](const ChainDeliveryLine& line) {
        json.member("line", Cell(std::int64_t{line.position}));
        json.member("quantity", line.quantity);
        json.member("cost", cell(line.cost));
    });
}

void write_document(JsonBuilder& json, const Document& document)
{
    json.member("number", text_cell(document.number));
    json.member("side", key(document.side));
    json.member("kind", key(document.kind));
    json.member("date", document.date);
    json.member("due", cell(document.due));
    json.member("reference", text_cell(document.reference));
    json.member("currency", text_cell(document.currency));
    json.member("tax_case", key(document.tax_case));
    json.member("terms", text_cell(document.terms));
    json.member("net", document.net);
    json.member("tax", document.tax);
    json.member("gross", document.gross());
    json.member("recipient", text_cell(document.recipient));
    json.member("vat_id", text_cell(document.vat_id));
    json.objects("taxes", document.taxes, [&](const DocumentTax& tax) {
        json.member("rate", tax.rate);
        json.member("net", tax.net);
        json.member("tax", tax.tax);
    });
    json.objects("lines", document.lines, [&](const DocumentLine& line) {
        json.member("text", text_cell(line.text));
        json.member("unit", text_cell(line.unit));
        json.member("quantity", line.quantity);
        json.member("price", line.price);
        json.member("discount", line.discount);
        json.member("net", line.net);
        json.member("tax_rate", line.tax_rate);
        json.member("tax_case", key(document.case_of(line)));
        json.member("cost", cell(line.cost));
    });
}

} // namespace

std::string json_of(const Chain& chain, int indent)
{
    JsonBuilder json(indent);
    json.open_object();
    if (chain.order)
        write_order(json, *chain.order, chain);
    else {
        json.member("contact_number", text_cell(chain.contact.number));
        json.member("contact", text_cell(chain.contact.name));
    }
    json.objects("deliveries", chain.deliveries,
                 [&](const ChainDelivery& delivery) { write_delivery(json, delivery); });
    json.objects("documents", chain.documents,
                 [&](const Document& document) { write_document(json, document); });
    json.close();
    return json.take();
}

int print_link(Context& ctx, Store& store, const std::string& number)
{
    if (!ctx.json()) {
        ctx.print_line(number);
        return done;
    }
    const auto chain = chain_of(store, number);
    JsonBuilder json(2);
    json.open_object();
    for (const auto& delivery : chain.deliveries)
        if (delivery.number == number)
            write_delivery(json, delivery);
    for (const auto& document : chain.documents)
        if (document.number == number)
            write_document(json, document);
    json.member("order", chain.order ? text_cell(chain.order->number) : Cell());
    json.member("contact_number", text_cell(chain.contact.number));
    json.member("contact", text_cell(chain.contact.name));
    json.close();
    ctx.print_line(json.take());
    return done;
}

int print_order(Context& ctx, Store& store, const Order& order)
{
    ctx.print_line(ctx.json() ? json_of(chain_of(store, order), 2) : order.number);
    return done;
}

int print_changed(Context& ctx, Store& store, const Order& order)
{
    return ctx.json() ? print_order(ctx, store, order) : done;
}

} // namespace crm

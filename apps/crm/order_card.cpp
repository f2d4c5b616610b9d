// SPDX-License-Identifier: MIT
#include "crm/order_card.hpp"

#include "crm/base/translate.hpp"

#include <algorithm>

namespace crm
{

namespace
{

using Lines = std::vector<CardLine>;

void add(Lines& lines, const char* key, std::string value)
{
    if (!value.empty())
        lines.push_back({"order", key, std::move(value)});
}

std::string day(const std::optional<Date>& day)
{
    return day ? to_string(*day) : "";
}

std::string amount(Money money, const std::string& currency)
{
    return to_string(money) + ' ' + currency;
}

/// Adds what is known, with a separator.
void append(std::string& text, const std::string& more)
{
    if (!more.empty())
        text.append(text.empty() ? "" : " · ").append(more);
}

/// "no", "part", "yes".
std::string progress(Progress made)
{
    return made == Progress::part ? tr("part") : made == Progress::yes ? tr("yes") : tr("no");
}

/// "delivered 2", if it is anything.
std::string counted(const char* word, Quantity quantity)
{
    return quantity == Quantity{} ? "" : tr(word) + (' ' + to_string(quantity));
}

/// "4 Stück × 12.50 − 10% = 45.00"
std::string calculation(const OrderLine& line)
{
    auto text = to_string(line.quantity);
    if (!line.unit.empty())
        text.append(" ").append(line.unit);
    text.append(" × ").append(to_string(line.price));
    if (line.discount != Rate{})
        text.append(" − ").append(to_string(line.discount)).append("%");
    return text.append(" = ").append(to_string(line.net));
}

void add_line(Lines& lines, const OrderLine& line)
{
    auto text = line.sku;
    text.append(text.empty() ? "" : " ").append(line.text);
    append(text, calculation(line));
    append(text, line.condition);
    append(text, counted("delivered", line.delivered));
    append(text, counted("returned", line.returned));
    append(text, counted("cancelled", line.cancelled));
    append(text, counted("invoiced", line.invoiced));
    append(text, counted("credited", line.credited));
    lines.push_back({"lines", std::to_string(line.position), text});
}

/// Whether any of it is.
bool taxed_at_home(const Order& order)
{
    return order.lines.empty() ? order.tax_case == TaxCase::domestic
                               : std::ranges::any_of(order.lines, [&](const OrderLine& line) {
                                     return order.case_of(line) == TaxCase::domestic;
                                 });
}

void add_order(Lines& lines, const Order& order, const Chain& chain)
{
    add(lines, "kind", std::string(to_string(order.kind)));
    add(lines, "status", std::string(to_string(order.status)));
    add(lines, "reason", order.reason);
    add(lines, "date", to_string(order.date));
    add(lines, "contact", chain.contact.number + ' ' + chain.contact.name);
    add(lines, "person", chain.person ? chain.person->number + ' ' + chain.person->name : "");
    add(lines, "manager", chain.manager);
    add(lines, "quote", chain.quote);
    add(lines, "order", chain.became);
    add(lines, "valid until", day(order.valid_until));
    add(lines, "deliver by", day(order.deliver_by));
    add(lines, "confirmed on", day(order.confirmed_on));
    add(lines, "reference", order.reference);
    add(lines, "buyer reference", order.buyer_reference);
    add(lines, "terms", order.terms);
    add(lines, "text", order.text);
    add(lines, "net", amount(order.net, order.currency));
    if (taxed_at_home(order))
        add(lines, "tax", amount(order.tax, order.currency));
    else
        add(lines, "tax", std::string(to_string(order.tax_case)));
    add(lines, "gross", amount(order.gross(), order.currency));
    add(lines, "delivered", progress(order.delivered));
    add(lines, "invoiced", progress(order.invoiced));
    for (const auto& line : order.lines)
        add_line(lines, line);
}

/// "2026-06-30 · 1: 2, 2: 5", the quantity of each line of the order.
void add_delivery(Lines& lines, const ChainDelivery& delivery)
{
    auto text = to_string(delivery.date);
    std::string quantities;
    for (const auto& line : delivery.lines)
        quantities.append(quantities.empty() ? "" : ", ")
            .append(fmt::format("{}: {}", line.position, to_string(line.quantity)));
    append(text, quantities);
    append(text, delivery.reason);
    append(text, delivery.staff);
    lines.push_back({"deliveries", delivery.number, text});
}

void add_document(Lines& lines, const Document& document)
{
    std::string text(to_string(document.kind));
    append(text, to_string(document.date));
    if (document.due)
        append(text, format("due {}", to_string(*document.due)));
    append(text, amount(document.gross(), document.currency));
    append(text, document.reference);
    lines.push_back({"documents", document.number, text});
}

} // namespace

std::vector<CardLine> lines_of(const Chain& chain)
{
    Lines lines;
    const auto& number = chain.order ? chain.order->number : chain.documents.front().number;
    lines.push_back({"", number, chain.contact.name});
    if (chain.order)
        add_order(lines, *chain.order, chain);
    for (const auto& delivery : chain.deliveries)
        add_delivery(lines, delivery);
    for (const auto& document : chain.documents)
        add_document(lines, document);
    return lines;
}

} // namespace crm

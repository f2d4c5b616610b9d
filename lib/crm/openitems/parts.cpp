// SPDX-License-Identifier: MIT
#include "crm/openitems/parts.hpp"

#include <algorithm>

namespace crm
{

Money invoiced_net(const LinePart& before, Quantity part, UnitPrice price, Rate discount)
{
    return std::max(Money{}, line_net(before.quantity + part, price, discount) - before.net);
}

Money credited_net(const LinePart& line, const LinePart& before, Quantity part, UnitPrice price,
                   Rate discount)
{
    const auto quantity = before.quantity + part;
    if (quantity == line.quantity)
        return line.net - before.net;
    return std::min(line_net(quantity, price, discount), line.net) - before.net;
}

Money credited_tax(const DocumentTax& invoiced, const DocumentTax& before, Money net)
{
    const auto left = invoiced.tax - before.tax;
    return before.net + net == invoiced.net ? left : std::min(share(net, invoiced.rate), left);
}

std::vector<DocumentTax> taxes_of_credit(Store& store, const Document& credit)
{
    auto taxes = taxes_of(credit.lines);
    auto query = store.prepare(R"sql(
        SELECT i.rate, i.net, i.tax_amount, coalesce(sum(t.net), 0), coalesce(sum(t.tax_amount), 0)
          FROM document_tax AS i
          LEFT JOIN document AS d ON d.corrects_id = i.document_id
          LEFT JOIN document_tax AS t ON t.document_id = d.id AND t.rate = i.rate
         WHERE i.document_id = :invoice
         GROUP BY i.id)sql");
    query.bind(":invoice", credit.corrects_id);
    while (query.step()) {
        const Rate rate{query.integer(0)};
        const auto tax = std::ranges::find(taxes, rate, &DocumentTax::rate);
        if (tax != taxes.end())
            tax->tax = credited_tax({rate, query.money(1), query.money(2)},
                                    {rate, query.money(3), query.money(4)}, tax->net);
    }
    return taxes;
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/openitems/documented.hpp"

namespace crm
{

std::vector<DocumentedLine> documented_lines(Store& store, std::int64_t order_id)
{
    auto query = store.prepare(R"sql(
        SELECT d.id, d.kind, l.delivery_line_id, l.quantity, l.net, coalesce(l.cost, 0)
          FROM document AS d
          JOIN document_line AS l ON l.document_id = d.id
         WHERE d.order_id = :order AND l.delivery_line_id IS NOT NULL
         ORDER BY d.id, l.position)sql");
    query.bind(":order", order_id);
    std::vector<DocumentedLine> lines;
    while (query.step()) {
        const auto kind = query.text(1) == to_string(DocumentKind::credit) ? DocumentKind::credit
                                                                           : DocumentKind::invoice;
        lines.push_back({query.integer(0), kind, query.integer(2), Quantity{query.integer(3)},
                         query.money(4), query.money(5)});
    }
    return lines;
}

std::map<std::int64_t, CreditedPart> credited_parts(Store& store, std::int64_t invoice_id)
{
    auto query = store.prepare(R"sql(
        SELECT l.id, sum(c.quantity), sum(c.net), sum(coalesce(c.cost, 0))
          FROM document_line AS l
          JOIN document_line AS c ON c.corrects_id = l.id
         WHERE l.document_id = :invoice
         GROUP BY l.id)sql");
    query.bind(":invoice", invoice_id);
    std::map<std::int64_t, CreditedPart> parts;
    while (query.step())
        parts[query.integer(0)] = {Quantity{query.integer(1)}, query.money(2), query.money(3)};
    return parts;
}

} // namespace crm

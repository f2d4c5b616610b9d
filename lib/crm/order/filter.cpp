// SPDX-License-Identifier: MIT
#include "crm/order/filter.hpp"

namespace crm
{

std::string filter_sql(const OrderFilter& filter)
{
    std::string sql;
    const auto add = [&](std::string_view condition) {
        sql.append(sql.empty() ? " WHERE " : " AND ").append(condition);
    };
    if (filter.contact && filter.contact->kind == ContactKind::company)
        add("o.contact_id = :contact");
    else if (filter.contact)
        add("(o.contact_id = :contact OR o.person_id = :contact)");
    if (filter.order)
        add("o.id = :order");
    if (filter.kind)
        add("o.kind = :kind");
    if (filter.status)
        add("o.status = :status");
    if (filter.since)
        add("o.date >= :since");
    if (filter.until)
        add("o.date <= :until");
    // The first part is that of the index order_head_open, word for word. What was only recorded
    // afterwards is never going to be invoiced.
    if (filter.open)
        add("o.status IN ('draft', 'quote', 'confirmed', 'delivered') AND "
            "(o.status = 'confirmed' OR (o.status = 'delivered' AND o.historical = 0))");
    return sql;
}

void bind_filter(Statement& query, const OrderFilter& filter)
{
    if (filter.contact)
        query.bind(":contact", filter.contact->id);
    if (filter.order)
        query.bind(":order", *filter.order);
    if (filter.kind)
        query.bind(":kind", to_string(*filter.kind));
    if (filter.status)
        query.bind(":status", to_string(*filter.status));
    if (filter.since)
        query.bind(":since", *filter.since);
    if (filter.until)
        query.bind(":until", *filter.until);
}

} // namespace crm

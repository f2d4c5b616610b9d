// SPDX-License-Identifier: MIT
#include "crm/order/chain.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"

namespace crm
{

namespace
{

std::optional<std::int64_t> order_of_delivery(Store& store, std::string_view number)
{
    auto query = store.prepare("SELECT order_id FROM delivery WHERE number_key = :key");
    query.bind(":key", natural_key(trim(number)));
    return query.step() ? std::optional(query.integer(0)) : std::nullopt;
}

/// The number of an order, by its id or by the quote that it was; empty if there is none.
std::string number_where(Store& store, const char* sql, std::optional<std::int64_t> id)
{
    auto query = store.prepare(sql);
    query.bind(":id", id);
    return query.step() ? query.string(0) : "";
}

std::vector<ChainDelivery> deliveries_of(Store& store, std::int64_t order_id)
{
    auto heads = store.prepare(R"sql(
        SELECT id, number, kind, date, reason, staff FROM deliveries
         WHERE order_id = :order ORDER BY id)sql");
    auto lines = store.prepare(R"sql(
        SELECT o.position, l.quantity, l.cost
          FROM delivery_line AS l
          JOIN order_line AS o ON o.id = l.order_line_id
         WHERE l.delivery_id = :delivery ORDER BY l.id)sql");
    heads.bind(":order", order_id);
    std::vector<ChainDelivery> found;
    while (heads.step()) {
        auto& delivery = found.emplace_back();
        delivery.number = heads.text(1);
        delivery.kind = heads.text(2);
        delivery.date = heads.date(3).value_or(Date{});
        delivery.reason = heads.text(4);
        delivery.staff = heads.text(5);
        lines.reset();
        lines.bind(":delivery", heads.integer(0));
        while (lines.step()) {
            auto& line = delivery.lines.emplace_back();
            line.position = static_cast<int>(lines.integer(0));
            line.quantity = {lines.integer(1)};
            if (!lines.is_null(2))
                line.cost = lines.money(2);
        }
    }
    return found;
}

std::vector<Document> documents_of(Store& store, std::int64_t order_id)
{
    auto query = store.prepare("SELECT id FROM documents WHERE order_id = :order ORDER BY id");
    query.bind(":order", order_id);
    std::vector<Document> found;
    while (query.step())
        found.push_back(document_by_id(store, query.integer(0)));
    return found;
}

Chain chain_of_document(Store& store, std::string_view number,
                        std::optional<std::int64_t> contact_id)
try {
    auto document = document_by_id(store, document_id_by_number(store, number, contact_id));
    if (document.order_id)
        return chain_of(store, order_by_id(store, *document.order_id));
    Chain chain;
    chain.contact = contact_by_id(store, document.contact_id);
    if (document.person_id)
        chain.person = contact_by_id(store, *document.person_id);
    chain.documents.push_back(std::move(document));
    return chain;
} catch (const Error& failure) {
    if (failure.kind != ErrorKind::not_found || !failure.candidates.empty())
        throw;
    throw error(ErrorKind::not_found, "there is no order, delivery or document '{}'", number);
}

} // namespace

Chain chain_of(Store& store, std::string_view number, std::optional<std::int64_t> contact_id)
{
    if (contact_id)
        return chain_of_document(store, number, contact_id);
    if (const auto id = find_order(store, number))
        return chain_of(store, order_by_id(store, *id));
    if (const auto id = order_of_delivery(store, number))
        return chain_of(store, order_by_id(store, *id));
    return chain_of_document(store, number, std::nullopt);
}

Chain chain_of(Store& store, Order order)
{
    Chain chain;
    chain.contact = contact_by_id(store, order.contact_id);
    if (order.person_id)
        chain.person = contact_by_id(store, *order.person_id);
    chain.manager =
        number_where(store, "SELECT code FROM staff WHERE contact_id = :id", order.manager_id);
    chain.quote =
        number_where(store, "SELECT number FROM order_head WHERE id = :id", order.quote_id);
    chain.became =
        number_where(store, "SELECT number FROM order_head WHERE quote_id = :id", order.id);
    const auto delivered = chain.became.empty() ? order.id : *find_order(store, chain.became);
    chain.deliveries = deliveries_of(store, delivered);
    chain.documents = documents_of(store, delivered);
    chain.order = std::move(order);
    return chain;
}

} // namespace crm

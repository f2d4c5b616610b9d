// SPDX-License-Identifier: MIT
#include "crm/order/confirmation.hpp"

#include "crm/base/items.hpp"
#include "crm/contact/contact.hpp"
#include "crm/contact/postal_address.hpp"
#include "crm/openitems/seller.hpp"

namespace crm
{

Confirmation confirmation_on(Store& store, const Order& order, Date day)
{
    return {
        lines_of(postal_address(store, order.contact_id, order.person_id, "main", day).lines),
        std::string(read_values(store, order.contact_id).text(Field::vat_id)),
        own_sender(store, day),
    };
}

void keep_confirmation(Store& store, const Order& order, Date day)
{
    const auto now = confirmation_on(store, order, day);
    store
        .prepare(R"sql(
            INSERT INTO order_confirmation (order_id, recipient, vat_id, seller_id)
            VALUES (:order, :recipient, :vat_id, :seller))sql")
        .bind(":order", order.id)
        .bind(":recipient", joined(now.recipient, "\n"))
        .bind_or_null(":vat_id", now.vat_id)
        .bind(":seller", Sellers(store).id_on(day))
        .run();
}

std::optional<Confirmation> kept_confirmation(Store& store, std::int64_t order_id)
{
    auto query = store.prepare(
        "SELECT recipient, vat_id, seller_id FROM order_confirmation WHERE order_id = :order");
    query.bind(":order", order_id);
    if (!query.step())
        return std::nullopt;
    return Confirmation{lines_of(query.text(0)), query.string(1),
                        recorded_seller(store, query.integer(2))};
}

} // namespace crm

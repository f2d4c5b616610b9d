// SPDX-License-Identifier: MIT
#include "crm/order/market.hpp"

#include "crm/base/error.hpp"
#include "crm/contact/condition.hpp"
#include "crm/order/place.hpp"
#include "crm/order/pricing.hpp"

#include <algorithm>

namespace crm
{

namespace
{

/// Whether prices or discounts may have been agreed with a contact; with a person the company may
/// have agreed them.
bool may_have_agreed(Store& store, const Contact& contact, Date day)
{
    if (contact.kind == ContactKind::person)
        return true;
    return std::ranges::any_of(conditions_in_force(store, contact.id, day),
                               [](const Condition& condition) {
                                   return condition.kind == ConditionKind::discount ||
                                          condition.kind == ConditionKind::price;
                               });
}

} // namespace

const std::optional<Order>& MarketPrices::order_of(std::int64_t supplier_id)
{
    const auto found = orders_.find(supplier_id);
    if (found != orders_.end())
        return found->second;
    const auto contact = contact_by_id(store_, supplier_id);
    std::optional<Order> order;
    if (may_have_agreed(store_, contact, day_))
        order = order_for(store_, OrderKind::purchase, contact, day_);
    return orders_.emplace(supplier_id, std::move(order)).first->second;
}

std::optional<UnitPrice> MarketPrices::of(const StockedProduct& product, Quantity quantity)
{
    if (!product.supplier_id)
        return product.market;
    const auto& order = order_of(*product.supplier_id);
    if (!order)
        return product.market;
    const auto wanted = std::max(quantity, product.min_quantity.value_or(Quantity{}));
    try {
        return unit_price(priced_line(store_, *order,
                                      {product.sku, wanted, std::nullopt, std::nullopt},
                                      product_by_id(store_, product.id)));
    } catch (const Error& failure) {
        if (failure.kind != ErrorKind::rejected)
            throw;
        return product.market; // nothing says a price
    }
}

} // namespace crm

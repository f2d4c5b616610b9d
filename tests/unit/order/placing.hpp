// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/text.hpp"
#include "crm/contact/condition.hpp"
#include "crm/order/change.hpp"
#include "crm/order/place.hpp"
#include "tests/unit/log/talking.hpp"

#include <optional>
#include <string>
#include <vector>

namespace crm::test
{

// Contacts are those of small_company(): 3 Müller GmbH, 4 Eva Meier, who works there.

inline constexpr LocalTime at_noon{today, 12 * 60};

/// Adds a product in a transaction of its own; prices in ten-thousandths, 0 for none.
inline std::int64_t add_product(Store& store, const std::string& sku, std::int64_t price,
                                std::int64_t cost = 0, const std::string& group = "",
                                const std::string& tax = "standard")
{
    Transaction transaction(store);
    auto insert = store.prepare(R"sql(
        INSERT INTO product (sku, sku_key, name, price, cost, unit, tax, product_group, group_key)
        VALUES (:sku, :key, :name, nullif(:price, 0), nullif(:cost, 0), 'Stück', :tax, :group,
                :group_key))sql");
    insert.bind(":sku", sku)
        .bind(":key", natural_key(sku))
        .bind(":name", "Artikel " + sku)
        .bind(":price", price)
        .bind(":cost", cost)
        .bind(":tax", tax)
        .bind_or_null(":group", group)
        .bind_or_null(":group_key", lower(group))
        .run();
    const auto id = store.last_id();
    transaction.commit();
    return id;
}

/// HY-100 at 12.50 (cost 8) and HY-200 at 99.99 (cost 60) of the group Hydraulik, FA-1 at 7.00
/// taxed at the reduced rate, OP-1 without any price.
inline Store shop()
{
    auto store = small_company();
    add_product(store, "HY-100", 125'000, 80'000, "Hydraulik");
    add_product(store, "HY-200", 999'900, 600'000, "Hydraulik");
    add_product(store, "FA-1", 70'000, 50'000, "", "reduced");
    add_product(store, "OP-1", 0);
    return store;
}

/// Makes an order of Müller GmbH from lines as they are typed.
inline Order make_order(Store& store, const std::vector<std::string>& lines,
                        OrderStatus status = OrderStatus::draft, OrderKind kind = OrderKind::sale,
                        Date day = today, std::int64_t contact = 3)
{
    Transaction transaction(store);
    auto order = order_for(store, kind, contact_by_id(store, contact), day);
    order.status = status;
    std::vector<LineText> texts;
    for (const auto& line : lines)
        texts.push_back(parse_line(line, Decimal::point));
    add_lines(store, order, texts);
    insert_order(store, order);
    transaction.commit();
    return order;
}

inline Order confirmed(Store& store, const std::vector<std::string>& lines,
                       OrderKind kind = OrderKind::sale, Date day = today)
{
    auto order = make_order(store, lines, OrderStatus::draft, kind, day);
    Transaction transaction(store);
    confirm_order(store, order, at_noon, false);
    transaction.commit();
    return order;
}

inline void update(Store& store, Order& order)
{
    Transaction transaction(store);
    update_order(store, order);
    transaction.commit();
}

inline std::int64_t agree(Store& store, Condition condition, std::int64_t contact = 3)
{
    Transaction transaction(store);
    condition.contact_id = contact;
    condition.recorded_on = today;
    const auto id = add_condition(store, condition);
    transaction.commit();
    return id;
}

inline Condition discount_of(std::int64_t percent, const std::string& group = "")
{
    Condition condition;
    condition.kind = ConditionKind::discount;
    condition.rate = {percent * 100};
    condition.group = group;
    return condition;
}

inline Condition price_of(const std::string& sku, std::int64_t ten_thousandths,
                          std::optional<Quantity> from = std::nullopt)
{
    Condition condition;
    condition.kind = ConditionKind::price;
    condition.product = sku;
    condition.price = {ten_thousandths};
    condition.from_quantity = from;
    return condition;
}

inline Condition limit_of(std::int64_t cents)
{
    Condition condition;
    condition.kind = ConditionKind::credit_limit;
    condition.amount = {cents};
    return condition;
}

} // namespace crm::test

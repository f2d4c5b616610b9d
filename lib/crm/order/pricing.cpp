// SPDX-License-Identifier: MIT
#include "crm/order/pricing.hpp"

#include "crm/base/error.hpp"
#include "crm/contact/condition_choice.hpp"
#include "crm/contact/contact.hpp"
#include "crm/stock/product.hpp"
#include "crm/stock/worth.hpp"

namespace crm
{

namespace
{

// Keys: lists and reports are filtered by them.
constexpr std::string_view given = "given";
constexpr std::string_view list_price = "price list";
constexpr std::string_view supplier_price = "supplier price";
constexpr std::string_view usual_cost = "cost";

struct Price {
    UnitPrice price;
    std::string why;
};

/// What the supplier asks for that many, if they are enough.
std::optional<UnitPrice> price_of_supplier(Store& store, std::int64_t product_id,
                                           std::int64_t contact_id, Quantity quantity)
{
    auto query = store.prepare(R"sql(
        SELECT price FROM product_suppliers
         WHERE product_id = :product AND contact_id = :contact AND price IS NOT NULL
           AND coalesce(min_quantity, 0) <= :quantity)sql");
    query.bind(":product", product_id)
        .bind(":contact", contact_id)
        .bind(":quantity", quantity.thousandths);
    return query.step() ? std::optional(UnitPrice{query.integer(0)}) : std::nullopt;
}

/// All prices that are kept are in the currency of the books.
void require_own_currency(Store& store, const Order& order, const Product& product)
{
    if (is_foreign(store, order))
        throw error(ErrorKind::rejected, "'{}' has no price in {}", product.sku, order.currency)
            .with_hint("give it with the line, as in '{}:1@12.50'", product.sku);
}

/// The price without conditions. Rejected if there is none.
Price ordinary_price(Store& store, const Order& order, const Product& product, Quantity quantity)
{
    require_own_currency(store, order, product);
    if (order.kind == OrderKind::purchase) {
        if (const auto price = price_of_supplier(store, product.id, order.contact_id, quantity))
            return {*price, std::string(supplier_price)};
        if (product.cost)
            return {*product.cost, std::string(usual_cost)};
    } else if (product.price)
        return {*product.price, std::string(list_price)};
    throw error(ErrorKind::rejected, "'{}' has no price", product.sku)
        .with_hint("give it with the line, as in '{}:1@12.50'", product.sku);
}

/// Kind, value, scope and id: `discount 10% group Hydraulik #3`.
std::string why(const Condition& condition)
{
    auto text = fmt::format("{} {}{}", to_string(condition.kind), value_of(condition),
                            condition.kind == ConditionKind::discount ? "%" : "");
    if (!condition.product.empty())
        text.append(" product ").append(condition.product);
    else if (!condition.group.empty())
        text.append(" group ").append(condition.group);
    return text.append(" #").append(std::to_string(condition.id));
}

/// What applies to a line. What was agreed with a customer is about what it buys: when we buy of
/// it, that says nothing.
std::optional<Condition> agreed_on(Store& store, const Order& order, ConditionKind kind,
                                   const ConditionCase& wanted)
{
    auto found = applying_condition(store, kind, wanted);
    if (found && order.kind == OrderKind::purchase &&
        read_values(store, found->contact_id).text(Field::customer) == "yes")
        found.reset();
    return found;
}

void price_by_conditions(Store& store, const Order& order, const Product& product, OrderLine& line)
{
    require_own_currency(store, order, product);
    const ConditionCase wanted{order.contact_id, product.sku, product.group, line.quantity,
                               order.date};
    const auto agreed = agreed_on(store, order, ConditionKind::price, wanted);
    const auto base = agreed ? Price{agreed->price, why(*agreed)}
                             : ordinary_price(store, order, product, line.quantity);
    const auto discount = agreed_on(store, order, ConditionKind::discount, wanted);
    line.price = base.price;
    line.discount = discount ? discount->rate : Rate{};
    line.condition = base.why;
    if (discount && base.why == list_price)
        line.condition = why(*discount);
    else if (discount)
        line.condition.append(" | ").append(why(*discount));
}

} // namespace

UnitPrice unit_price(const OrderLine& line)
{
    constexpr Quantity one{1000};
    return unit_cost_of(worth_of(one, line.price, line.discount), one);
}

void mark_given(OrderLine& line)
{
    line.condition = given;
}

OrderLine priced_line(Store& store, const Order& order, const LineText& wanted)
{
    try {
        return priced_line(store, order, wanted, product_by_sku(store, wanted.sku));
    } catch (const Error& failure) {
        if (failure.kind != ErrorKind::not_found || wanted.doubt.empty())
            throw;
        throw error(ErrorKind::usage, "{}", wanted.doubt)
            .with_hint("there is no product '{}'; write SKU:QTY@PRICE-PCT%, as in "
                       "HY-100:4@12.50-10%",
                       wanted.sku);
    }
}

OrderLine priced_line(Store& store, const Order& order, const LineText& wanted,
                      const Product& product)
{
    OrderLine line;
    line.product_id = product.id;
    line.sku = product.sku;
    line.text = product.name;
    line.unit = product.unit;
    line.tax = product.tax;
    line.supply = product.stock ? Supply::goods : Supply::service;
    line.quantity = wanted.quantity;
    if (wanted.price || wanted.discount) {
        line.price = wanted.price ? *wanted.price
                                  : ordinary_price(store, order, product, line.quantity).price;
        line.discount = wanted.discount.value_or(Rate{});
        mark_given(line);
    } else
        price_by_conditions(store, order, product, line);
    line.net = line_net(line.quantity, line.price, line.discount);
    return line;
}

void reprice(Store& store, const Order& order, OrderLine& line)
{
    if (line.product_id && line.condition != given)
        price_by_conditions(store, order, product_by_id(store, *line.product_id), line);
    line.net = line_net(line.quantity, line.price, line.discount);
}

} // namespace crm

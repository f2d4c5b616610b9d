// SPDX-License-Identifier: MIT
#pragma once

#include "crm/order/invoice.hpp"
#include "crm/stock/location.hpp"
#include "crm/stock/movement.hpp"
#include "tests/unit/contact/people.hpp"

#include <initializer_list>
#include <string>
#include <vector>

namespace crm::test
{

inline constexpr std::int64_t pump = 1;    ///< in stock: 100 at 6.00
inline constexpr std::int64_t hose = 2;    ///< in stock: none
inline constexpr std::int64_t service = 3; ///< without stock, costs 20.00

inline Quantity pieces(std::int64_t number)
{
    return {number * 1000};
}

inline Date day_of(const char* text)
{
    return parse_iso_date(text).value();
}

inline LocalTime noon(const char* day)
{
    return {day_of(day), 12 * 60};
}

/// small_company() with two products, a service, and stock.
inline Store trading_company()
{
    auto store = small_company();
    change(store, R"sql(
        INSERT INTO location (name) SELECT 'main' WHERE NOT EXISTS (SELECT 1 FROM location);
        INSERT INTO product (id, sku, sku_key, name, price, cost, tax, stock) VALUES
            (1, 'HY-100', 'hy-100', 'Pumpe', 100000, 60000, 'standard', 1),
            (2, 'SL-5', 'sl-5', 'Schlauch', 50000, 30000, 'reduced', 1),
            (3, 'MONT', 'mont', 'Montage', 800000, 200000, 'standard', 0))sql");
    Transaction transaction(store);
    Booking booking;
    booking.product_id = pump;
    booking.location_id = find_location(store, main_location).id;
    booking.quantity = pieces(100);
    booking.unit_cost = UnitPrice{60'000};
    booking.kind = MovementKind::opening;
    booking.at = {std::chrono::year(2020) / 1 / 2, 0};
    book(store, booking);
    transaction.commit();
    return store;
}

/// A line of an order for that many pieces at a price in cents.
inline OrderLine order_line(std::int64_t product, std::int64_t number, std::int64_t cents)
{
    OrderLine line;
    line.product_id = product;
    line.text = product == pump ? "Pumpe" : product == hose ? "Schlauch" : "Montage";
    line.quantity = pieces(number);
    line.price = {cents * 100};
    line.tax = product == hose ? TaxClass::reduced : TaxClass::standard;
    line.condition = "given";
    return line;
}

/// A confirmed order of Müller GmbH (3).
inline Order ordered(Store& store, OrderKind kind, std::vector<OrderLine> lines,
                     const char* day = "2026-06-01")
{
    Transaction transaction(store);
    Order order;
    order.kind = kind;
    order.status = OrderStatus::confirmed;
    order.contact_id = 3;
    order.date = day_of(day);
    order.currency = "EUR";
    order.lines = std::move(lines);
    insert_order(store, order);
    transaction.commit();
    return order;
}

inline Order sold(Store& store, std::int64_t number, const char* day = "2026-06-01")
{
    return ordered(store, OrderKind::sale, {order_line(pump, number, 1000)}, day);
}

using Wanted = std::vector<LineQuantity>;

/// Each in a transaction of its own.
inline Delivery delivered(Store& store, Order& order, const Wanted& lines = {},
                          const char* day = "2026-06-02")
{
    Transaction transaction(store);
    DeliveryRequest request;
    request.lines = lines;
    request.at = noon(day);
    auto made = deliver(store, order, request);
    transaction.commit();
    return made;
}

inline Delivery returned(Store& store, Order& order, const Wanted& lines,
                         const char* day = "2026-06-03")
{
    Transaction transaction(store);
    ReturnRequest request;
    request.lines = lines;
    request.at = noon(day);
    request.reason = "defekt";
    auto made = return_goods(store, order, request);
    transaction.commit();
    return made;
}

inline Posted invoiced(Store& store, Order& order, const char* day = "2026-06-04",
                       bool again = false)
{
    Transaction transaction(store);
    InvoiceRequest request;
    request.at = noon(day);
    request.credited_again = again;
    auto made = invoice_order(store, order, request);
    transaction.commit();
    return made;
}

/// Credits an invoice and brings the order up to date.
inline Posted credited(Store& store, Order& order, const Document& invoice, const Wanted& lines,
                       bool with_goods, const char* day = "2026-06-05")
{
    Transaction transaction(store);
    CreditRequest request;
    request.lines = lines;
    request.at = noon(day);
    request.with_goods = with_goods;
    auto made = credit_invoice(store, invoice, request);
    transaction.commit();
    order = order_by_id(store, order.id);
    return made;
}

inline std::int64_t stock_of(Store& store, std::int64_t product)
{
    return product_stock(store, product).on_hand.thousandths / 1000;
}

} // namespace crm::test

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/text.hpp"
#include "crm/stock/check.hpp"
#include "crm/stock/location.hpp"
#include "crm/stock/movement.hpp"
#include "tests/unit/database.hpp"
#include "tests/unit/thrown.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace crm::test
{

inline UnitPrice price(std::string_view text)
{
    return parse_unit_price(text, Decimal::point);
}

inline Quantity units(std::string_view text)
{
    return parse_quantity(text, Decimal::point);
}

inline Date day(std::string_view iso)
{
    return *parse_iso_date(iso);
}

/// Records a product that lies in stock.
inline std::int64_t add_goods(Store& store, const std::string& sku, bool allow_negative = false)
{
    Transaction transaction(store);
    store
        .prepare("INSERT INTO product (sku, sku_key, name, allow_negative)"
                 " VALUES (:sku, :key, :sku, :negative)")
        .bind(":sku", sku)
        .bind(":key", natural_key(sku))
        .bind(":negative", allow_negative)
        .run();
    const auto id = store.last_id();
    transaction.commit();
    return id;
}

inline std::int64_t add_place(Store& store, const std::string& name)
{
    Transaction transaction(store);
    const auto id = add_location(store, name);
    transaction.commit();
    return id;
}

/// What comes in (or, below 0, goes out) at noon of a day.
inline Booking moving(std::int64_t product, std::int64_t location, std::string_view quantity,
                      std::string_view iso_day = "2026-06-30")
{
    Booking booking;
    booking.product_id = product;
    booking.location_id = location;
    booking.quantity = units(quantity);
    booking.kind = booking.quantity > Quantity{} ? MovementKind::receipt : MovementKind::issue;
    booking.at = {day(iso_day), 12 * 60};
    return booking;
}

inline Booking bought(std::int64_t product, std::int64_t location, std::string_view quantity,
                      std::string_view cost, std::string_view iso_day = "2026-06-30")
{
    auto booking = moving(product, location, quantity, iso_day);
    booking.unit_cost = price(cost);
    return booking;
}

/// Books in a transaction of its own.
inline std::vector<Booked> booked(Store& store, const Booking& booking)
{
    Transaction transaction(store);
    auto movements = book(store, booking);
    transaction.commit();
    return movements;
}

/// The moving average as text, "-" if it is not known.
inline std::string average(Store& store, std::int64_t product)
{
    const auto cost = product_stock(store, product).unit_cost;
    return cost ? to_string(*cost) : "-";
}

inline std::string level(Store& store, std::int64_t product, std::int64_t location)
{
    return to_string(on_hand(store, product, location));
}

/// What the checks of stock report, a line each; empty if all is well.
inline std::string stock_breaches(Store& store)
{
    std::string found;
    for (const auto& check : stock_checks())
        check.run(store, [&](const std::string& text) { found += text + "\n"; });
    return found;
}

} // namespace crm::test

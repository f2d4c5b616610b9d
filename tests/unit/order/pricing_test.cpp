// SPDX-License-Identifier: MIT
#include "crm/order/pricing.hpp"
#include "tests/unit/order/placing.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

OrderLine priced(Store& store, const std::string& text, OrderKind kind = OrderKind::sale,
                 std::int64_t contact = 3)
{
    const auto order = order_for(store, kind, contact_by_id(store, contact), today);
    return priced_line(store, order, parse_line(text, Decimal::point));
}

/// "12.50 -10% = 45.00: condition"
std::string shown(const OrderLine& line)
{
    return fmt::format("{} -{}% = {}: {}", to_string(line.price), to_string(line.discount),
                       to_string(line.net), line.condition);
}

} // namespace

TEST_CASE("without conditions the list price counts")
{
    auto store = shop();
    const auto line = priced(store, "hy-100:4");
    CHECK(shown(line) == "12.50 -0% = 50.00: price list");
    CHECK(line.sku == "HY-100");
    CHECK(line.text == "Artikel HY-100");
    CHECK(line.unit == "Stück");
    CHECK(priced(store, "FA-1").tax == TaxClass::reduced);
    CHECK(throws(ErrorKind::not_found, [&] { priced(store, "HY-300"); }));
    CHECK(throws(ErrorKind::rejected, [&] { priced(store, "OP-1"); }));
    CHECK(throws(ErrorKind::rejected, [&] { priced(store, "OP-1-10%"); }));
}

TEST_CASE("a line says which conditions applied")
{
    auto store = shop();
    agree(store, discount_of(10, "hydraulik"));
    agree(store, discount_of(3));
    agree(store, price_of("HY-200", 900'000));
    agree(store, price_of("HY-200", 850'000, Quantity{100'000}));
    CHECK(shown(priced(store, "HY-100:4")) ==
          "12.50 -10% = 45.00: discount 10% group hydraulik #1");
    CHECK(shown(priced(store, "FA-1")) == "7.00 -3% = 6.79: discount 3% #2");
    CHECK(shown(priced(store, "HY-200")) ==
          "90.00 -10% = 81.00: price 90.00 product HY-200 #3 | discount 10% group hydraulik #1");
    CHECK(shown(priced(store, "HY-200:100")) ==
          "85.00 -10% = 7650.00: price 85.00 from 100 product HY-200 #4 | discount 10% group "
          "hydraulik #1");
    // Eva Meier has what her company has.
    CHECK(priced(store, "HY-100", OrderKind::sale, 4).discount == Rate{1000});
    CHECK(priced(store, "HY-100", OrderKind::sale, 2).discount == Rate{});
}

TEST_CASE("what is given replaces the conditions")
{
    auto store = shop();
    agree(store, discount_of(10));
    agree(store, price_of("HY-100", 110'000));
    CHECK(shown(priced(store, "HY-100:2@10")) == "10.00 -0% = 20.00: given");
    CHECK(shown(priced(store, "HY-100:2-20%")) == "12.50 -20% = 20.00: given");
    CHECK(shown(priced(store, "HY-100:2@10-5%")) == "10.00 -5% = 19.00: given");
    CHECK(shown(priced(store, "OP-1@0")) == "0.00 -0% = 0.00: given");
}

TEST_CASE("a purchase costs what the supplier asks, else what the product costs")
{
    auto store = shop();
    change(store, R"sql(
        INSERT INTO product_supplier (product_id, contact_id, price, min_quantity)
        VALUES (1, 3, 75000, 10000), (2, 3, NULL, NULL), (1, 4, 10000, NULL))sql");
    const auto bought = [&](const char* text) {
        return shown(priced(store, text, OrderKind::purchase));
    };
    CHECK(bought("HY-100:10") == "7.50 -0% = 75.00: supplier price");
    CHECK(bought("HY-100:9") == "8.00 -0% = 72.00: cost");
    CHECK(bought("HY-200") == "60.00 -0% = 60.00: cost");
    CHECK(throws(ErrorKind::rejected, [&] { bought("OP-1"); }));
    agree(store, discount_of(2));
    CHECK(bought("HY-100:10") == "7.50 -2% = 73.50: supplier price | discount 2% #1");
    agree(store, price_of("HY-200", 500'000));
    CHECK(bought("HY-200") == "50.00 -2% = 49.00: price 50.00 product HY-200 #2 | discount 2% #1");
    // Of a customer it is what the customer buys at.
    change(store, "UPDATE contact SET customer = 1 WHERE id = 3");
    CHECK(bought("HY-100:10") == "7.50 -0% = 75.00: supplier price");
    CHECK(bought("HY-200") == "60.00 -0% = 60.00: cost");
    CHECK(shown(priced(store, "HY-200")) ==
          "50.00 -2% = 49.00: price 50.00 product HY-200 #2 | discount 2% #1");
}

TEST_CASE("no kept price says anything in another currency")
{
    auto store = shop();
    change(store,
           "INSERT INTO product_supplier (product_id, contact_id, price) VALUES (1, 3, 75000)");
    agree(store, price_of("HY-200", 900'000));
    for (const auto kind : {OrderKind::sale, OrderKind::purchase}) {
        auto order = order_for(store, kind, contact_by_id(store, 3), today);
        order.currency = "JPY";
        const auto priced = [&](const char* text) {
            return priced_line(store, order, parse_line(text, Decimal::point));
        };
        for (const char* text : {"HY-100", "HY-100-5%", "HY-200"}) {
            const auto failure = thrown([&] { priced(text); });
            REQUIRE_MESSAGE(failure, text);
            CHECK(failure->kind == ErrorKind::rejected);
            CHECK(std::string(failure->what()).ends_with("has no price in JPY"));
        }
        CHECK(shown(priced("HY-100:2@800-5%")) == "800.00 -5% = 1520.00: given");
    }
}

TEST_CASE("a new quantity brings the price for it, unless one was given")
{
    auto store = shop();
    agree(store, price_of("HY-200", 850'000, Quantity{100'000}));
    const auto order = order_for(store, OrderKind::sale, contact_by_id(store, 3), today);
    auto line = priced(store, "HY-200:5");
    line.quantity = {100'000};
    reprice(store, order, line);
    CHECK(shown(line) == "85.00 -0% = 8500.00: price 85.00 from 100 product HY-200 #1");
    line.quantity = {99'000};
    reprice(store, order, line);
    CHECK(line.condition == "price list");
    line = priced(store, "HY-200:5@80");
    line.quantity = {100'000};
    reprice(store, order, line);
    CHECK(shown(line) == "80.00 -0% = 8000.00: given");
}

} // namespace crm::test

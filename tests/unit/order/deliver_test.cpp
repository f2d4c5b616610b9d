// SPDX-License-Identifier: MIT
#include "crm/order/delivered.hpp"
#include "tests/unit/order/trading.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

TEST_CASE("partial deliveries count down what is open and reserved")
{
    auto store = trading_company();
    auto order = sold(store, 10);
    CHECK(product_stock(store, pump).reserved == pieces(10));
    CHECK(delivered(store, order, {{1, pieces(4)}}).number == "LS2026-00001");
    CHECK(order.lines[0].delivered == pieces(4));
    CHECK(order.delivered == Progress::part);
    CHECK(order.status == OrderStatus::confirmed);
    CHECK(stock_of(store, pump) == 96);
    CHECK(product_stock(store, pump).reserved == pieces(6));
    CHECK(delivered(store, order).number == "LS2026-00002");
    CHECK(order.status == OrderStatus::delivered);
    CHECK(order.delivered == Progress::yes);
    CHECK(stock_of(store, pump) == 90);
    CHECK(product_stock(store, pump).reserved == Quantity{});
    CHECK(value(store, "SELECT group_concat(cost) FROM delivery_line") == "2400,3600");
    CHECK(value(store, "SELECT group_concat(subject, '|') FROM log_entry") ==
          "LS2026-00001 of order AU2026-00001 delivered|LS2026-00002 of order AU2026-00001 "
          "delivered");
}

TEST_CASE("of a delivery only to whom it went can go")
{
    auto store = trading_company();
    auto order = sold(store, 10);
    delivered(store, order);
    for (const char* sql : {"UPDATE delivery SET recipient = 'X'",
                            "UPDATE delivery SET recipient = NULL, date = '2026-01-01'",
                            "UPDATE delivery SET recipient = NULL, seller_id = NULL",
                            "UPDATE delivery SET recipient = NULL, vat_id = 'ATU12345675',"
                            " goods_country = 'AT'"})
        CHECK(throws(ErrorKind::rejected, [&] { change(store, sql); }));
    change(store, "UPDATE delivery SET recipient = NULL, vat_id = NULL");
    CHECK(value(store, "SELECT count(*) FROM delivery WHERE recipient IS NULL") == "1");
}

TEST_CASE("not more than ordered, not more than is there, not what does not bind")
{
    auto store = trading_company();
    auto order = sold(store, 10);
    const auto refused = [&](const Wanted& lines) {
        return throws(ErrorKind::rejected, [&] { delivered(store, order, lines); });
    };
    CHECK(refused({{1, pieces(11)}}));
    CHECK(throws(ErrorKind::not_found, [&] { delivered(store, order, {{2, pieces(1)}}); }));
    CHECK(throws(ErrorKind::usage, [&] { delivered(store, order, {{1, pieces(0)}}); }));
    CHECK(throws(ErrorKind::usage, [&] {
        delivered(store, order, {{1, pieces(1)}, {1, pieces(1)}});
    }));
    delivered(store, order);
    order = order_by_id(store, order.id);
    CHECK(refused({}));
    auto big = sold(store, 91);
    CHECK(throws(ErrorKind::rejected, [&] { delivered(store, big); }));
    CHECK(value(store, "SELECT count(*) FROM delivery") == "1");
    CHECK(value(store, "SELECT next FROM number_series WHERE name = 'delivery 2026'") == "2");
    change(store, "UPDATE order_head SET historical = 1 WHERE number = 'AU2026-00002'");
    big = order_by_id(store, big.id);
    CHECK(throws(ErrorKind::rejected, [&] { delivered(store, big, {{1, pieces(1)}}); }));
    big.historical = false;
    for (const auto status : {OrderStatus::draft, OrderStatus::quote, OrderStatus::cancelled}) {
        big.status = status;
        CHECK(throws(ErrorKind::rejected, [&] { delivered(store, big, {{1, pieces(1)}}); }));
    }
}

TEST_CASE("purchases come in at their net unit price")
{
    auto store = trading_company();
    auto line = order_line(pump, 100, 1250);
    line.discount = {1000}; // 12.50 - 10% = 11.25
    auto order = ordered(store, OrderKind::purchase, {line});
    CHECK(product_stock(store, pump).on_order == pieces(100));
    CHECK(delivered(store, order, {{1, pieces(50)}}).number == "WE2026-00001");
    // (100 x 6.00 + 50 x 11.25) / 150 = 7.75
    CHECK(product_stock(store, pump).unit_cost == UnitPrice{77'500});
    CHECK(product_stock(store, pump).on_order == pieces(50));
    CHECK(stock_of(store, pump) == 150);
    CHECK(value(store, "SELECT cost FROM delivery_line") == "56250");
}

TEST_CASE("what is paid in another currency has no known cost")
{
    auto store = trading_company();
    auto order = ordered(store, OrderKind::purchase, {order_line(pump, 10, 80'000)});
    CHECK_FALSE(doubt_about_cost(store, order));
    change(store, "UPDATE order_head SET currency = 'JPY'");
    order = order_by_id(store, order.id);
    CHECK(doubt_about_cost(store, order) == "what the goods of BE2026-00001 cost is not known: "
                                            "they are paid in JPY");
    delivered(store, order);
    CHECK(stock_of(store, pump) == 110);
    CHECK_FALSE(product_stock(store, pump).unit_cost);
    CHECK(value(store, "SELECT count(*) FROM delivery_line WHERE cost IS NULL") == "1");
    change(store, "UPDATE order_head SET kind = 'sale'");
    CHECK_FALSE(doubt_about_cost(store, order_by_id(store, order.id)));
}

TEST_CASE("services and words are delivered without a movement")
{
    auto store = trading_company();
    auto freight = order_line(service, 1, 900);
    freight.product_id.reset();
    freight.text = "Fracht";
    auto order = ordered(store, OrderKind::sale, {order_line(service, 2, 8000), freight});
    delivered(store, order);
    CHECK(order.status == OrderStatus::delivered);
    CHECK(value(store, "SELECT count(*) FROM movement") == "1");
    CHECK(value(store, "SELECT cost FROM delivery_line WHERE id = 1") == "4000");
    CHECK(value(store, "SELECT cost IS NULL FROM delivery_line WHERE id = 2") == "1");
}

TEST_CASE("what is not invoiced comes back, the last delivered first, at its cost")
{
    auto store = trading_company();
    auto order = sold(store, 10);
    delivered(store, order, {{1, pieces(4)}});
    delivered(store, order);
    CHECK(returned(store, order, {{1, pieces(7)}}).number == "RS2026-00001");
    CHECK(order.lines[0].delivered == pieces(3));
    CHECK(order.lines[0].returned == pieces(7));
    CHECK(stock_of(store, pump) == 97);
    CHECK(product_stock(store, pump).unit_cost == UnitPrice{60'000});
    CHECK(product_stock(store, pump).reserved == Quantity{}); // not to go out again by itself
    CHECK(value(store, "SELECT group_concat(returns_id || ':' || quantity || ':' || cost) "
                       "FROM delivery_line WHERE quantity < 0") == "2:-6000:-3600,1:-1000:-600");
    CHECK(throws(ErrorKind::rejected, [&] { delivered(store, order); }));
    order = order_by_id(store, order.id);
    delivered(store, order, {{1, pieces(2)}}); // but when it is said
    CHECK(order.lines[0].returned == pieces(5));
    CHECK(order.lines[0].delivered == pieces(5));
    order = order_by_id(store, order.id);
    CHECK(throws(ErrorKind::rejected, [&] { delivered(store, order, {{1, pieces(6)}}); }));
    order = order_by_id(store, order.id);
    CHECK(throws(ErrorKind::rejected, [&] { returned(store, order, {{1, pieces(6)}}); }));
}

TEST_CASE("goods that were invoiced come back with a credit note only")
{
    auto store = trading_company();
    auto order = sold(store, 10);
    delivered(store, order, {{1, pieces(4)}});
    invoiced(store, order);
    delivered(store, order, {{1, pieces(1)}});
    const auto refused = thrown([&] { returned(store, order, {{1, pieces(2)}}); });
    REQUIRE(refused);
    CHECK(refused->kind == ErrorKind::rejected);
    CHECK(refused->hint.find("credit DOCUMENT --return") != std::string::npos);
    order = order_by_id(store, order.id);
    returned(store, order, {{1, pieces(1)}});
    CHECK(order.lines[0].delivered == pieces(4));
}

TEST_CASE("goods do not come back before they were delivered")
{
    auto store = trading_company();
    auto order = sold(store, 10);
    delivered(store, order, {{1, pieces(4)}}, "2026-06-05");
    delivered(store, order, {{1, pieces(6)}}, "2026-06-12");
    const auto refused = [&](std::int64_t number, const char* day) {
        auto copy = order_by_id(store, order.id);
        return throws(ErrorKind::rejected, [&] {
            returned(store, copy, {{1, pieces(number)}}, day);
        });
    };
    CHECK(refused(1, "2026-06-04"));
    CHECK(refused(5, "2026-06-11"));
    CHECK(!refused(1, "2026-06-05")); // of the first four
    CHECK(!refused(9, "2026-06-12"));
    CHECK(value(store, "SELECT group_concat(returns_id) FROM delivery_line WHERE quantity < 0") ==
          "1,2,1");
    CHECK(stock_of(store, pump) == 100);
}

TEST_CASE("goods go back to the supplier at what they cost")
{
    auto store = trading_company();
    auto order = ordered(store, OrderKind::purchase, {order_line(hose, 10, 300)});
    delivered(store, order);
    returned(store, order, {{1, pieces(10)}});
    CHECK(stock_of(store, hose) == 0);
    CHECK(value(store, "SELECT unit_cost FROM movement WHERE kind = 'return'") == "30000");
}

TEST_CASE("a lot comes back as the lot it was")
{
    auto store = trading_company();
    auto bought = ordered(store, OrderKind::purchase, {order_line(hose, 10, 300)});
    Transaction transaction(store);
    DeliveryRequest receipt;
    receipt.at = noon("2026-06-02");
    receipt.lot = "L1";
    receipt.best_before = day_of("2027-01-31");
    receipt.lines = {{1, pieces(4)}};
    deliver(store, bought, receipt);
    receipt.lot = "L2";
    receipt.best_before = day_of("2026-12-31");
    receipt.lines = {};
    deliver(store, bought, receipt);
    transaction.commit();
    auto order = ordered(store, OrderKind::sale, {order_line(hose, 8, 500)});
    delivered(store, order); // 6 of L2, which expires first, 2 of L1
    returned(store, order, {{1, pieces(3)}});
    const auto left = [&](const std::string& lot) {
        return value(store, "SELECT on_hand FROM stock_level_index WHERE lot = '" + lot + "'");
    };
    CHECK(left("L1") == "4000");
    CHECK(left("L2") == "1000");
}

} // namespace crm::test

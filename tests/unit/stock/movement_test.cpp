// SPDX-License-Identifier: MIT
#include "crm/stock/movement.hpp"
#include "crm/stock/replay.hpp"
#include "crm/stock/stocked.hpp"
#include "crm/stock/transfer.hpp"
#include "tests/unit/stock/stocking.hpp"

#include <doctest/doctest.h>

using namespace crm;
using namespace crm::test;

TEST_CASE("movement: what comes in and goes out is kept per place and in all")
{
    auto store = Store::in_memory(acting());
    const auto shop = add_place(store, "main");
    const auto hall = add_place(store, "Halle 2");
    const auto bolt = add_goods(store, "M8");
    booked(store, bought(bolt, shop, "10", "1.20"));
    booked(store, bought(bolt, hall, "2.5", "1.20"));
    booked(store, moving(bolt, shop, "-4"));
    CHECK(level(store, bolt, shop) == "6");
    CHECK(level(store, bolt, hall) == "2.5");
    CHECK(to_string(product_stock(store, bolt).on_hand) == "8.5");
    CHECK(stock_breaches(store) == "");
}

TEST_CASE("movement: not more goes out than is there, and the refusal says where there is some")
{
    auto store = Store::in_memory(acting());
    const auto shop = add_place(store, "main");
    const auto hall = add_place(store, "Halle 2");
    const auto bolt = add_goods(store, "M8");
    booked(store, bought(bolt, shop, "3", "1"));
    booked(store, bought(bolt, hall, "5", "1"));
    const auto refused = thrown([&] { booked(store, moving(bolt, shop, "-4")); });
    REQUIRE(refused);
    CHECK(refused->kind == ErrorKind::rejected);
    CHECK(std::string(refused->what()) == "there is only 3 of 'M8' at main, not 4");
    CHECK(refused->hint == "there is 5 at Halle 2");
    CHECK(level(store, bolt, shop) == "3");
}

TEST_CASE("movement: backdated goods are not missing on any later day")
{
    auto store = Store::in_memory(acting());
    const auto shop = add_place(store, "main");
    const auto bolt = add_goods(store, "M8");
    booked(store, bought(bolt, shop, "10", "1", "2026-06-01"));
    booked(store, moving(bolt, shop, "-8", "2026-06-10"));
    booked(store, bought(bolt, shop, "20", "1", "2026-06-20"));
    // There are 22 today, but on the 10th there were 2.
    CHECK(throws(ErrorKind::rejected,
                 [&] { booked(store, moving(bolt, shop, "-3", "2026-06-05")); }));
    CHECK(throws(ErrorKind::rejected,
                 [&] { booked(store, moving(bolt, shop, "-3", "2026-06-10")); }));
    CHECK(throws(ErrorKind::rejected,
                 [&] { booked(store, moving(bolt, shop, "-1", "2026-05-31")); }));
    booked(store, moving(bolt, shop, "-2", "2026-06-05"));
    booked(store, moving(bolt, shop, "-20", "2026-06-20"));
    CHECK(level(store, bolt, shop) == "0");
    CHECK(stock_breaches(store) == "");
}

TEST_CASE("movement: on one day the order of coming and going does not matter")
{
    auto store = Store::in_memory(acting());
    const auto shop = add_place(store, "main");
    const auto bolt = add_goods(store, "M8");
    auto late = bought(bolt, shop, "5", "1");
    late.at.minute = 18 * 60;
    booked(store, late);
    auto early = moving(bolt, shop, "-5");
    early.at.minute = 8 * 60;
    booked(store, early);
    CHECK(level(store, bolt, shop) == "0");
}

TEST_CASE("movement: a product may be allowed to fall below 0")
{
    auto store = Store::in_memory(acting());
    const auto shop = add_place(store, "main");
    const auto sand = add_goods(store, "SAND", true);
    booked(store, moving(sand, shop, "-4"));
    CHECK(level(store, sand, shop) == "-4");
    CHECK(average(store, sand) == "-");
    booked(store, bought(sand, shop, "3", "7"));
    CHECK(average(store, sand) == "7.00");
    CHECK(to_string(kept_sums(store, sand).value().value()) == "-7.00");
    booked(store, bought(sand, shop, "3", "8"));
    CHECK(average(store, sand) == "8.00"); // there was nothing to average it with
    CHECK(level(store, sand, shop) == "2");
    CHECK(to_string(kept_sums(store, sand).value().value()) == "16.00");
    // What left before it was there left at 8: two at 9 make up for one of them.
    booked(store, moving(sand, shop, "-3"));
    booked(store, bought(sand, shop, "2", "9"));
    CHECK(to_string(kept_sums(store, sand).value().value()) == "9.00");
    CHECK(value(store, "SELECT correction FROM movement ORDER BY id DESC LIMIT 1") == "-10000000");
    CHECK(stock_breaches(store) == "");
}

TEST_CASE("movement: the moving average")
{
    auto store = Store::in_memory(acting());
    const auto shop = add_place(store, "main");
    const auto bolt = add_goods(store, "M8");
    booked(store, bought(bolt, shop, "100", "10"));
    booked(store, bought(bolt, shop, "50", "13"));
    CHECK(average(store, bolt) == "11.00");
    const auto out = booked(store, moving(bolt, shop, "-60"));
    REQUIRE(out.size() == 1);
    CHECK(out.front().worth == -worth_of(units("60"), price("11")));
    CHECK(average(store, bolt) == "11.00");
    booked(store, bought(bolt, shop, "30", "12.3456"));
    CHECK(average(store, bolt) == "11.3364"); // (90 × 11 + 30 × 12.3456) ÷ 120
    booked(store, moving(bolt, shop, "1"));
    CHECK(average(store, bolt) == "-"); // of unknown cost
    CHECK_FALSE(booked(store, moving(bolt, shop, "-21")).front().worth);
    booked(store, bought(bolt, shop, "1", "5"));
    CHECK(average(store, bolt) == "-");
    booked(store, moving(bolt, shop, "-101"));
    booked(store, bought(bolt, shop, "1", "5"));
    CHECK(average(store, bolt) == "5.00"); // used up, and known again
    CHECK(stock_breaches(store) == "");
}

TEST_CASE("movement: nothing that was paid is lost, however little a unit costs")
{
    auto store = Store::in_memory(acting());
    const auto shop = add_place(store, "main");
    const auto worth = [&](std::int64_t product) {
        return to_string(kept_sums(store, product).value().value());
    };
    const auto bolt = add_goods(store, "M8");
    booked(store, bought(bolt, shop, "100000", "0.0045"));
    booked(store, bought(bolt, shop, "100000", "0.0046"));
    CHECK(worth(bolt) == "910.00");
    CHECK(average(store, bolt) == "0.0046"); // shown, but not reckoned with
    booked(store, moving(bolt, shop, "-100000"));
    CHECK(worth(bolt) == "455.00");
    const auto nut = add_goods(store, "N8");
    booked(store, bought(nut, shop, "10000", "0.0101"));
    for (int i = 0; i < 20; ++i)
        booked(store, bought(nut, shop, "100", "0.0199"));
    CHECK(worth(nut) == "140.80");
    const auto dust = add_goods(store, "DUST");
    booked(store, bought(dust, shop, "1000000", "0.0001"));
    booked(store, bought(dust, shop, "2000000", "0"));
    CHECK(worth(dust) == "100.00");
    // What leaves last takes the rest.
    booked(store, moving(dust, shop, "-2999999"));
    const auto last = booked(store, moving(dust, shop, "-1")).front();
    CHECK(stored(*last.worth) == -333);
    CHECK(kept_sums(store, dust).worth == Worth{});
    CHECK(stock_breaches(store) == "");
}

TEST_CASE("movement: a worth that cannot be stored is refused")
{
    auto store = Store::in_memory(acting());
    const auto shop = add_place(store, "main");
    const auto bolt = add_goods(store, "M8");
    const auto receive = [&](const char* quantity, const char* cost) {
        return throws(ErrorKind::rejected,
                      [&] { booked(store, bought(bolt, shop, quantity, cost)); });
    };
    CHECK(receive("999999999999", "999999999999"));
    CHECK_FALSE(receive("1000000000", "900"));
    CHECK(receive("1000000000", "900")); // together too much
    CHECK(level(store, bolt, shop) == "1000000000");
    booked(store, moving(bolt, shop, "-999999999"));
    CHECK(to_string(kept_sums(store, bolt).value().value()) == "900.00");
}

TEST_CASE("movement: the average is that of the day; what is dated later does not count")
{
    auto store = Store::in_memory(acting());
    const auto shop = add_place(store, "main");
    const auto worth = [&](std::int64_t product, const char* iso_day) {
        const StockReplay replay(store, day(iso_day));
        return to_string(replay.state(product).sums.value().value());
    };
    const auto bolt = add_goods(store, "M8");
    booked(store, bought(bolt, shop, "100", "9", "2026-03-01"));
    booked(store, bought(bolt, shop, "100", "1", "2026-02-01"));
    booked(store, moving(bolt, shop, "-20", "2026-02-15"));
    CHECK(worth(bolt, "2026-02-20") == "80.00");
    CHECK(worth(bolt, "2026-06-30") == "980.00");
    const auto nut = add_goods(store, "N8");
    booked(store, bought(nut, shop, "10", "5", "2026-01-02"));
    booked(store, bought(nut, shop, "10", "100", "2026-12-01"));
    const auto out = booked(store, moving(nut, shop, "-1")).front();
    CHECK(out.worth == -worth_of(units("1"), price("5")));
    CHECK(worth(nut, "2026-06-30") == "45.00");
    CHECK(worth(nut, "2026-12-31") == "1045.00");
    // What left keeps its cost; so what comes to light later is worth what was paid less that.
    booked(store, moving(nut, shop, "-9", "2026-12-10"));
    booked(store, moving(nut, shop, "-9", "2026-07-01"));
    CHECK(worth(nut, "2026-07-31") == "0.00");
    CHECK(to_string(product_stock(store, nut).on_hand) == "1");
    booked(store, moving(nut, shop, "-1", "2026-12-10"));
    CHECK(value(store, "SELECT sum(worth) FROM movement WHERE product_id = 2") == "0");
    CHECK(stock_breaches(store) == "");
}

TEST_CASE("movement: what expires first goes out first, goods without a lot last")
{
    auto store = Store::in_memory(acting());
    const auto shop = add_place(store, "main");
    const auto milk = add_goods(store, "MILK");
    const auto receive = [&](const char* quantity, const char* lot, const char* best_before) {
        auto booking = bought(milk, shop, quantity, "1");
        booking.lot = lot;
        booking.best_before = parse_iso_date(best_before);
        booked(store, booking);
    };
    receive("5", "", "");
    receive("5", "C", "");
    receive("5", "B", "2026-09-01");
    receive("5", "A", "2026-10-01");
    const auto out = booked(store, moving(milk, shop, "-17"));
    REQUIRE(out.size() == 4);
    CHECK(out[0].lot == "B");
    CHECK(out[1].lot == "A");
    CHECK(out[1].best_before == day("2026-10-01"));
    CHECK(out[2].lot == "C");
    CHECK(out[3].lot.empty());
    CHECK(to_string(out[3].quantity) == "-2");

    auto of_lot = moving(milk, shop, "-1");
    of_lot.lot = "A";
    const auto refused = thrown([&] { booked(store, of_lot); });
    REQUIRE(refused);
    CHECK(refused->kind == ErrorKind::rejected);
    of_lot.lot = "X";
    CHECK(throws(ErrorKind::not_found, [&] { booked(store, of_lot); }));
    CHECK(stock_breaches(store) == "");
}

TEST_CASE("movement: a lot keeps until one day, and goods of a day are a lot of their own")
{
    auto store = Store::in_memory(acting());
    const auto shop = add_place(store, "main");
    const auto hall = add_place(store, "Halle 2");
    const auto milk = add_goods(store, "MILK");
    const auto of = [&](const char* quantity, const char* lot, const char* iso_day) {
        auto booking = moving(milk, shop, quantity);
        booking.lot = lot;
        booking.best_before = parse_iso_date(iso_day);
        return booking;
    };
    booked(store, of("10", "", ""));
    CHECK(booked(store, of("1", "", "2027-01-01")).front().lot == "2027-01-01");
    booked(store, of("1", "", "2026-08-01"));
    CHECK(throws(ErrorKind::rejected, [&] { booked(store, of("-2", "", "2026-08-01")); }));
    booked(store, of("-1", "", "2027-01-01"));
    CHECK(throws(ErrorKind::rejected, [&] { booked(store, of("-1", "", "2027-01-01")); }));

    booked(store, of("5", "A", "2027-03-01"));
    booked(store, of("5", "A", ""));
    auto elsewhere = of("5", "A", "2027-04-01");
    elsewhere.location_id = hall;
    const auto refused = thrown([&] { booked(store, elsewhere); });
    REQUIRE(refused);
    CHECK(refused->kind == ErrorKind::rejected);
    CHECK(std::string(refused->what()) ==
          "lot 'A' of 'MILK' is best before 2027-03-01, not 2027-04-01");
    CHECK(throws(ErrorKind::rejected, [&] { booked(store, of("-1", "A", "2027-04-01")); }));
    CHECK(value(store, "SELECT group_concat(lot || ' ' || coalesce(best_before, '') || ' ' ||"
                       " (on_hand / 1000), '; ') FROM stock_level_index") ==
          "  10; 2026-08-01 2026-08-01 1; 2027-01-01 2027-01-01 0; A 2027-03-01 10");
    CHECK(stock_breaches(store) == "");
}

TEST_CASE("movement: what comes back has the lot and the cost that it had")
{
    auto store = Store::in_memory(acting());
    const auto shop = add_place(store, "main");
    const auto milk = add_goods(store, "MILK");
    auto first = bought(milk, shop, "5", "1");
    first.lot = "A";
    booked(store, first);
    const auto out = booked(store, moving(milk, shop, "-2")).front();
    auto second = bought(milk, shop, "5", "3");
    second.lot = "B";
    booked(store, second);
    auto back = moving(milk, shop, "2");
    back.returns_id = out.id;
    const auto returned = booked(store, back).front();
    CHECK(returned.lot == "A");
    CHECK(returned.worth == worth_of(units("2"), price("1")));
    CHECK(average(store, milk) == "2.00"); // (3 × 1 + 5 × 3 + 2 × 1) ÷ 10
}

TEST_CASE("movement: a transfer changes the place and nothing else")
{
    auto store = Store::in_memory(acting());
    const auto shop = add_place(store, "main");
    const auto hall = add_place(store, "Halle 2");
    const auto milk = add_goods(store, "MILK");
    auto lot = bought(milk, shop, "5", "1.1111");
    lot.lot = "A";
    lot.best_before = day("2026-09-01");
    booked(store, lot);
    booked(store, bought(milk, shop, "5", "2"));
    const auto before = average(store, milk);
    Transaction transaction(store);
    const auto movements =
        book_transfer(store, {milk, shop, hall, units("7"), {day("2026-06-30"), 0}, "", ""});
    transaction.commit();
    CHECK(movements.size() == 4);
    CHECK(level(store, milk, shop) == "3");
    CHECK(level(store, milk, hall) == "7");
    CHECK(average(store, milk) == before);
    CHECK(value(store, "SELECT best_before FROM stock_level_index"
                       " WHERE lot = 'A' AND on_hand = 5000") == "2026-09-01");
    CHECK(throws(ErrorKind::rejected, [&] {
        book_transfer(store, {milk, shop, shop, units("1"), {day("2026-06-30"), 0}, "", ""});
    }));
    CHECK(stock_breaches(store) == "");
}

TEST_CASE("movement: services, archived products and nothing are not booked")
{
    auto store = Store::in_memory(acting());
    const auto shop = add_place(store, "main");
    const auto bolt = add_goods(store, "M8");
    CHECK(throws(ErrorKind::rejected, [&] { booked(store, moving(bolt, shop, "0")); }));
    booked(store, bought(bolt, shop, "2", "1"));
    change(store, "UPDATE product SET archived_on = '2026-01-01'");
    CHECK(throws(ErrorKind::rejected, [&] { booked(store, moving(bolt, shop, "1")); }));
    booked(store, moving(bolt, shop, "-1"));
    change(store, "UPDATE product SET stock = 0");
    CHECK(throws(ErrorKind::rejected, [&] { booked(store, moving(bolt, shop, "-1")); }));
}

TEST_CASE("movement: the books of an open count are not changed afterwards")
{
    auto store = Store::in_memory(acting());
    const auto shop = add_place(store, "main");
    const auto hall = add_place(store, "Halle 2");
    const auto bolt = add_goods(store, "M8");
    const auto nut = add_goods(store, "N8");
    change(store, "UPDATE product SET product_group = 'Schrauben', group_key = 'schrauben'"
                  " WHERE sku = 'M8';"
                  "INSERT INTO stock_count (location_id, product_group, at, last_movement)"
                  " VALUES (1, 'Schrauben', '2026-06-30T12:00', 0)");
    CHECK(throws(ErrorKind::rejected,
                 [&] { booked(store, bought(bolt, shop, "1", "1", "2026-06-29")); }));
    booked(store, bought(bolt, hall, "1", "1", "2026-06-29"));
    booked(store, bought(nut, shop, "1", "1", "2026-06-29"));
    booked(store, bought(bolt, shop, "1", "1")); // at noon, which is after the freeze
    change(store, "UPDATE stock_count SET status = 'cancelled', closed_at = '2026-06-30T13:00'");
    booked(store, bought(bolt, shop, "1", "1", "2026-06-29"));
}

TEST_CASE("movement: what open orders promise is kept beside the stock")
{
    auto store = Store::in_memory(acting());
    add_place(store, "main");
    const auto bolt = add_goods(store, "M8");
    Transaction transaction(store);
    change_demand(store, bolt, units("3"), units("0"));
    change_demand(store, bolt, units("-1"), units("10"));
    transaction.commit();
    const auto stock = product_stock(store, bolt);
    CHECK(to_string(stock.reserved) == "2");
    CHECK(to_string(stock.on_order) == "10");
    CHECK(to_string(stock.on_hand) == "0");
    CHECK_FALSE(stock.unit_cost);
}

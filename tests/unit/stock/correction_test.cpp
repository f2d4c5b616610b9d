// SPDX-License-Identifier: MIT
#include "crm/stock/counted_moves.hpp"
#include "crm/stock/expired.hpp"
#include "crm/stock/lot_day.hpp"
#include "crm/stock/stocked.hpp"
#include "crm/stock/transfer.hpp"
#include "tests/unit/stock/counting.hpp"
#include "tests/unit/stock/shop.hpp"

#include <doctest/doctest.h>

using namespace crm;
using namespace crm::test;

namespace
{

std::string level_day(Store& store, std::int64_t goods, std::string_view lot)
{
    for (const auto& each : kept_levels(store, goods))
        if (each.lot == lot)
            return each.best_before ? to_string(*each.best_before) : "-";
    return "none";
}

void correct(Store& store, std::int64_t goods, std::string_view lot, std::string_view iso_day)
{
    Transaction transaction(store);
    correct_lot_day(store, goods, lot, day(iso_day));
    transaction.commit();
}

std::int64_t receive_lot(Shop& shop, std::string_view quantity, std::string_view best_before)
{
    auto booking = bought(shop.goods, shop.place, quantity, "1");
    booking.lot = "Y1";
    booking.best_before = day(best_before);
    return booked(shop.store, booking).front().id;
}

} // namespace

TEST_CASE("correction: goods do not go out by hand for all that others are worth, too")
{
    Shop shop;
    shop.receive("10", "4");
    const auto refused = thrown([&] { shop.issue("-3", "40"); });
    REQUIRE(refused);
    CHECK(refused->kind == ErrorKind::rejected);
    CHECK(refused->hint == "a unit is worth 4.00: without --cost the goods go out at that");
    CHECK(throws(ErrorKind::rejected, [&] { shop.issue("-3", "13.3334"); }));
    CHECK(throws(ErrorKind::rejected, [&] { shop.issue("-3", "13.3333"); })); // to the cent
    CHECK(shop.worth() == "40.00");
    shop.issue("-3", "10"); // of goods that cost more than others
    CHECK(shop.worth() == "10.00");
    CHECK(throws(ErrorKind::rejected, [&] { shop.issue("-7", "1.43"); }));
    shop.issue("-7", "1.4286"); // the average, rounded up: the last goods take what is left
    CHECK(shop.worth() == "0.00");
    // Goods that cost nothing go out for nothing, and what costs less than a cent as it does.
    shop.receive("5", "0");
    shop.issue("-1", "0");
    shop.issue("-4");
    shop.receive("3", "0.001");
    shop.issue("-1", "0.001");
    CHECK(stock_breaches(shop.store) == "");
}

TEST_CASE("correction: a receipt is taken back at its cost, out of its own layer")
{
    Shop shop;
    shop.receive("10", "4", "2026-06-01");
    const auto slip = shop.receive("100", "40", "2026-06-02");
    const auto back = shop.reverse(slip);
    REQUIRE(back.size() == 1);
    CHECK(back.front().worth == -worth_of(units("100"), price("40")));
    CHECK(value(shop.store, "SELECT at || kind FROM movement WHERE id = 3") ==
          "2026-06-02T12:00reversal");
    CHECK(shop.worth() == "40.00");
    CHECK(shop.layers() == "40.00");
    CHECK(shop.refuses(slip));
    CHECK(shop.refuses(back.front().id));
    CHECK(throws(ErrorKind::not_found, [&] { shop.reverse(99); }));
    CHECK(stock_breaches(shop.store) == "");
}

TEST_CASE("correction: what is gone, or went out at the cost of a slip, is not taken back")
{
    Shop shop;
    shop.receive("10", "4", "2026-06-01");
    const auto slip = shop.receive("100", "40", "2026-06-02");
    const auto out = shop.issue("-5", "", "2026-06-03"); // at 36.7273
    CHECK(shop.refuses(slip)); // 5 pieces would be left, worth 143.64 less than nothing
    shop.reverse(out, day("2026-06-04"));
    CHECK(throws(ErrorKind::rejected, [&] { shop.reverse(slip, day("2026-06-01")); }));
    shop.reverse(slip, day("2026-06-05"));
    CHECK(shop.worth() == "40.00");
    CHECK(shop.layers() == "40.00");
    shop.issue("-8", "", "2026-06-10");
    CHECK(shop.refuses(1));
    CHECK(stock_breaches(shop.store) == "");
}

TEST_CASE("correction: an issue that is taken back lies in the layers that it was taken from")
{
    Shop shop;
    shop.receive("10", "4", "2026-06-01");
    shop.receive("10", "5", "2026-06-02");
    const auto slip = shop.issue("-15", "", "2026-06-03");
    CHECK(shop.worth() == "22.50");
    CHECK(shop.layers() == "25.00");
    shop.reverse(slip);
    CHECK(shop.worth() == "90.00");
    CHECK(shop.layers() == "90.00");
    shop.issue("-10");
    CHECK(shop.layers() == "50.00"); // those at 4 went first, as they would have
}

TEST_CASE("correction: below 0 a receipt takes its correction along")
{
    Shop shop;
    change(shop.store, "UPDATE product SET allow_negative = 1");
    shop.receive("4", "7");
    shop.issue("-8"); // 4 of them at the average of before
    CHECK(shop.worth() == "-28.00");
    const auto slip = shop.receive("10", "9");
    CHECK(shop.worth() == "54.00");
    shop.reverse(slip);
    CHECK(shop.worth() == "-28.00");
    CHECK(stock_breaches(shop.store) == "");
}

TEST_CASE("correction: a transfer is taken back as a whole")
{
    Shop shop;
    const auto hall = add_place(shop.store, "Halle");
    shop.receive("10", "4");
    Transaction transaction(shop.store);
    const Transfer wanted{shop.goods, shop.place, hall, units("6"), {day("2026-06-30"), 720},
                          "",         ""};
    book_transfer(shop.store, wanted);
    book_transfer(shop.store, {shop.goods, hall, shop.place, units("6"), wanted.at, "", ""});
    book_transfer(shop.store, wanted);
    transaction.commit();
    const auto back = shop.reverse(7); // what arrived by the last one
    REQUIRE(back.size() == 2);
    CHECK(back[0].returns_id == 7);
    CHECK(back[1].returns_id == 6);
    CHECK(level(shop.store, shop.goods, hall) == "0");
    CHECK(level(shop.store, shop.goods, shop.place) == "10");
    CHECK(shop.worth() == "40.00");
    CHECK(shop.layers() == "40.00");
    CHECK(shop.refuses(6));
    CHECK(shop.refuses(2)); // what arrived has left again
    CHECK(shop.refuses(back[0].id));
    CHECK(stock_breaches(shop.store) == "");
}

TEST_CASE("correction: an opening stock of unknown cost is recorded anew")
{
    Shop shop;
    auto opening = moving(shop.goods, shop.place, "40", "2026-06-01");
    opening.kind = MovementKind::opening;
    const auto id = booked(shop.store, opening).front().id;
    shop.receive("60", "0.62", "2026-06-10");
    CHECK(average(shop.store, shop.goods) == "-");
    shop.issue("-50", "", "2026-06-20"); // at a cost that is not known, and stays so
    shop.issue("-5", "", "2026-06-25");
    shop.reverse(id);
    shop.receive("40", "0.60", "2026-06-01");
    CHECK(shop.worth() == "27.54"); // 45 of what cost 61.20
    CHECK(value(shop.store, "SELECT count(*) FROM movement WHERE worth IS NULL") == "4");
    shop.receive("10", "1", "2026-06-22"); // 60 cost 40.60 then, five of them left
    CHECK(shop.worth() == "37.22");
    CHECK(stock_breaches(shop.store) == "");
}

TEST_CASE("correction: the check sees what does not take back what it says")
{
    const auto breach = [](const char* script) {
        Shop shop;
        shop.receive("10", "4");
        shop.reverse(shop.receive("5", "3"));
        tamper(shop.store, "movement", script);
        return stock_breaches(shop.store);
    };
    CHECK(breach("") == "");
    CHECK(breach("UPDATE movement SET returns_id = 1 WHERE id = 3") ==
          "movement 3 does not take back what 1 moved\n");
    // Nothing is taken back twice, whatever the program thinks of it.
    CHECK_THROWS_AS(
        breach("INSERT INTO movement (at, product_id, location_id, quantity, kind, returns_id)"
               " VALUES ('2026-06-30T12:00', 1, 1, -5000, 'reversal', 2)"),
        Error);
}

TEST_CASE("correction: the day of a lot of which nothing is left is that of the next receipt")
{
    Shop shop;
    receive_lot(shop, "10", "2062-07-10");
    CHECK(throws(ErrorKind::rejected, [&] { receive_lot(shop, "1", "2027-07-10"); }));
    auto out = moving(shop.goods, shop.place, "-10");
    booked(shop.store, out);
    receive_lot(shop, "10", "2027-07-10");
    CHECK(level_day(shop.store, shop.goods, "Y1") == "2027-07-10");
    CHECK(value(shop.store, "SELECT best_before FROM movement WHERE id = 1") == "2062-07-10");
    CHECK(stock_breaches(shop.store) == "");
}

TEST_CASE("correction: the day of a lot in stock is corrected in all places, and from then on said")
{
    Shop shop;
    const auto hall = add_place(shop.store, "Halle");
    const auto in = receive_lot(shop, "10", "2062-07-10");
    CHECK(
        throws(ErrorKind::not_found, [&] { correct(shop.store, shop.goods, "Y9", "2027-07-10"); }));
    CHECK(
        throws(ErrorKind::rejected, [&] { correct(shop.store, shop.goods, "Y1", "2062-07-10"); }));
    correct(shop.store, shop.goods, "Y1", "2027-07-10");
    CHECK(level_day(shop.store, shop.goods, "Y1") == "2027-07-10");
    auto more = bought(shop.goods, hall, "1", "1"); // its day is not said
    more.lot = "Y1";
    CHECK(booked(shop.store, more).front().best_before == day("2027-07-10"));
    const auto back = shop.reverse(in); // neither is a former one
    CHECK(back.front().best_before == day("2027-07-10"));
    CHECK(stock_breaches(shop.store) == "");
    tamper(shop.store, "movement", "UPDATE movement SET best_before = '2062-07-10' WHERE id = 2");
    CHECK(stock_breaches(shop.store) ==
          "movement 2 of lot 'Y1' does not say the day that was given to it\n");
    tamper(shop.store, "lot_day", "UPDATE lot_day SET last_movement = 9");
    tamper(shop.store, "stock_level_index", "UPDATE stock_level_index SET best_before = NULL");
    CHECK(stock_breaches(shop.store) == "where 'M8' lies is not what its movements say\n");
}

TEST_CASE("correction: goods that have expired when they come in are seen")
{
    Shop shop;
    receive_lot(shop, "2", "2026-06-30");
    CHECK(expired_since(shop.store, 0).empty());
    const auto in = receive_lot(shop, "0.5", "2026-06-30");
    auto late = moving(shop.goods, shop.place, "3", "2026-07-01");
    late.lot = "Y1";
    late.best_before = day("2026-06-30");
    booked(shop.store, late);
    const auto expired = expired_since(shop.store, in);
    REQUIRE(expired.size() == 1);
    CHECK(expired.front().came_in);
    CHECK(to_string(expired.front().quantity) == "3");
}

TEST_CASE("correction: what is booked for a time before a posted count may have been counted")
{
    Warehouse house; // frozen on the 28th at noon
    const auto count = house.start();
    house.enter(count, counted("M8", "98", "main"));
    house.post(count, true);
    const auto last = last_movement(house.store);
    const auto doubts = [&](std::int64_t since = 0) {
        Lines lines;
        for (const auto& each : counted_moves_since(house.store, since, day("2026-06-30")))
            lines.push_back(each.sku + " " + each.location + " " + to_string(each.day));
        return lines;
    };
    booked(house.store, bought(house.bolt, house.hall, "5", "1", "2026-06-20")); // not counted
    booked(house.store, bought(house.nut, house.shop, "5", "1", "2026-06-20"));
    booked(house.store, bought(house.bolt, house.shop, "5", "1", "2026-06-29")); // later
    CHECK(doubts(last).empty());
    booked(house.store, bought(house.bolt, house.shop, "5", "1", "2026-06-20"));
    auto evening = moving(house.bolt, house.shop, "-1", "2026-06-28");
    evening.at.minute = 18 * 60; // of a day before today: the time is that of the clerk
    booked(house.store, evening);
    CHECK(doubts(last) == Lines{"M8 main 2026-06-20"});
    CHECK(doubts(last_movement(house.store) - 1) == Lines{"M8 main 2026-06-28"});
    CHECK(counted_moves_since(house.store, last_movement(house.store) - 1, day("2026-06-28"))
              .empty()); // on the very day the time is known
}

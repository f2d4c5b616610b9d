// SPDX-License-Identifier: MIT
#include "crm/stock/stock_book.hpp"
#include "crm/stock/transfer.hpp"
#include "tests/unit/stock/shop.hpp"

#include <doctest/doctest.h>

using namespace crm;
using namespace crm::test;

TEST_CASE("reversed: what is taken back makes nothing unknown, then and on past days")
{
    Shop shop;
    const auto of_day = [&](std::string_view iso_day) {
        const auto value = StockReplay(shop.store, day(iso_day)).state(shop.goods).sums.value();
        return value ? to_string(*value) : "-";
    };
    const auto hall = add_place(shop.store, "Halle");
    shop.receive("10", "1", "2026-06-01");
    const auto slip = booked(shop.store, moving(shop.goods, shop.place, "5", "2026-06-02"));
    Transaction transaction(shop.store);
    book_transfer(shop.store,
                  {shop.goods, shop.place, hall, units("4"), {day("2026-06-03"), 720}, "", ""});
    transaction.commit();
    shop.issue("-2", "", "2026-06-03");
    CHECK(average(shop.store, shop.goods) == "-");
    shop.reverse(slip.front().id, day("2026-06-05"));
    CHECK(shop.worth() == "8.00");
    CHECK(shop.layers() == "8.00");
    CHECK(of_day("2026-06-04") == "-"); // nobody had taken it back yet
    CHECK(of_day("2026-06-05") == "8.00");
    shop.issue("-1", "", "2026-06-04"); // of goods of unknown worth
    CHECK(shop.worth() == "7.00");
    StockBook book(shop.store);
    auto out = moving(shop.goods, shop.place, "-1", "2026-06-04");
    CHECK_FALSE(book.price_out(out));
    out.at.day = day("2026-06-06");
    CHECK(book.price_out(out)->cents == 100);
    CHECK(stock_breaches(shop.store) == "");
}

TEST_CASE("reversed: first in, first out, does not see what was taken back, whatever left between")
{
    Shop shop;
    const auto first = shop.receive("5", "1", "2026-06-01");
    shop.receive("10", "2", "2026-06-02");
    const auto out = shop.issue("-5", "", "2026-06-03");
    shop.reverse(first);
    CHECK(shop.layers() == "10.00"); // what left is of the second
    shop.reverse(out);
    CHECK(shop.layers() == "20.00");
    CHECK(shop.worth() == "20.00");
}

TEST_CASE("reversed: the last goods take what is left also where they are taken back")
{
    Shop shop;
    const auto slip = shop.receive("10", "1", "2026-06-01");
    shop.receive("10", "3", "2026-06-01");
    shop.issue("-10", "", "2026-06-02"); // at 2
    CHECK(shop.reverse(slip, day("2026-06-03")).front().worth ==
          -worth_of(units("10"), price("2")));
    CHECK(kept_sums(shop.store, shop.goods).worth == Worth{});
    shop.receive("1", "5");
    CHECK(shop.worth() == "5.00");
    CHECK(stock_breaches(shop.store) == "");
}

TEST_CASE("reversed: what later receipts below 0 were reckoned with is not taken back")
{
    Shop shop;
    change(shop.store, "UPDATE product SET allow_negative = 1");
    const auto first = shop.receive("10", "3");
    const auto out = shop.issue("-14");
    const auto second = shop.receive("10", "4");
    CHECK(shop.worth() == "24.00");
    const auto refused = thrown([&] { shop.reverse(first); });
    REQUIRE(refused);
    CHECK(refused->kind == ErrorKind::rejected);
    CHECK(refused->hint == "take back what came in since, and book it again afterwards");
    CHECK(shop.refuses(out)); // 14 and 6 pieces would be worth 66, not 70
    CHECK(shop.worth() == "24.00");
    shop.reverse(second);
    shop.reverse(first);
    CHECK(shop.worth() == "-42.00");
    shop.receive("10", "4");
    CHECK(shop.worth() == "-16.00");
    CHECK(average(shop.store, shop.goods) == "4.00");
    CHECK(stock_breaches(shop.store) == "");
}

TEST_CASE("reversed: goods of unknown worth that are gone are not taken back out of others")
{
    Shop shop;
    const auto slip = booked(shop.store, moving(shop.goods, shop.place, "5", "2026-06-01"));
    const auto out = shop.issue("-5", "", "2026-06-02");
    shop.receive("10", "1", "2026-06-03");
    const auto refused = thrown([&] { shop.reverse(slip.front().id, day("2026-06-04")); });
    REQUIRE(refused);
    CHECK(refused->kind == ErrorKind::rejected);
    CHECK(refused->hint == "take back what went out since, and book it again afterwards");
    CHECK(shop.worth() == "10.00");
    shop.reverse(out);
    shop.reverse(slip.front().id, day("2026-06-04"));
    CHECK(shop.worth() == "10.00");
    CHECK(stock_breaches(shop.store) == "");
}

TEST_CASE("reversed: goods that fill a gap of unknown worth are worth what they cost")
{
    Shop shop;
    change(shop.store, "UPDATE product SET allow_negative = 1");
    const auto slip = booked(shop.store, moving(shop.goods, shop.place, "5", "2026-06-01"));
    shop.issue("-8", "", "2026-06-02");
    shop.reverse(slip.front().id);
    CHECK(average(shop.store, shop.goods) == "-");
    shop.receive("10", "4", "2026-06-03");
    CHECK(shop.worth() == "8.00");
    CHECK(stock_breaches(shop.store) == "");
}

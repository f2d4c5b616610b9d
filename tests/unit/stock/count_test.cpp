// SPDX-License-Identifier: MIT
#include "crm/stock/count.hpp"
#include "tests/unit/stock/counting.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

std::string reason(const std::optional<Error>& failure)
{
    return failure ? failure->what() : "";
}

} // namespace

TEST_CASE("count: the freeze has a line for each lot there is, and where goods were or would be")
{
    Warehouse w;
    auto lot = bought(w.nut, w.hall, "7", "0.25", "2026-06-02");
    lot.lot = "C-7";
    booked(w.store, lot);
    booked(w.store, moving(w.bolt, w.hall, "-20", "2026-06-03")); // the hall has none any more
    add_goods(w.store, "NEU");
    change(w.store, "INSERT INTO product (sku, sku_key, name, stock) VALUES ('S', 's', 'S', 0);"
                    "INSERT INTO product (sku, sku_key, name, archived_on)"
                    " VALUES ('ALT', 'alt', 'Alt', '2026-01-01')");
    booked(w.store, moving(w.bolt, w.shop, "-1", "2026-06-28")); // the whole day belongs to it
    booked(w.store, moving(w.bolt, w.shop, "-2", "2026-06-29")); // a later one does not
    CHECK(w.lines(w.start()) == Lines{"M8 Halle 2: 0 -> ?", "N8 Halle 2 C-7: 7 -> ?",
                                      "M8 main: 99 -> ?", "N8 main: 50 -> ?", "NEU main: 0 -> ?"});
    CHECK(w.breaches() == "");
}

TEST_CASE("count: of a location or a group; two counts never have the same goods")
{
    Warehouse w;
    change(w.store, "UPDATE product SET product_group = 'Muttern', group_key = 'muttern'"
                    " WHERE sku = 'N8'");
    CountScope hall{find_location(w.store, "halle 2"), std::nullopt};
    CountScope nuts{std::nullopt, find_group(w.store, "MUTTERN")};
    CHECK(w.lines(w.start(hall)) == Lines{"M8 Halle 2: 20 -> ?"});
    CHECK(reason(thrown([&] { w.start(nuts); })) == "count 1 of the same goods is open");
    CHECK(throws(ErrorKind::rejected, [&] { w.start(); }));
    CountScope shop_nuts{find_location(w.store, "main"), nuts.group};
    CHECK(w.lines(w.start(shop_nuts)) == Lines{"N8 main: 50 -> ?"});
    w.cancel(1);
    CHECK(throws(ErrorKind::rejected, [&] { w.start(nuts); }));
    w.cancel(2);
    CHECK(w.lines(w.start(nuts)) == Lines{"N8 main: 50 -> ?"});
    change(w.store, "UPDATE product SET archived_on = '2026-01-01'; DELETE FROM stock_level_index");
    CHECK(reason(thrown([&] {
              w.cancel(3);
              w.start();
          })) == "there are no such goods to be counted");
}

TEST_CASE("count: a quantity is that of the freeze, whatever moved since")
{
    Warehouse w;
    const auto count = w.start();
    booked(w.store, moving(w.bolt, w.shop, "-30", "2026-06-29"));
    w.enter(count, counted("m8", "98", "main"));
    w.enter(count, counted("M8", "20", "Halle 2"));
    w.enter(count, counted("N8", "51.5"));
    CHECK(w.lines(count) ==
          Lines{"M8 Halle 2: 20 -> 20", "M8 main: 100 -> 98", "N8 main: 50 -> 51.5"});
    w.post(count);
    CHECK(level(w.store, w.bolt, w.shop) == "68"); // 100 - 2 - 30
    CHECK(level(w.store, w.nut, w.shop) == "51.5");
    CHECK(value(w.store, "SELECT group_concat(at || ' ' || quantity || ' ' || unit_cost, ', ')"
                         "  FROM movement WHERE kind = 'count'") ==
          "2026-06-28T12:00 -2000 15000, 2026-06-28T12:00 1500 2500");
    CHECK(w.breaches() == "");
}

TEST_CASE("count: with a time, a quantity is that of the time, and so is its book")
{
    Warehouse w;
    const auto count = w.start();
    booked(w.store, moving(w.bolt, w.shop, "-30", "2026-06-29")); // at noon
    booked(w.store, moving(w.bolt, w.shop, "-5", "2026-06-30"));
    w.enter(count, counted("M8", "69", "main"), "2026-06-29T16:00");
    w.enter(count, counted("N8", "50"), "2026-06-29T16:00");
    CHECK(w.lines(count) == Lines{"M8 Halle 2: 20 -> ?", "M8 main: 70 -> 69", "N8 main: 50 -> 50"});
    // What is booked afterwards for a time before makes the entry's book wrong.
    booked(w.store, moving(w.bolt, w.shop, "-4", "2026-06-29"));
    CHECK(reason(thrown([&] { w.post(count, true); })) ==
          "something was booked for a time before that at which they were counted");
    w.enter(count, counted("M8", "69", "main"), "2026-06-29T16:00");
    w.post(count, true);
    CHECK(level(w.store, w.bolt, w.shop) == "64"); // 69, then 5 went out
    CHECK(value(w.store, "SELECT at || ' ' || quantity FROM movement WHERE kind = 'count'") ==
          "2026-06-29T16:00 3000");
    CHECK(w.breaches() == "");
    CHECK(reason(thrown([&] {
              Warehouse other;
              other.enter(other.start(), counted("N8", "1"), "2026-06-28T11:59");
          })) == "2026-06-28T11:59 lies before the freeze of count 1 (2026-06-28T12:00)");
}

TEST_CASE("count: of several entries the last one counts, and only an entered 0 is zero")
{
    Warehouse w;
    const auto count = w.start();
    w.enter(count, counted("N8", "5"));
    w.enter(count, counted("N8", "0"));
    const auto refused = thrown([&] { w.post(count); });
    REQUIRE(refused);
    CHECK(refused->kind == ErrorKind::rejected);
    CHECK(refused->candidates == Lines{"M8 at Halle 2", "M8 at main"});
    CHECK(level(w.store, w.nut, w.shop) == "50");
    w.post(count, true);
    CHECK(level(w.store, w.nut, w.shop) == "0");
    CHECK(level(w.store, w.bolt, w.shop) == "100");
    CHECK(reason(thrown([&] { w.post(count); })) == "count 1 is posted");
    CHECK(reason(thrown([&] { w.cancel(count); })) == "count 1 is posted");
    CHECK(reason(thrown([&] { w.enter(count, counted("N8", "1")); })) == "count 1 is posted");
    CHECK(w.breaches() == "");
}

TEST_CASE("count: goods that are not on the sheet are added, others are refused")
{
    Warehouse w;
    const auto washer = add_goods(w.store, "U8");
    change(w.store, "INSERT INTO product (sku, sku_key, name, stock) VALUES ('S', 's', 'S', 0);"
                    "UPDATE product SET cost = 1000 WHERE sku = 'U8'");
    const auto count = w.start({find_location(w.store, "main"), std::nullopt});
    w.enter(count, counted("N8", "3", std::nullopt, "C-9"));
    w.enter(count, counted("U8", "12"));
    CHECK(w.lines(count) == Lines{"M8 main: 100 -> ?", "N8 main: 50 -> ?", "N8 main C-9: 0 -> 3",
                                  "U8 main: 0 -> 12"});
    CHECK(reason(thrown([&] { w.enter(count, counted("M8", "1", "Halle 2")); })) ==
          "count 1 is of location 'main', not 'Halle 2'");
    CHECK(reason(thrown([&] { w.enter(count, counted("S", "1")); })) ==
          "'S' does not lie in stock");
    CHECK(throws(ErrorKind::rejected, [&] { w.enter(count, counted("M8", "-1")); }));
    CHECK(throws(ErrorKind::not_found, [&] { w.enter(count, counted("X9", "1")); }));
    w.post(count, true);
    CHECK(average(w.store, washer) == "0.10"); // nothing was there: what it usually costs
    CHECK(w.breaches() == "");
}

TEST_CASE("count: where a product lies at several places or in several lots, one must be named")
{
    Warehouse w;
    auto lot = bought(w.bolt, w.hall, "7", "1.50", "2026-06-02");
    lot.lot = "C-7";
    booked(w.store, lot);
    const auto count = w.start();
    const auto unclear = thrown([&] { w.enter(count, counted("M8", "1")); });
    REQUIRE(unclear);
    CHECK(unclear->kind == ErrorKind::not_found);
    CHECK(unclear->candidates == Lines{"Halle 2", "Halle 2, lot C-7", "main"});
    w.enter(count, counted("M8", "6", std::nullopt, "C-7"));
    w.enter(count, counted("M8", "19", "Halle 2", ""));
    CHECK(w.lines(count) == Lines{"M8 Halle 2: 20 -> 19", "M8 Halle 2 C-7: 7 -> 6",
                                  "M8 main: 100 -> ?", "N8 main: 50 -> ?"});
    w.post(count, true);
    CHECK(value(w.store, "SELECT group_concat(lot || ' ' || on_hand, ', ') FROM stock_level_index"
                         " WHERE location_id = 2") == " 19000, C-7 6000");
    CHECK(w.breaches() == "");
}

TEST_CASE("count: what would let stock fall below 0 later is refused, and changes nothing")
{
    Warehouse w;
    const auto count = w.start();
    booked(w.store, moving(w.nut, w.shop, "-45", "2026-06-29"));
    w.enter(count, counted("M8", "99", "main"));
    w.enter(count, counted("N8", "44"));
    CHECK(throws(ErrorKind::rejected, [&] { w.post(count, true); }));
    CHECK(level(w.store, w.bolt, w.shop) == "100");
    CHECK(count_by_id(w.store, count).status == "open");
    CHECK(w.breaches() == "");
}

TEST_CASE("count: beyond the tolerance a second count is wanted")
{
    Warehouse w;
    change(w.store, "INSERT INTO setting (key, valid_from, value)"
                    " VALUES ('count.tolerance', '0001-01-01', '2')");
    add_goods(w.store, "NEU");
    const auto count = w.start();
    w.enter(count, counted("M8", "98", "main")); // just 2 %
    w.enter(count, counted("N8", "48.999"));
    w.enter(count, counted("NEU", "1")); // of nothing
    const auto refused = thrown([&] { w.post(count, true); });
    REQUIRE(refused);
    CHECK(refused->candidates == Lines{"N8 at main", "NEU at main"});
    for (auto goods : {counted("N8", "48.999"), counted("NEU", "0")}) {
        goods.counter = "Jan";
        w.enter(count, goods, "", true);
    }
    w.post(count, true);
    CHECK(level(w.store, w.nut, w.shop) == "48.999");
}

TEST_CASE("count: a second count is of a first one, by somebody else, and the last entry")
{
    Warehouse w;
    change(w.store, "INSERT INTO setting (key, valid_from, value)"
                    " VALUES ('count.tolerance', '0001-01-01', '2')");
    const auto count = w.start();
    const auto nuts = [&](std::string_view quantity, std::string_view counter, bool second) {
        auto goods = counted("N8", quantity);
        goods.counter = counter;
        w.enter(count, goods, "", second);
    };
    CHECK(throws(ErrorKind::rejected, [&] { nuts("40", "Jan", true); }));
    nuts("40", "Erna", false);
    CHECK(throws(ErrorKind::rejected, [&] { nuts("40", " ERNA", true); }));
    nuts("41", "Jan", true);
    nuts("42", "Erna", false); // corrected, after the second count
    CHECK(throws(ErrorKind::rejected, [&] { w.post(count, true); }));
    CHECK(throws(ErrorKind::rejected, [&] { nuts("42", "", true); })); // nobody says who
    nuts("42", "Jan", true);
    w.post(count, true);
    CHECK(level(w.store, w.nut, w.shop) == "42");
}

TEST_CASE("count: what has to be counted yet in a year")
{
    Warehouse w;
    add_goods(w.store, "NEU");
    CHECK(w.due(2025).empty());
    const Lines all = {"M8 main", "M8 Halle 2", "N8 main"};
    CHECK(w.due(2026) == all);
    const auto count = w.start();
    w.enter(count, counted("N8", "50"));
    w.enter(count, counted("M8", "100", "main"));
    CHECK(w.due(2026) == all); // not posted yet
    w.post(count, true);
    CHECK(w.due(2026) == Lines{"M8 Halle 2"}); // nobody was there
    CHECK(w.due(2027) == all);
    booked(w.store, moving(w.bolt, w.shop, "-100"));
    booked(w.store, moving(w.bolt, w.hall, "-20"));
    CHECK(w.due(2026).empty()); // nothing is left there, and some was counted
    CHECK(w.due(2027) == Lines{"N8 main"});
    const auto screw = add_goods(w.store, "S8");
    booked(w.store, bought(screw, w.shop, "5", "1"));
    booked(w.store, moving(screw, w.shop, "-5"));
    CHECK(w.due(2026) == Lines{"S8 main"}); // counted nowhere, though it moved in the year
}

TEST_CASE("count: none of a day for which the books are closed")
{
    Warehouse w;
    change(w.store, R"sql(
        INSERT INTO period_close (action, until, closed_until, at)
        VALUES ('close', '2026-06-28', '2026-06-28', '2026-06-30T10:00'))sql");
    CHECK(throws(ErrorKind::rejected, [&] { w.start(); }));
    w.noon.day = day("2026-06-29");
    CHECK(w.start() == 1);
}

TEST_CASE("count: the checks find what was booked otherwise")
{
    Warehouse w;
    const auto count = w.start();
    w.enter(count, counted("N8", "49"));
    w.post(count, true);
    CHECK(w.breaches() == "");
    tamper(w.store, "movement", "UPDATE movement SET quantity = -2000 WHERE kind = 'count'");
    std::string found;
    for (const auto& check : count_checks())
        check.run(w.store, [&](const std::string& text) { found += text; });
    CHECK(found == "count 1 of 'N8' booked -2, where its difference is -1");
    tamper(w.store, "count_line", "UPDATE count_line SET book = 7000 WHERE id = 1");
    tamper(w.store, "stock_count", "UPDATE stock_count SET status = 'open', closed_at = NULL");
    found.clear();
    for (const auto& check : count_checks())
        check.run(w.store, [&](const std::string& text) { found += text + "|"; });
    CHECK(found == "count 1 of 'N8' booked -2, where its difference is 0|"
                   "count 1 has frozen 'M8' at 7, where 100 was there|");
}

} // namespace crm::test

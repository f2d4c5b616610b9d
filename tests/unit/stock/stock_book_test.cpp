// SPDX-License-Identifier: MIT
#include "crm/stock/stock_book.hpp"
#include "crm/stock/stocked.hpp"
#include "crm/store/bulk_rows.hpp"
#include "tests/unit/stock/stocking.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <random>

using namespace crm;
using namespace crm::test;

namespace
{

struct Warehouse {
    Store store = Store::in_memory(acting());
    std::int64_t shop = add_place(store, "main");
    std::int64_t hall = add_place(store, "Halle 2");
    std::int64_t bolt = add_goods(store, "M8");
    std::int64_t nut = add_goods(store, "M8-N", true); // may be below 0

    [[nodiscard]] std::string state()
    {
        return value(store, R"sql(
            SELECT (SELECT group_concat(product_id || ' ' || location_id || ' ' || at || ' ' || lot ||
                                        ' ' || quantity || ' ' || coalesce(worth, '?') || ' ' ||
                                        correction || ' ' || coalesce(unit_cost, '?'), '; ')
                      FROM movement) || ' | ' ||
                   (SELECT group_concat(product_id || ' ' || location_id || ' ' || lot || ' ' ||
                                        on_hand, '; ') FROM stock_level_index) || ' | ' ||
                   (SELECT group_concat(product_id || ' ' || on_hand || ' ' || worth || ' ' ||
                                        coalesce(since, '-') || ' ' ||
                                        coalesce(unit_cost, '?'), '; ') FROM product_stock_index))sql");
    }
};

Booking random_booking(std::mt19937& random, const Warehouse& warehouse)
{
    const auto below = [&](unsigned end) { return random() % end; };
    const auto product = below(2) == 0 ? warehouse.bolt : warehouse.nut;
    const auto place = below(8) == 0 ? warehouse.hall : warehouse.shop;
    const auto iso_day = fmt::format("2026-06-{:02}", 1 + below(28));
    const auto quantity = std::to_string(1 + below(20));
    if (below(2) == 0)
        return moving(product, place, '-' + quantity, iso_day);
    auto booking = below(6) == 0
                       ? moving(product, place, quantity, iso_day)
                       : bought(product, place, quantity, std::to_string(1 + below(5)), iso_day);
    if (below(40) == 0)
        booking.lot = "L1";
    return booking;
}

} // namespace

TEST_CASE("stock book: many movements at once are booked as one by one")
{
    for (unsigned seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        Warehouse one;
        Warehouse many;
        Transaction first(one.store);
        Transaction second(many.store);
        begin_queueing(many.store);
        StockBook book(many.store);
        for (int i = 0; i < 60; ++i) {
            const auto booking = random_booking(random, one);
            const auto alone = thrown([&] { crm::book(one.store, booking); });
            const auto among = thrown([&] { book.book(booking); });
            REQUIRE(alone.has_value() == among.has_value());
            if (alone)
                CHECK(std::string(alone->what()) == among->what());
            if (random() % 30 == 0) {
                write_queued(many.store);
                book.flush();
            }
        }
        write_queued(many.store);
        book.flush();
        REQUIRE(one.state() == many.state());
        CHECK(stock_breaches(many.store) == "");
    }
}

TEST_CASE("stock book: what is forgotten is read again")
{
    Warehouse warehouse;
    booked(warehouse.store, bought(warehouse.bolt, warehouse.shop, "5", "2"));
    Transaction transaction(warehouse.store);
    StockBook book(warehouse.store);
    CHECK(book.stocked(warehouse.bolt));
    crm::book(warehouse.store, bought(warehouse.bolt, warehouse.shop, "5", "4"));
    auto one = moving(warehouse.bolt, warehouse.shop, "-1");
    auto other = one;
    CHECK(book.price_out(one) == Money{200});
    book.forget();
    CHECK(book.price_out(other) == Money{300});
}

TEST_CASE("stock book: cents of what goes out and of what is left add up to what was paid")
{
    Warehouse warehouse;
    Transaction transaction(warehouse.store);
    StockBook book(warehouse.store);
    const auto sell = [&](const char* quantity, const char* iso_day = "2026-06-30") {
        auto booking = moving(warehouse.bolt, warehouse.shop, quantity, iso_day);
        const auto cost = book.price_out(booking).value();
        book.book(booking);
        return cost;
    };
    book.book(bought(warehouse.bolt, warehouse.shop, "1000", "0.0045"));
    book.book(bought(warehouse.bolt, warehouse.shop, "1000", "0.0046"));
    Money sold;
    for (int i = 0; i < 1500; ++i)
        sold += sell("-1"); // each is worth half a cent
    CHECK(to_string(sold) == "6.82");
    book.flush();
    CHECK(to_string(kept_sums(warehouse.store, warehouse.bolt).value().value()) == "2.28");
    CHECK(to_string(sold + sell("-500")) == "9.10");
    // Also when something is dated later.
    book.book(bought(warehouse.bolt, warehouse.shop, "3", "0.335", "2026-06-01"));
    book.book(bought(warehouse.bolt, warehouse.shop, "10", "100", "2026-08-01"));
    CHECK(to_string(sell("-1")) == "0.34");
    CHECK(to_string(sell("-2", "2026-06-20")) == "0.67");
    CHECK(to_string(sell("-10", "2026-08-01")) == "1000.00");
    book.flush();
    CHECK(stock_breaches(warehouse.store) == "");
}

TEST_CASE("stock book: closed books and open counts refuse as ever")
{
    Warehouse warehouse;
    booked(warehouse.store, bought(warehouse.bolt, warehouse.shop, "5", "2", "2026-05-01"));
    change(warehouse.store, R"sql(
        INSERT INTO period_close (action, until, closed_until, at)
        VALUES ('close', '2026-05-31', '2026-05-31', '2026-06-01T10:00');
        INSERT INTO stock_count (at, last_movement) VALUES ('2026-06-20T10:00', 1))sql");
    Transaction transaction(warehouse.store);
    StockBook book(warehouse.store);
    const auto out = [&](const char* iso_day) {
        return throws(ErrorKind::rejected,
                      [&] { book.book(moving(warehouse.bolt, warehouse.shop, "-1", iso_day)); });
    };
    CHECK(out("2026-05-31"));
    CHECK(out("2026-06-10"));
    CHECK_FALSE(out("2026-06-21"));
}

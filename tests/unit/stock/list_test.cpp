// SPDX-License-Identifier: MIT
#include "crm/stock/inventory.hpp"
#include "crm/stock/list.hpp"
#include "crm/stock/reorder.hpp"
#include "crm/stock/slow.hpp"
#include "crm/stock/value.hpp"
#include "tests/unit/stock/stocking.hpp"

#include <doctest/doctest.h>

using namespace crm;
using namespace crm::test;

namespace
{

constexpr const char* today = "2026-06-30";

/// "M8 main L 5 2 3": what the wanted rows say, a row a line, "-" for nothing.
std::string listed(Store& store, StockFilter filter)
{
    filter.today = day(today);
    if (filter.as_of == Date{})
        filter.as_of = filter.today;
    std::string lines;
    const auto number = [](const auto& quantity) {
        return quantity ? to_string(*quantity) : std::string("-");
    };
    list_stock(store, filter, [&](const StockRow& row) {
        lines += fmt::format("{} {}{} {} {} {} {}\n", row.sku, row.location,
                             row.lot.empty() ? "" : "/" + row.lot, to_string(row.on_hand),
                             number(row.reserved), number(row.available), number(row.value));
        return true;
    });
    return lines;
}

/// M8: 5 of lot A at main (3 of them since yesterday), 2 in the hall, 1 reserved; N8: nothing.
struct Shop {
    Store store = Store::in_memory(acting());
    std::int64_t main = add_place(store, "main");
    std::int64_t hall = add_place(store, "Halle 2");
    std::int64_t bolt = add_goods(store, "M8");
    std::int64_t nut = add_goods(store, "N8");

    Shop()
    {
        auto first = bought(bolt, main, "2", "1.50", "2026-06-01");
        first.lot = "A";
        booked(store, first);
        booked(store, bought(bolt, hall, "2", "1.50", "2026-06-01"));
        auto second = bought(bolt, main, "3", "1.50", "2026-06-29");
        second.lot = "A";
        booked(store, second);
        Transaction transaction(store);
        change_demand(store, bolt, units("1"), units("0"));
        transaction.commit();
    }
};

} // namespace

TEST_CASE("stock list: over all locations, at one, by lot")
{
    Shop shop;
    CHECK(listed(shop.store, {}) == "M8  7 1 6 10.50\nN8  0 0 0 0.00\n");
    StockFilter at_main;
    at_main.location = find_location(shop.store, "MAIN");
    CHECK(listed(shop.store, at_main) == "M8 main 5 1 4 7.50\n");
    StockFilter in_hall;
    in_hall.location = find_location(shop.store, "halle 2");
    CHECK(listed(shop.store, in_hall) == "M8 Halle 2 2 0 2 3.00\n");
    StockFilter lots;
    lots.by_lot = true;
    CHECK(listed(shop.store, lots) == "M8 main/A 5 - - 7.50\nM8 Halle 2 2 - - 3.00\n");
}

TEST_CASE("stock list: what is reserved shows at main, also where nothing lies yet")
{
    Shop shop;
    Transaction transaction(shop.store);
    change_demand(shop.store, shop.nut, units("4"), units("0"));
    transaction.commit();
    StockFilter at_main;
    at_main.location = find_location(shop.store, "main");
    CHECK(listed(shop.store, at_main) == "M8 main 5 1 4 7.50\nN8 main 0 4 -4 0.00\n");
}

TEST_CASE("stock list: a day of the past has its stock, but not its orders")
{
    Shop shop;
    StockFilter then;
    then.as_of = day("2026-06-28");
    CHECK(listed(shop.store, then) == "M8  4 - - 6.00\nN8  0 - - 0.00\n");
    then.by_lot = true;
    CHECK(listed(shop.store, then) == "M8 main/A 2 - - 3.00\nM8 Halle 2 2 - - 3.00\n");
}

TEST_CASE("stock list: what is booked for a day to come does not count yet")
{
    Shop shop;
    booked(shop.store, bought(shop.bolt, shop.main, "100", "9", "2026-07-10"));
    CHECK(listed(shop.store, {}) == "M8  7 1 6 10.50\nN8  0 0 0 0.00\n");
}

TEST_CASE("stock list: below the reorder level, of a group, archived")
{
    Shop shop;
    change(shop.store, "UPDATE product SET reorder_at = 8000, product_group = 'Bolzen',"
                       " group_key = 'bolzen' WHERE sku = 'M8';"
                       "UPDATE product SET archived_on = '2026-01-01' WHERE sku = 'N8'");
    CHECK(listed(shop.store, {}) == "M8  7 1 6 10.50\n");
    StockFilter below;
    below.below_reorder = true;
    CHECK(listed(shop.store, below) == "M8  7 1 6 10.50\n");
    booked(shop.store, moving(shop.bolt, shop.hall, "1"));
    CHECK(listed(shop.store, below).empty());
    StockFilter group;
    group.group_key = "anderes";
    CHECK(listed(shop.store, group).empty());
    StockFilter archived;
    archived.archived = true;
    CHECK(listed(shop.store, archived) == "M8  8 1 7 -\nN8  0 0 0 0.00\n");
}

TEST_CASE("stock value: average, layers, and the lower of cost and market")
{
    Shop shop;
    change(shop.store, "UPDATE product SET cost = 14000");
    booked(shop.store, bought(shop.bolt, shop.main, "7", "2.50"));
    booked(shop.store, moving(shop.bolt, shop.main, "-6"));
    const auto worth = [&](CostMethod method, bool lower) {
        std::string text;
        list_values(shop.store, {day(today), method, lower}, [&](const ValueRow& row) {
            text += to_string(row.value.value_or(Money{-1}));
            return true;
        });
        return text;
    };
    CHECK(worth(CostMethod::average, false) == "16.00"); // 8 at 2.00
    CHECK(worth(CostMethod::fifo, false) == "19.00");    // 1 at 1.50, 7 at 2.50
    CHECK(worth(CostMethod::average, true) == "11.20");  // 8 at 1.40
    CHECK(worth(CostMethod::fifo, true) == "11.20");
}

TEST_CASE("inventory: a row for each lot at each location, and a record of the list")
{
    Shop shop;
    std::string lines;
    list_inventory(shop.store, day("2026-06-28"), [&](const InventoryRow& row) {
        lines += fmt::format("{} {} {} {}\n", row.sku, row.location, row.lot,
                             to_string(row.value.value_or(Money{})));
        return true;
    });
    CHECK(lines == "M8 main A 3.00\nM8 Halle 2  3.00\n");
    Transaction transaction(shop.store);
    record_inventory(shop.store,
                     {day("2026-06-28"), {day(today), 60}, 2, Money{600}, std::string(64, 'a')});
    transaction.commit();
    CHECK(value(shop.store, "SELECT as_of || made_at || rows || value FROM inventory_list") ==
          "2026-06-282026-06-30T01:002600");
}

TEST_CASE("stock slow: what did not go out since, but what is new is not slow")
{
    Shop shop;
    booked(shop.store, bought(shop.nut, shop.main, "9", "1", "2026-06-20"));
    booked(shop.store, moving(shop.nut, shop.main, "-1", "2026-06-21"));
    const auto slow = [&](const char* since) {
        std::string text;
        list_slow(shop.store, day(since), day(today), [&](const SlowRow& row) {
            text += fmt::format("{} {} ", row.sku, row.days_since.value_or(-1));
            return true;
        });
        return text;
    };
    CHECK(slow("2026-06-25") == "M8 -1 N8 9 ");
    CHECK(slow("2026-06-21") == "M8 -1 ");
    CHECK(slow("2026-06-01").empty());
    const auto old = add_goods(shop.store, "O1");
    auto opening = bought(old, shop.main, "1", "1", "2026-06-30");
    opening.kind = MovementKind::opening;
    booked(shop.store, opening);
    CHECK(slow("2026-06-01") == "O1 -1 ");
}

TEST_CASE("reorder: filled up to the upper level, not less than the supplier's least quantity")
{
    Shop shop;
    change(shop.store, "INSERT INTO contact (number, number_key, kind, name)"
                       " VALUES ('70001', '70001', 'company', 'Teile AG');"
                       "UPDATE product SET reorder_at = 6000, order_up_to = 20000, cost = 13000"
                       " WHERE sku = 'M8';"
                       "UPDATE product SET reorder_at = 0 WHERE sku = 'N8'");
    const auto proposed = [&] {
        std::string text;
        for (const auto& row : reorder_proposal(shop.store))
            text +=
                fmt::format("{}|{} {} {}\n", row.supplier_number, row.sku, to_string(row.quantity),
                            row.unit_cost ? to_string(*row.unit_cost) : "-");
        return text;
    };
    CHECK(proposed() == "|M8 14 1.30\n|N8 1 -\n"); // 7 on hand, 1 of them reserved
    change(shop.store, "UPDATE product SET reorder_at = 8000, order_up_to = 8000 WHERE sku = 'M8'");
    CHECK(proposed() == "|M8 2 1.30\n|N8 1 -\n"); // no more than it is to be, though short again
    change(shop.store, "UPDATE product SET reorder_at = 6000, order_up_to = 6000 WHERE sku = 'M8'");
    CHECK(proposed() == "|N8 1 -\n"); // nothing is missing
    change(shop.store, "UPDATE product SET order_up_to = 20000 WHERE sku = 'M8'");
    change(shop.store, "INSERT INTO product_supplier (product_id, contact_id, price, min_quantity,"
                       " main) VALUES (1, 1, 12000, 50000, 1)");
    CHECK(proposed() == "70001|M8 50 1.20\n|N8 1 -\n");
    Transaction transaction(shop.store);
    change_demand(shop.store, shop.bolt, units("0"), units("1"));
    transaction.commit();
    CHECK(proposed() == "|N8 1 -\n");
}

// SPDX-License-Identifier: MIT
#include "crm/stock/check.hpp"
#include "tests/unit/stock/stocking.hpp"

#include <doctest/doctest.h>

using namespace crm;
using namespace crm::test;

namespace
{

/// The breaches after a change behind the program's back.
std::vector<std::string> after(const char* table, const char* script)
{
    auto store = Store::in_memory(acting());
    const auto shop = add_place(store, "main");
    const auto bolt = add_goods(store, "M8");
    const auto nut = add_goods(store, "N8");
    booked(store, bought(bolt, shop, "10", "1"));
    booked(store, moving(bolt, shop, "-4"));
    booked(store, bought(nut, shop, "1", "1"));
    tamper(store, table, script);
    std::vector<std::string> found;
    for (const auto& check : stock_checks())
        check.run(store, [&](const std::string& text) { found.push_back(text); });
    return found;
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("stock check: all is well")
{
    CHECK(after("product", "").empty());
}

TEST_CASE("stock check: kept levels and sums")
{
    CHECK(after("stock_level_index",
                "UPDATE stock_level_index SET on_hand = 7000 WHERE product_id = 1") ==
          Lines{"where 'M8' lies is not what its movements say"});
    CHECK(after("stock_level_index", "DELETE FROM stock_level_index WHERE product_id = 1") ==
          Lines{"where 'M8' lies is not what its movements say"});
    CHECK(after("stock_level_index", "INSERT INTO stock_level_index VALUES (2, 1, 'L', 0, NULL)") ==
          Lines{"where 'N8' lies is not what its movements say"});
    CHECK(after("stock_level_index",
                "UPDATE stock_level_index SET best_before = '2027-01-01' WHERE product_id = 1") ==
          Lines{"where 'M8' lies is not what its movements say"});
    CHECK(after("product_stock_index",
                "UPDATE product_stock_index SET on_hand = 5000 WHERE product_id = 1") ==
          Lines{"the stock of 'M8' is kept as 5, but its movements make 6"});
    CHECK(after("product_stock_index",
                "UPDATE product_stock_index SET unit_cost = NULL WHERE product_id = 2") ==
          Lines{"what the stock of 'N8' is worth is not what its movements say"});
    CHECK(after("product_stock_index", "DELETE FROM product_stock_index WHERE product_id = 1") ==
          Lines{"the stock of 'M8' is kept as 0, but its movements make 6"});
    CHECK(after("product_stock_index",
                "UPDATE product_stock_index SET worth = worth + 1 WHERE product_id = 1") ==
          Lines{"what the stock of 'M8' is worth is not what its movements say"});
    CHECK(after("movement", "UPDATE movement SET worth = worth - 1 WHERE id = 2") ==
          Lines{"what the stock of 'M8' is worth is not what its movements say"});
    CHECK(after("product", "INSERT INTO product (sku, sku_key, name) VALUES ('X', 'x', 'X');"
                           "INSERT INTO product_stock_index (product_id, on_hand)"
                           " VALUES (3, 1000)") ==
          Lines{"the stock of 'X' is kept as 1, but its movements make 0"});
}

TEST_CASE("stock check: movements")
{
    CHECK(after("product", "UPDATE product SET stock = 0 WHERE sku = 'N8'") ==
          Lines{"movement 3 is one of 'N8', which does not lie in stock"});
    CHECK(after("movement", "UPDATE movement SET at = '2026-02-30T12:00' WHERE id = 3") ==
          Lines{"movement 3 has the time '2026-02-30T12:00', which is none"});
    CHECK(after("movement", "UPDATE movement SET kind = 'issue' WHERE id = 3") ==
          Lines{"movement 3 is called issue, but goes the other way"});
    CHECK(after("movement", "UPDATE movement SET kind = 'transfer' WHERE id = 3") ==
          Lines{"what was moved of 'N8' from place to place did not all arrive",
                "the stock of 'N8' is kept as 1, but its movements make 0"});
    CHECK(after("movement", "UPDATE movement SET returns_id = 1 WHERE id = 3") ==
          Lines{"movement 3 is no return of 1"});
}

TEST_CASE("stock check: below 0")
{
    const auto found =
        after("movement", "UPDATE movement SET quantity = -14000 WHERE id = 2;"
                          "UPDATE stock_level_index SET on_hand = -4000 WHERE product_id = 1;"
                          "UPDATE product_stock_index SET on_hand = -4000 WHERE product_id = 1");
    CHECK(found == Lines{"the stock of 'M8' at main is below 0"});
}

// SPDX-License-Identifier: MIT
#include "crm/order/market.hpp"
#include "crm/order/reorder.hpp"
#include "tests/unit/order/placing.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

#include <array>

namespace crm::test
{

namespace
{

/// The shop, where something is agreed with the supplier 3.
Store agreed_shop()
{
    auto store = shop();
    agree(store, discount_of(10));
    return store;
}

} // namespace

TEST_CASE("that nothing says a price is told apart from that it cannot be read")
{
    auto store = agreed_shop();
    StockedProduct pump;
    pump.id = 1;
    pump.sku = "HY-100";
    pump.supplier_id = 3;
    auto unpriced = pump;
    unpriced.id = 4;
    unpriced.sku = "OP-1";
    MarketPrices prices(store, today);
    CHECK(prices.of(pump, {1000}).value() == UnitPrice{72'000});
    CHECK_FALSE(prices.of(unpriced, {1000}));

    std::array<ReorderRow, 2> rows;
    for (auto& row : rows) {
        row.supplier_id = 3;
        row.supplier_number = "10002";
        row.quantity = {1000};
    }
    rows[0].sku = "HY-100";
    rows[1].sku = "OP-1";
    price_proposed(store, rows, today);
    CHECK(rows[0].unit_cost.value() == UnitPrice{72'000});
    CHECK(rows[0].doubt.empty());
    CHECK(rows[1].doubt == "'OP-1' has no price");
    CHECK(rows[1].hint == "crm stock product supplier add OP-1 10002 --price AMOUNT");

    change(store, "DROP TABLE product_supplier");
    CHECK(throws(ErrorKind::io, [&] { prices.of(pump, {1000}); }));
    CHECK(throws(ErrorKind::io, [&] { price_proposed(store, rows, today); }));
}

} // namespace crm::test

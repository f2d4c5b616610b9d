// SPDX-License-Identifier: MIT
#include "crm/stock/check.hpp"
#include "crm/stock/stocked.hpp"
#include "tests/unit/order/trading.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

std::string cost_sum(Store& store)
{
    return value(store, "SELECT sum(l.cost) FROM delivery_line AS l JOIN delivery AS d ON"
                        " d.id = l.delivery_id JOIN order_head AS o ON o.id = d.order_id"
                        " WHERE o.kind = 'sale'");
}

std::vector<std::string> breaches(Store& store)
{
    std::vector<std::string> found;
    for (const auto& check : stock_checks())
        check.run(store, [&](const std::string& text) { found.push_back(text); });
    return found;
}

} // namespace

TEST_CASE("costs of deliveries and what is left make what was paid, also at odd discounts")
{
    auto store = trading_company();
    auto line = order_line(hose, 7, 0);
    line.price = UnitPrice{12'345}; // 7 × 1.2345 less 12.5 % are 7.5613125
    line.discount = Rate{1250};
    auto bought = ordered(store, OrderKind::purchase, {line});
    delivered(store, bought);
    CHECK(kept_sums(store, hose).worth == Worth{75'613'125});
    CHECK(value(store, "SELECT cost FROM delivery_line") == "756");
    auto order = ordered(store, OrderKind::sale, {order_line(hose, 7, 500)});
    for (const auto* day : {"2026-06-02", "2026-06-03", "2026-06-04", "2026-06-05", "2026-06-06"})
        delivered(store, order, {{1, pieces(1)}}, day);
    CHECK(cost_sum(store) == "540"); // 2.16 are left
    CHECK(kept_sums(store, hose).value() == Money{216});
    delivered(store, order, {}, "2026-06-07");
    CHECK(cost_sum(store) == "756");
    CHECK(kept_sums(store, hose).worth == Worth{});
    // What comes back brings back what it took.
    returned(store, order, {{1, pieces(7)}}, "2026-06-08");
    CHECK(cost_sum(store) == "0");
    CHECK(kept_sums(store, hose).worth == Worth{75'613'125});
    CHECK(breaches(store).empty());
}

TEST_CASE("the check finds a delivery that does not cost what its goods were worth")
{
    auto store = trading_company();
    auto order = sold(store, 5);
    const auto note = delivered(store, order);
    tamper(store, "delivery_line", "UPDATE delivery_line SET cost = cost + 2");
    const std::vector<std::string> wrong = {"'HY-100' on " + note.number +
                                            " does not cost what it was worth when it left"};
    CHECK(breaches(store) == wrong);
    tamper(store, "delivery_line", "UPDATE delivery_line SET cost = NULL");
    CHECK(breaches(store) == wrong);
}

} // namespace crm::test

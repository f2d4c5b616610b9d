// SPDX-License-Identifier: MIT
#include "crm/order/kept.hpp"
#include "crm/store/settings.hpp"
#include "tests/unit/order/placing.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

using Lines = std::vector<std::string>;

/// One order of ten HY-100, with a delivery of four.
Store traded()
{
    auto store = shop();
    auto order = confirmed(store, {"HY-100:10"});
    change(store, R"sql(
        INSERT INTO delivery (number, number_key, order_id, kind, date)
        VALUES ('L1', 'l11', 1, 'delivery', '2026-06-30');
        INSERT INTO delivery_line (delivery_id, order_line_id, quantity) VALUES (1, 1, 4000);
        UPDATE order_line SET delivered = 4000;
        UPDATE order_head SET delivered = 'part';
        UPDATE product_stock_index SET reserved = 6000)sql");
    return store;
}

struct Case {
    const char* table;
    const char* script;
    Lines expected;
};

std::vector<Case> cases()
{
    return {
        {"order_line",
         "UPDATE order_line SET net = 12400",
         {"orders: line 1 of AU2026-00001 comes to 125.00, not to 124.00",
          "orders: the lines of AU2026-00001 come to 124.00, not to 125.00",
          "orders: the tax of AU2026-00001 comes to 23.56, not to 23.75"}},
        {"order_head",
         "UPDATE order_head SET tax_amount = 0",
         {"orders: the tax of AU2026-00001 comes to 23.75, not to 0.00"}},
        {"order_head",
         "UPDATE order_head SET status = 'invoiced', invoiced = 'yes'",
         {"orders: AU2026-00001 is invoiced, delivered: part, invoiced: yes; its lines say "
          "confirmed, part, no"}},
        {"order_head",
         "UPDATE order_head SET person_id = 1",
         {"orders: AU2026-00001 of 10002 is for 10000, who is no person, or another one"}},
        {"delivery_line",
         "UPDATE delivery_line SET quantity = 5000",
         {"order-progress: AU2026-00001: line 1 is delivered or invoiced otherwise than "
          "deliveries and documents say"}},
        {"order_head",
         "UPDATE order_head SET series_number = 2",
         {"order-numbers: the series order 2026 has 1 numbers, the last of which is 2: there "
          "is a gap"}},
        {"number_series",
         "UPDATE number_series SET next = 3 WHERE name = 'order 2026'",
         {"order-numbers: the series order 2026 has 1 numbers, the last of which is 1: there "
          "is a gap"}},
        {"delivery",
         "UPDATE delivery SET number_key = 'l1'",
         {"order-numbers: the number L1 is sorted and found as 'l1'"}},
        {"product_stock_index",
         "UPDATE product_stock_index SET reserved = 7000, on_order = 1000",
         {"order-demand: of HY-100 7 are reserved and 1 on order; orders say 6 and 0"}},
        {"contact_order_index",
         "UPDATE contact_order_index SET last_sale = '2026-06-29'",
         {"order-last: when 10002 last ordered is not what the orders say"}},
        {"contact_order_index",
         "INSERT INTO contact_order_index (contact_id, last_purchase) VALUES (1, "
         "'2026-06-29')",
         {"order-last: when 10000 last ordered is not what the orders say"}},
    };
}

} // namespace

TEST_CASE("each breach of an order is found by the check it belongs to")
{
    auto clean = traded();
    CHECK(breaches(clean) == Lines{});
    for (const auto& [table, script, expected] : cases()) {
        auto store = traded();
        tamper(store, table, script);
        CHECK_MESSAGE(breaches(store) == expected, script);
    }
}

TEST_CASE("a rate that is set for days gone by counts for the orders of those days")
{
    auto store = shop();
    confirmed(store, {"HY-100:8"}, OrderKind::sale, today - std::chrono::days(1));
    confirmed(store, {"HY-100:8"});
    Transaction transaction(store);
    set_setting(store, "tax.standard", "20", today);
    refresh_order_taxes(store);
    transaction.commit();
    CHECK(value(store, "SELECT group_concat(tax_amount) FROM order_head") == "1900,2000");
    CHECK(breaches(store) == Lines{});
}

} // namespace crm::test

// SPDX-License-Identifier: MIT
#include "crm/order/change.hpp"
#include "crm/report/revenue.hpp"
#include "tests/unit/report/reporting.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

TEST_CASE("invoices count on their days, credit notes below zero on theirs")
{
    auto store = trading_company();
    auto order = sold(store, 10, "2025-12-20");
    delivered(store, order, {}, "2026-01-02");
    const auto bill = invoiced(store, order, "2026-01-31").document;
    credited(store, order, bill, {{1, pieces(4)}}, false, "2026-03-01");
    CHECK(rows_of(report_revenue(store, asked("2026-01-15", "2026-03-10"))) ==
          "2026-01|1|100.00|166.67||\n2026-02|0|0.00|0||\n2026-03|0|-40.00|-66.67||\n");
    CHECK(
        rows_of(report_revenue(store, asked_by(ReportKey::quarter, "2025-11-30", "2026-06-30"))) ==
        "2025-Q4|0|0.00|0||\n2026-Q1|1|60.00|100||\n2026-Q2|0|0.00|0||\n");
    CHECK(rows_of(report_revenue(store, asked_by(ReportKey::year, "2025-12-31", "2026-01-01"))) ==
          "2025|0|0.00|||\n2026|0|0.00|||\n");
}

TEST_CASE("orders count on their days, without what was cancelled, each line rounded once")
{
    auto store = trading_company();
    auto line = order_line(pump, 3, 333);
    line.discount = {1'500};
    auto order = ordered(store, OrderKind::sale, {line}, "2026-06-01");
    delivered(store, order, {{1, pieces(1)}});
    auto query = asked("2026-06-01", "2026-06-30");
    query.basis = Basis::ordered;
    CHECK(rows_of(report_revenue(store, query)) == "2026-06|1|8.49|100||\n");
    {
        Transaction transaction(store);
        cancel_order(store, order, "zu spät", noon("2026-06-05"));
        transaction.commit();
    }
    CHECK(rows_of(report_revenue(store, query)) == "2026-06|1|2.83|100||\n");
    query.by = ReportKey::product;
    CHECK(rows_of(report_revenue(store, query)) == "HY-100|Pumpe|1|2.83|100||\n");
}

TEST_CASE("only what binds is an order; what was recorded afterwards is one")
{
    auto store = trading_company();
    const auto add = [&](OrderStatus status, std::int64_t cents, bool historical = false,
                         OrderKind kind = OrderKind::sale) {
        Transaction transaction(store);
        Order order;
        order.kind = kind;
        order.status = status;
        order.historical = historical;
        order.contact_id = 3;
        order.date = day_of("2026-06-01");
        order.currency = "EUR";
        order.lines = {order_line(pump, 1, cents)};
        insert_order(store, order);
        transaction.commit();
    };
    add(OrderStatus::draft, 1);
    add(OrderStatus::quote, 10);
    add(OrderStatus::lost, 100);
    add(OrderStatus::accepted, 1'000);
    add(OrderStatus::confirmed, 10'000);
    add(OrderStatus::confirmed, 100'000, true);
    add(OrderStatus::confirmed, 1'000'000, false, OrderKind::purchase);
    auto query = asked("2026-06-01", "2026-06-30");
    query.basis = Basis::ordered;
    CHECK(rows_of(report_revenue(store, query)) == "2026-06|2|1100.00|100||\n");
}

TEST_CASE("other currencies and what is no revenue are left out, the first by name")
{
    auto store = small_company();
    sold_to(store, 3, "2026-06-01", 1'000);
    sold_to(store, 3, "2026-06-02", 9'900, "USD");
    auto fee = invoice("2026-06-03", {line(500, 0)});
    fee.kind = DocumentKind::fee;
    posted(store, fee);
    const auto report = report_revenue(store, asked_by(ReportKey::customer));
    CHECK(rows_of(report) == "10002|Müller GmbH|1|10.00|100||\n");
    CHECK(report.warnings == std::vector<std::string>{"1 documents in USD are left out"});
}

TEST_CASE("the largest first, equal ones by number; who bought only before is there, too")
{
    auto store = small_company();
    const auto second = add_company(store, "Zwei AG");
    const auto third = add_company(store, "Drei AG");
    sold_to(store, third, "2026-06-01", 1'000);
    sold_to(store, second, "2026-06-01", 1'000);
    sold_to(store, 3, "2026-05-31", 700);
    CHECK(rows_of(report_revenue(
              store, asked_by(ReportKey::customer, "2026-06-01", "2026-06-30", true))) ==
          "10004|Zwei AG|1|10.00|50|0.00|\n10005|Drei AG|1|10.00|50|0.00|\n"
          "10002|Müller GmbH|0|0.00|0|7.00|-100\n");
}

TEST_CASE("days before are put beside the days that follow them")
{
    auto store = small_company();
    sold_to(store, 3, "2026-02-20", 100);   // beside 2026-03-31
    sold_to(store, 3, "2026-02-21", 1'000); // beside 2026-04-01
    sold_to(store, 3, "2026-04-05", 200);
    CHECK(rows_of(report_revenue(store,
                                 asked_by(ReportKey::month, "2026-03-31", "2026-05-08", true))) ==
          "2026-03|0|0.00|0|1.00|-100\n2026-04|1|2.00|100|10.00|-80\n2026-05|0|0.00|0|0.00|\n");
}

TEST_CASE("a long month before stays beside its shorter one")
{
    auto store = small_company();
    sold_to(store, 3, "2026-01-31", 100);
    CHECK(rows_of(report_revenue(store, asked_by(ReportKey::month, "2026-02-01", "2026-02-28",
                                                 true))) == "2026-02|0|0.00||1.00|-100\n");
}

TEST_CASE("what was posted under a merged contact counts for the one that it became")
{
    auto store = small_company();
    const auto other = add_company(store, "Müller Maschinen");
    sold_to(store, 3, "2026-06-01", 1'000);
    sold_to(store, other, "2026-06-01", 500);
    store.execute("UPDATE contact SET merged_into_id = 3 WHERE name = 'Müller Maschinen'");
    CHECK(rows_of(report_revenue(store, asked_by(ReportKey::customer))) ==
          "10002|Müller GmbH|2|15.00|100||\n");
    CHECK(rows_of(report_revenue(store, asked_by(ReportKey::city))) == "Göttingen|2|15.00|100||\n");
    CHECK(rows_of(report_revenue(store, asked_by(ReportKey::country))) == "DE|2|15.00|100||\n");
}

TEST_CASE("the manager is the order's, else the customer's")
{
    auto store = trading_company();
    auto order = sold(store, 1);
    delivered(store, order);
    invoiced(store, order);
    sold_to(store, 3, "2026-06-05", 500);
    CHECK(rows_of(report_revenue(store, asked_by(ReportKey::manager))) == "|2|15.00|100||\n");
    store.execute("UPDATE order_head SET manager_id = 2");
    CHECK(rows_of(report_revenue(store, asked_by(ReportKey::manager))) ==
          "ÄB|1|10.00|66.67||\n|1|5.00|33.33||\n");
    store.execute("UPDATE contact SET manager_id = 2 WHERE id = 3");
    CHECK(rows_of(report_revenue(store, asked_by(ReportKey::manager))) == "ÄB|2|15.00|100||\n");
}

TEST_CASE("an invoice of two lines of a product is one; groups ignore case; words have no product")
{
    auto store = trading_company();
    store.execute(
        "UPDATE product SET product_group = 'Hydraulik', group_key = 'hydraulik' WHERE id = 1;"
        "UPDATE product SET product_group = 'HYDRAULIK', group_key = 'hydraulik' WHERE id = 3");
    auto words = order_line(pump, 1, 100);
    words.product_id.reset();
    auto order = ordered(
        store, OrderKind::sale,
        {order_line(pump, 1, 1000), order_line(pump, 2, 1000), order_line(service, 1, 500), words});
    delivered(store, order);
    invoiced(store, order);
    CHECK(rows_of(report_revenue(store, asked_by(ReportKey::product))) ==
          "HY-100|Pumpe|1|30.00|83.33||\nMONT|Montage|1|5.00|13.89||\n||1|1.00|2.78||\n");
    CHECK(rows_of(report_revenue(store, asked_by(ReportKey::group))) ==
          "HYDRAULIK|1|35.00|97.22||\n|1|1.00|2.78||\n");
}

} // namespace crm::test

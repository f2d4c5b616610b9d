// SPDX-License-Identifier: MIT
#include "crm/report/margin.hpp"
#include "crm/report/revenue.hpp"
#include "tests/unit/openitems/ledger.hpp"
#include "tests/unit/report/reporting.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

Document bill(Store& store, std::vector<OrderLine> lines, const char* day = "2026-06-04")
{
    auto order = ordered(store, OrderKind::sale, std::move(lines));
    delivered(store, order);
    return invoiced(store, order, day).document;
}

} // namespace

TEST_CASE("goods cost what they cost when they were delivered, credit notes bring that back")
{
    auto store = trading_company();
    const auto document = bill(store, {order_line(pump, 10, 1000)});
    store.execute("UPDATE product SET cost = 990000");
    auto order = order_by_id(store, document.order_id.value());
    credited(store, order, document, {{1, pieces(4)}}, false, "2026-06-20");
    CHECK(rows_of(report_margin(store, asked_by(ReportKey::product))) ==
          "HY-100|Pumpe|60.00|36.00|24.00|40\n");
    CHECK(rows_of(report_margin(store, asked("2026-06-20", "2026-06-20"))) ==
          "2026-06|-40.00|-24.00|-16.00|\n");
}

TEST_CASE(
    "a discount for prompt payment goes off the lines of its invoice, to the cent, on its day")
{
    auto store = trading_company();
    auto sale = invoice_with_terms("2026-05-28", {line(3'333), line(3'333), line(3'334, 700)},
                                   "3% 10, 30 net");
    sale.lines[0].product_id = pump;
    sale.lines[0].cost = Money{1'000};
    sale.lines[1].product_id = service;
    sale.lines[1].cost = Money{1'000};
    sale.lines[2].product_id = hose; // its cost is not known
    const auto document = posted(store, sale);
    auto who = payer("2026-06-05", document.gross().cents * 97 / 100, {document.id});
    who.skonto = true;
    const auto payment = paid(store, who).payment;
    // 2.00 of 66.66 at 19 %, 1.00 of 33.34 at 7 %
    auto query = asked("2026-05-01", "2026-06-30");
    CHECK(rows_of(report_margin(store, query)) == "2026-05|100.00|||\n2026-06|-3.00|0.00|-3.00|\n");
    query.known_costs = true;
    query.by = ReportKey::product;
    CHECK(rows_of(report_margin(store, query)) ==
          "HY-100|Pumpe|32.33|10.00|22.33|69.07\nMONT|Montage|32.33|10.00|22.33|69.07\n");
    query.by = ReportKey::customer;
    CHECK(rows_of(report_margin(store, query)).starts_with("10002|Müller GmbH|64.66|20.00|"));
    CHECK(rows_of(report_revenue(store, asked("2026-06-01", "2026-06-30"))) ==
          "2026-06|0|0.00|||\n");
    done(store, [&] { return reverse_payment(store, payment.id, on("2026-06-08")); });
    CHECK(rows_of(report_margin(store, query)).starts_with("10002|Müller GmbH|66.66|20.00|"));
}

TEST_CASE("a cost that is not known is named, and never 0")
{
    auto store = trading_company();
    store.execute("UPDATE product SET cost = NULL, allow_negative = 1 WHERE id = 2");
    bill(store, {order_line(pump, 1, 1000), order_line(hose, 2, 500)});
    bill(store, {order_line(service, 1, 8000)}, "2026-05-04");
    const auto report = report_margin(store, asked("2026-05-01", "2026-06-30"));
    CHECK(rows_of(report) == "2026-05|80.00|20.00|60.00|75\n2026-06|20.00|||\n");
    CHECK(report.warnings ==
          std::vector<std::string>{
              "the cost of 1 lines (10.00 net) is not known, their rows have no margin: SL-5"});

    auto query = asked("2026-05-01", "2026-06-30");
    query.known_costs = true;
    const auto known = report_margin(store, query);
    CHECK(rows_of(known) == "2026-05|80.00|20.00|60.00|75\n2026-06|10.00|6.00|4.00|40\n");
    CHECK(known.warnings.front() == "1 lines without a known cost (10.00 net) are left out: SL-5");
    query.by = ReportKey::product;
    CHECK(rows_of(report_margin(store, query)) == "MONT|Montage|80.00|20.00|60.00|75\n"
                                                  "HY-100|Pumpe|10.00|6.00|4.00|40\n");
    query.by = ReportKey::month; // times have no gaps
    bill(store, {order_line(hose, 2, 500)}, "2026-04-04");
    query.whole.first = query.period.first = day_of("2026-04-01");
    CHECK(rows_of(report_margin(store, query)).starts_with("2026-04|0.00|||\n2026-05|80.00"));
}

TEST_CASE("words and freight have no cost of goods, free goods have one")
{
    auto store = trading_company();
    auto freight = order_line(pump, 1, 500);
    freight.product_id.reset();
    freight.text = "Fracht";
    bill(store, {order_line(pump, 1, 0), freight});
    const auto report = report_margin(store, asked_by(ReportKey::customer));
    CHECK(rows_of(report) == "10002|Müller GmbH|5.00|6.00|-1.00|-20\n");
    CHECK(report.warnings.empty());
}

TEST_CASE("freight is not all margin of who bought goods without a known cost")
{
    auto store = trading_company();
    store.execute("UPDATE product SET cost = NULL, allow_negative = 1 WHERE id = 2");
    auto freight = order_line(pump, 1, 500);
    freight.product_id.reset();
    bill(store, {order_line(hose, 2, 500), freight});
    auto query = asked_by(ReportKey::customer);
    query.known_costs = true;
    CHECK(rows_of(report_margin(store, query)) == "10002|Müller GmbH|5.00|||\n");
}

TEST_CASE("an order has its cost once all that is wanted is delivered and nothing came back")
{
    auto store = trading_company();
    auto order = sold(store, 10, "2026-06-01");
    auto query = asked_by(ReportKey::customer);
    query.basis = Basis::ordered;
    delivered(store, order, {{1, pieces(6)}});
    CHECK(rows_of(report_margin(store, query)) == "10002|Müller GmbH|100.00|||\n");
    delivered(store, order);
    CHECK(rows_of(report_margin(store, query)) == "10002|Müller GmbH|100.00|60.00|40.00|40\n");
    returned(store, order, {{1, pieces(1)}});
    CHECK(rows_of(report_margin(store, query)) == "10002|Müller GmbH|100.00|||\n");
}

TEST_CASE("an ordered service costs as usual before it is delivered, too")
{
    auto store = trading_company();
    auto order = ordered(store, OrderKind::sale, {order_line(service, 10, 8000)});
    auto query = asked_by(ReportKey::product);
    query.basis = Basis::ordered;
    CHECK(rows_of(report_margin(store, query)) == "MONT|Montage|800.00|200.00|600.00|75\n");
    delivered(store, order, {{1, pieces(4)}});
    store.execute("UPDATE product SET cost = 300000 WHERE id = 3");
    CHECK(rows_of(report_margin(store, query)) == "MONT|Montage|800.00|260.00|540.00|67.5\n");
    auto goods = sold(store, 1);
    const auto both = report_margin(store, query);
    CHECK(both.warnings.front() == "the cost of 1 lines (10.00 net) is not known, or not before "
                                   "they are delivered, their rows have no margin: HY-100");
}

TEST_CASE("the margin of the period before stands beside it")
{
    auto store = trading_company();
    bill(store, {order_line(pump, 1, 1000)}, "2026-05-04");
    bill(store, {order_line(pump, 1, 1600)}, "2026-06-04");
    CHECK(rows_of(report_margin(store,
                                asked_by(ReportKey::customer, "2026-06-01", "2026-06-30", true))) ==
          "10002|Müller GmbH|16.00|6.00|10.00|62.5|4.00|150\n");
}

} // namespace crm::test

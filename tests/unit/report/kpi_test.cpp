// SPDX-License-Identifier: MIT
#include "crm/report/kpi.hpp"
#include "crm/report/pipeline.hpp"
#include "crm/report/quotes.hpp"
#include "tests/unit/report/reporting.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

void quote(Store& store, OrderStatus status, const char* day, std::int64_t cents,
           const char* until = nullptr, bool historical = false)
{
    Transaction transaction(store);
    Order order;
    order.kind = OrderKind::sale;
    order.status = status;
    order.historical = historical;
    order.contact_id = 3;
    order.date = day_of(day);
    if (until != nullptr)
        order.valid_until = day_of(until);
    order.currency = "EUR";
    order.lines = {order_line(pump, 1, cents)};
    insert_order(store, order);
    transaction.commit();
}

/// The value of a key figure, and the one before, as in "12.00|10.00".
std::string figure(const FinishedReport& report, std::string_view key)
{
    const auto rows = rows_of(report);
    const auto place = ("\n" + rows).find("\n" + std::string(key) + "|");
    const auto line = rows.substr(place, rows.find('\n', place) - place);
    const auto value = line.substr(key.size() + 1);
    return value.substr(0, value.find('|')) + line.substr(line.rfind('|'));
}

} // namespace

TEST_CASE("open quotes stand by the month of their end, what may come of them by the hit rate")
{
    auto store = trading_company();
    quote(store, OrderStatus::quote, "2026-06-01", 10'000, "2026-07-31");
    quote(store, OrderStatus::quote, "2026-06-01", 5'000, "2026-07-01");
    quote(store, OrderStatus::quote, "2026-06-01", 30'000);
    quote(store, OrderStatus::quote, "2026-06-01", 3'000, "2026-06-30"); // its last day
    quote(store, OrderStatus::quote, "2026-06-01", 7'000, "2026-06-29");
    quote(store, OrderStatus::quote, "2026-06-01", 90'000, "2026-07-31", true);
    quote(store, OrderStatus::accepted, "2026-06-01", 10'000);
    quote(store, OrderStatus::lost, "2026-06-01", 10'000);
    quote(store, OrderStatus::draft, "2026-06-01", 10'000);
    quote(store, OrderStatus::accepted, "2025-06-30", 10'000); // more than a year ago
    const auto query = default_query(find_report("pipeline"), today);
    const auto report = report_pipeline(store, query);
    CHECK(rows_of(report) == "expired|1|70.00||\n2026-06|1|30.00|33.33|10.00\n"
                             "2026-07|2|150.00|33.33|50.00\n|1|300.00|33.33|100.00\n");
    CHECK(quote_fates(store, query.period, today).gone == 2);
    CHECK_FALSE(quote_fates(store, {day_of("2024-01-01"), today - std::chrono::days(900)}, today)
                    .hit_rate());
}

TEST_CASE("the key figures of a small trade")
{
    auto store = trading_company();
    auto first = sold(store, 10, "2026-05-01");
    delivered(store, first, {}, "2026-05-02");
    invoiced(store, first, "2026-05-04");
    auto second = sold(store, 20, "2026-06-01");
    delivered(store, second, {{1, pieces(15)}}, "2026-06-02");
    invoiced(store, second, "2026-06-04");
    const auto report = report_kpi(store, asked("2026-06-01", "2026-06-30", true));
    CHECK(figure(report, "revenue") == "150.00|100.00");
    CHECK(figure(report, "order_intake") == "200.00|100.00");
    CHECK(figure(report, "order_value") == "200.00|100.00");
    CHECK(figure(report, "backlog") == "50.00|0.00");
    CHECK(figure(report, "margin") == "60.00|40.00");
    CHECK(figure(report, "margin_pct") == "40|40");
    CHECK(figure(report, "receivables") == "297.50|119.00");
    CHECK(figure(report, "overdue_share") == "100|100");
    CHECK(figure(report, "dso") == "50|31");
    CHECK(figure(report, "stock_value") == "450.00|540.00");
    // 90.00 of 495.00 on average in 30 days; 450.00 last for 150 days at 3.00 a day
    CHECK(figure(report, "stock_turn") == "2.2|1.2");
    CHECK(figure(report, "coverage") == "150|279");
    CHECK(figure(report, "customers_active") == "1|1");
    CHECK(figure(report, "customers_new") == "0|1");
    CHECK(figure(report, "customers_lost") == "0|0");
    CHECK(figure(report, "hit_rate") == "|");
}

TEST_CASE("the key figures of a period that is not over are those up to today")
{
    auto store = trading_company();
    auto order = sold(store, 10, "2026-05-01");
    delivered(store, order, {}, "2026-05-02");
    invoiced(store, order, "2026-05-04");
    sold_to(store, 3, "2026-07-01", 1'000); // to come
    const auto year = rows_of(report_kpi(store, asked("2026-01-01", "2026-12-31")));
    CHECK(year == rows_of(report_kpi(store, asked("2026-01-01", "2026-06-30"))));
    CHECK(year.find("\ndso|181|") != std::string::npos);
}

TEST_CASE("moments of a period that is over are those of its last day, or nothing")
{
    auto store = trading_company();
    quote(store, OrderStatus::quote, "2026-03-01", 10'000);
    auto order = ordered(store, OrderKind::sale,
                         {order_line(pump, 10, 1000), order_line(hose, 4, 500)}, "2026-04-01");
    delivered(store, order, {{1, pieces(4)}}, "2026-04-10");
    returned(store, order, {{1, pieces(1)}}, "2026-04-12");
    delivered(store, order, {{1, pieces(6)}}, "2026-05-10");
    const auto backlog = [&](const char* first, const char* last) {
        return figure(report_kpi(store, asked(first, last)), "backlog");
    };
    CHECK(backlog("2026-03-01", "2026-03-31") == "0.00|");
    CHECK(backlog("2026-04-01", "2026-04-09") == "120.00|");
    CHECK(backlog("2026-04-01", "2026-04-30") == "80.00|");
    CHECK(backlog("2026-05-01", "2026-05-31") == "20.00|");
    CHECK(backlog("2026-01-01", "2026-12-31") == "20.00|");
    const auto march = report_kpi(store, asked("2026-03-01", "2026-03-31"));
    CHECK(figure(march, "open_quotes") == "|");
    CHECK(figure(march, "contacts_per_manager") == "|");
    const auto year = report_kpi(store, asked("2026-01-01", "2026-12-31"));
    CHECK(figure(year, "open_quotes") == "100.00|");
}

TEST_CASE("services lie in no stock: they neither turn it nor use it up")
{
    auto store = trading_company();
    auto work = ordered(store, OrderKind::sale, {order_line(service, 10, 5000)}, "2026-06-01");
    delivered(store, work, {}, "2026-06-01");
    invoiced(store, work, "2026-06-01");
    const auto june = [&] { return report_kpi(store, asked("2026-06-01", "2026-06-30")); };
    CHECK(figure(june(), "margin") == "300.00|");
    CHECK(figure(june(), "stock_turn") == "|");
    CHECK(figure(june(), "coverage") == "|");
    auto goods = sold(store, 10, "2026-06-02");
    delivered(store, goods, {}, "2026-06-02");
    invoiced(store, goods, "2026-06-02");
    CHECK(figure(june(), "coverage") == "270|"); // 540.00 at 60.00 in 30 days
}

TEST_CASE("who bought in the period before and not in this one is lost")
{
    auto store = small_company();
    const auto other = add_company(store, "Zwei AG");
    sold_to(store, 3, "2026-04-01", 1'000);
    sold_to(store, other, "2026-04-01", 1'000);
    sold_to(store, 3, "2026-06-01", 1'000);
    CHECK(figure(report_kpi(store, asked("2026-05-01", "2026-05-31", true)), "customers_lost") ==
          "2|0");
    CHECK(figure(report_kpi(store, asked("2026-06-01", "2026-06-30", true)), "customers_lost") ==
          "0|2");
}

TEST_CASE("without any known cost there is no margin, not even of freight")
{
    auto store = small_company();
    sold_to(store, 3, "2026-06-01", 1'000);
    store.execute("INSERT INTO product (id, sku, sku_key, name) VALUES (1, 'A', 'a', 'A')");
    auto goods = line(2'000);
    goods.product_id = 1;
    posted(store, invoice("2026-06-02", {goods}));
    const auto report = report_kpi(store, asked("2026-06-01", "2026-06-30"));
    CHECK(figure(report, "revenue") == "30.00|");
    CHECK(figure(report, "margin") == "|");
    CHECK(report.warnings.front() == "1 lines without a known cost (20.00 net) are left out: A");
}

} // namespace crm::test

// SPDX-License-Identifier: MIT
#include "crm/mailing/typed_condition.hpp"
#include "tests/unit/mailing/mailing.hpp"
#include "tests/unit/order/trading.hpp"
#include "tests/unit/report/reporting.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

/// Müller GmbH (10002) and Beta (10004), Gamma (10005), Delta (10006), all of them customers.
Store customers()
{
    auto store = trading_company();
    change(store, "UPDATE contact SET customer = 1, street = 'Ring 1', postcode = '37073' "
                  "WHERE id = 3");
    customer(store, "Beta GmbH", "Weg 2");
    customer(store, "Gamma GmbH", "Weg 3");
    customer(store, "Delta GmbH", "Weg 4");
    return store;
}

constexpr std::int64_t mueller = 3;
constexpr std::int64_t beta = 5;
constexpr std::int64_t gamma_company = 6;

/// A confirmed order of pumps at 10.00 each, on a day.
void sell(Store& store, std::int64_t contact, std::int64_t pumps, const char* day,
          OrderStatus status = OrderStatus::confirmed)
{
    Transaction transaction(store);
    Order order;
    order.kind = OrderKind::sale;
    order.status = status;
    order.contact_id = contact;
    order.date = day_of(day);
    order.currency = "EUR";
    order.lines = {order_line(pump, pumps, 1000)};
    insert_order(store, order);
    transaction.commit();
}

std::string taken(Store& store, const RecipientFilter& filter)
{
    auto query = by_post();
    query.filter = filter;
    return numbers(store, query);
}

} // namespace

TEST_CASE("what was cancelled of an order is no revenue")
{
    auto store = customers();
    sell(store, mueller, 60, "2026-03-01");
    sell(store, beta, 70, "2026-03-01");
    sell(store, beta, 1, "2026-03-02");
    change(store, "UPDATE order_line SET cancelled = 33333 "
                  "WHERE order_id = (SELECT min(id) FROM order_head WHERE contact_id = 5)");
    RecipientFilter filter; // 36.667 pumps of 70 are left
    const auto of_beta = [&] {
        auto query = by_post();
        query.filter = filter;
        for (const auto& each : recipients(store, query))
            if (each.contact_id == beta)
                return to_string(each.revenue.value());
        return std::string();
    };
    CHECK(of_beta() == "376.67");
    CHECK(
        value(store, "SELECT net || ' ' || ordered FROM ordered_sales_lines WHERE cancelled > 0") ==
        "36667 70000");
    filter.min_order_value = Money{36'667};
    CHECK(taken(store, filter) == "10002,10004");
    CHECK(of_beta() == "376.67");
    filter.min_order_value = Money{36'668};
    CHECK(taken(store, filter) == "10002");
    filter = {};
    filter.min_revenue = Money{37'668};
    CHECK(taken(store, filter) == "10002");
    filter = {};
    filter.top = Top{1, {}};
    CHECK(taken(store, filter) == "10002");
    filter = {};
    filter.where = "revenue = 37667";
    CHECK(taken(store, filter) == "10004");
    filter.where = "revenue = 60000";
    CHECK(taken(store, filter) == "10002");
}

TEST_CASE("the best are among those who bought in the period")
{
    auto store = customers();
    sell(store, mueller, 60, "2026-03-01");
    sold_to(store, beta, "2026-02-01", -1000);
    sold_to(store, mueller, "2026-02-01", 5000);
    RecipientFilter filter;
    filter.basis = RevenueBasis::invoiced;
    filter.top = Top{20, {}};
    CHECK(taken(store, filter) == "10002");
    sold_to(store, gamma_company, "2026-02-01", 4000);
    filter.top = Top{0, Rate{5000}}; // of two, not of three
    CHECK(taken(store, filter) == "10002");
    filter.basis = RevenueBasis::ordered;
    change(store, "UPDATE order_line SET cancelled = quantity");
    filter.top = Top{20, {}};
    CHECK(taken(store, filter).empty());
}

TEST_CASE("quotes, drafts, what was lost and purchases are no orders of a customer")
{
    auto store = customers();
    for (const auto status : {OrderStatus::draft, OrderStatus::quote, OrderStatus::lost,
                              OrderStatus::cancelled, OrderStatus::accepted})
        sell(store, beta, 5, "2026-06-01", status);
    ordered(store, OrderKind::purchase, {order_line(pump, 9, 1000)});
    RecipientFilter filter;
    filter.ordered_since = day_of("2020-01-01");
    CHECK(taken(store, filter).empty());
    filter = {};
    filter.min_revenue = Money{1};
    CHECK(taken(store, filter).empty());
    filter = {};
    filter.bought_product_id = pump;
    CHECK(taken(store, filter).empty());
    for (const auto status :
         {OrderStatus::confirmed, OrderStatus::delivered, OrderStatus::invoiced}) {
        auto other = customers();
        sell(other, beta, 5, "2026-06-01");
        change(other,
               ("UPDATE order_head SET status = '" + std::string(to_string(status)) + "'").c_str());
        CHECK(taken(other, filter) == "10004");
    }
}

TEST_CASE("orders of days to come do not count yet")
{
    auto store = customers();
    sell(store, mueller, 1, "2026-05-01");
    sell(store, beta, 1, "2026-07-15");
    RecipientFilter filter;
    filter.ordered_since = day_of("2026-01-01");
    CHECK(taken(store, filter) == "10002");
    filter = {};
    filter.no_order_since = day_of("2026-06-01");
    CHECK(taken(store, filter) == "10002");
    filter = {};
    filter.min_revenue = Money{1};
    CHECK(taken(store, filter) == "10002");
    filter.period = Period{day_of("2026-07-01"), day_of("2026-07-31")};
    CHECK(taken(store, filter) == "10004");
}

TEST_CASE("the days at both ends of a period belong to it")
{
    auto store = customers();
    sell(store, mueller, 1, "2026-03-31");
    sell(store, beta, 1, "2026-04-01");
    sell(store, gamma_company, 1, "2026-06-30");
    RecipientFilter filter;
    filter.min_revenue = Money{1000};
    filter.period = Period{day_of("2026-04-01"), day_of("2026-06-30")};
    CHECK(taken(store, filter) == "10004,10005");
    filter.max_revenue = Money{999};
    filter.min_revenue.reset();
    CHECK(taken(store, filter) == "10002,10006");
}

TEST_CASE("the best come first, of equal ones the lower number, and nobody moves up")
{
    auto store = customers();
    sell(store, mueller, 3, "2026-03-01");
    sell(store, beta, 7, "2026-03-01");
    sell(store, gamma_company, 3, "2026-03-01");
    RecipientFilter filter;
    filter.top = Top{2, std::nullopt};
    CHECK(taken(store, filter) == "10002,10004");
    filter.top = Top{0, Rate{33'33}}; // of three, rounded up
    CHECK(taken(store, filter) == "10004");
    filter.top = Top{0, Rate{33'34}};
    CHECK(taken(store, filter) == "10002,10004");
    filter.top = Top{9, std::nullopt};
    CHECK(taken(store, filter) == "10002,10004,10005");
    block(store, beta);
    filter.top = Top{2, std::nullopt};
    CHECK(taken(store, filter) == "10002");
    filter.not_tags = {"kalt"};
    change(store, "INSERT INTO contact_tag (contact_id, tag, tag_key) VALUES (3, 'kalt', 'kalt')");
    CHECK(taken(store, filter).empty());
}

TEST_CASE("other currencies are not added up")
{
    auto store = customers();
    sell(store, beta, 7, "2026-03-01");
    change(store, "UPDATE order_head SET currency = 'USD'");
    RecipientFilter filter;
    filter.min_revenue = Money{1};
    CHECK(taken(store, filter).empty());
}

TEST_CASE("an invoiced revenue is that of invoices less credit notes, of merged contacts, too")
{
    auto store = customers();
    auto order = sold(store, 10);
    delivered(store, order);
    RecipientFilter filter;
    filter.basis = RevenueBasis::invoiced;
    filter.min_revenue = Money{10'000};
    CHECK(taken(store, filter).empty());
    const auto invoice = invoiced(store, order).document;
    CHECK(taken(store, filter) == "10002");
    filter.min_order_value = Money{10'001};
    CHECK(taken(store, filter).empty());
    filter.min_order_value.reset();
    SUBCASE("credited")
    {
        credited(store, order, invoice, {{1, pieces(1)}}, false);
        CHECK(taken(store, filter).empty());
        filter.min_revenue = Money{9'000};
        CHECK(taken(store, filter) == "10002");
    }
    SUBCASE("merged")
    {
        change(store, "UPDATE contact SET merged_into_id = 5 WHERE id = 3");
        CHECK(taken(store, filter) == "10004");
    }
}

TEST_CASE("what was cancelled before it was delivered was not bought")
{
    auto store = customers();
    sell(store, beta, 2, "2026-03-01");
    RecipientFilter filter;
    filter.bought_product_id = pump;
    CHECK(taken(store, filter) == "10004");
    change(store, "UPDATE order_line SET cancelled = quantity");
    CHECK(taken(store, filter).empty());
}

TEST_CASE("who was never spoken to was not spoken to since")
{
    auto store = customers();
    change(store, "INSERT INTO contact_activity_index VALUES (3, 1, '2026-06-01', '2026-06-01')");
    RecipientFilter filter;
    filter.not_contacted_since = day_of("2026-06-01");
    CHECK(taken(store, filter) == "10004,10005,10006");
    filter.not_contacted_since = day_of("2026-06-02");
    CHECK(taken(store, filter) == "10002,10004,10005,10006");
}

TEST_CASE("a condition in SQL works inside a transaction, and leaves the connection as it was")
{
    auto store = customers();
    sell(store, beta, 7, "2026-03-01");
    RecipientFilter filter;
    filter.where = "revenue = 7000 AND orders = 1 AND last_order > '2026'";
    const Transaction transaction(store);
    CHECK(taken(store, filter) == "10004");
    CHECK(taken(store, filter) == "10004");
    store.prepare("UPDATE contact SET name = 'Neu' WHERE id = 5").run();
    CHECK(value(store, "SELECT name FROM contacts WHERE id = 5") == "Neu");
    CHECK(value(store, "SELECT count(*) FROM sqlite_temp_schema") == "0");
}

TEST_CASE("a condition reads nothing but its view, is one, and ends")
{
    auto store = customers();
    for (const char* condition : {
             "EXISTS (SELECT iban FROM contact WHERE iban <> '')",
             "EXISTS (SELECT 1 FROM contacts)",
             "EXISTS (SELECT 1 FROM main.order_head WHERE reference <> '')",
             "EXISTS (SELECT 1 FROM sqlite_schema)",
             "EXISTS (SELECT number FROM (SELECT number FROM contact) AS recipients)",
             "1; DELETE FROM contact",
             "1) UNION SELECT (5",
             "1) UNION SELECT id FROM recipients WHERE (1",
             "1)) UNION SELECT id FROM recipients WHERE ((1",
             "load_extension('x')",
             "no_such_column",
             "count(*)",
             "",
             "1 /*",
             "1\n) ORDER BY (1",
             "kind = :kind",
             "number = ?1",
             // What one of our own conditions is called.
             "EXISTS (SELECT 1 FROM revenue)",
         }) {
        CAPTURE(condition);
        CHECK(throws(ErrorKind::usage, [&] { TypedCondition(store, condition); }));
    }
    for (const char* condition : {
             "(WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
             "SELECT max(i) FROM n) > 0",
             "json_extract(name, 'no path') = 1",
         }) {
        CAPTURE(condition);
        RecipientFilter filter;
        filter.min_revenue = Money{0};
        filter.where = condition;
        CHECK(throws(ErrorKind::usage, [&] { taken(store, filter); }));
        filter.where = "id = id"; // what follows is not stopped
        CHECK_NOTHROW(taken(store, filter));
    }
    CHECK_NOTHROW(TypedCondition(store, "id IN (SELECT id FROM recipients) -- and so on"));
    CHECK_NOTHROW(TypedCondition(store, "fields ->> 'branche' = 'Bau' OR fold(city) = 'koln'"));
    CHECK(throws(ErrorKind::usage, [&] { TypedCondition(store, "umsatz > 1"); }));
}

} // namespace crm::test

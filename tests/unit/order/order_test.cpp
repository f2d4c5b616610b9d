// SPDX-License-Identifier: MIT
#include "crm/contact/order_index.hpp"
#include "crm/order/list.hpp"
#include "crm/stock/movement.hpp"
#include "tests/unit/order/placing.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

Date on(const char* day)
{
    return parse_iso_date(day).value();
}

/// "confirmed part no"
std::string state(Store& store, const Order& order)
{
    const auto stored = order_by_id(store, order.id);
    return fmt::format("{} {} {}", to_string(stored.status), to_string(stored.delivered),
                       to_string(stored.invoiced));
}

std::string reserved(Store& store, std::int64_t product)
{
    return to_string(product_stock(store, product).reserved);
}

} // namespace

TEST_CASE("an order is recorded as it is, and read again")
{
    auto store = shop();
    auto order = make_order(store, {"HY-100:4", "FA-1:3@6.50-5%"});
    CHECK(order.number == "AU2026-00001");
    CHECK(order.net == Money{5000 + 1853}); // 18.525 away from 0
    CHECK(order.tax == Money{950 + 130});   // 19 % of 50.00, 7 % of 18.53
    order.reference = "B-17";
    order.deliver_by = on("2026-07-15");
    order.lines[1].text = "Farbe, rot";
    update(store, order);
    const auto stored = order_by_number(store, " au2026-00001 ");
    CHECK(stored.reference == "B-17");
    CHECK(stored.deliver_by == on("2026-07-15"));
    CHECK(stored.gross() == Money{7933});
    REQUIRE(stored.lines.size() == 2);
    CHECK(stored.lines[1].position == 2);
    CHECK(stored.lines[1].text == "Farbe, rot");
    CHECK(stored.lines[1].tax == TaxClass::reduced);
    CHECK(stored.lines[1].condition == "given");
    CHECK(breaches(store) == std::vector<std::string>{});
}

TEST_CASE("each kind has its own series, a year at a time")
{
    auto store = shop();
    const auto number = [&](OrderStatus status, OrderKind kind, const char* day) {
        return make_order(store, {"HY-100"}, status, kind, on(day)).number;
    };
    const auto draft = OrderStatus::draft;
    const auto quote = OrderStatus::quote;
    CHECK(number(draft, OrderKind::sale, "2026-06-30") == "AU2026-00001");
    CHECK(number(quote, OrderKind::sale, "2026-06-30") == "AN2026-00001");
    CHECK(number(draft, OrderKind::purchase, "2026-06-30") == "BE2026-00001");
    CHECK(number(quote, OrderKind::purchase, "2026-06-30") == "AF2026-00001");
    CHECK(number(draft, OrderKind::sale, "2025-12-31") == "AU2025-00001");
    CHECK(number(draft, OrderKind::sale, "2026-07-01") == "AU2026-00002");
    CHECK(breaches(store) == std::vector<std::string>{});
}

TEST_CASE("a number of its own belongs to no series and is taken once")
{
    auto store = shop();
    Transaction transaction(store);
    auto order = order_for(store, OrderKind::sale, contact_by_id(store, 3), today);
    order.number = "10248";
    insert_order(store, order);
    order.id = 0;
    CHECK(throws(ErrorKind::rejected, [&] { insert_order(store, order); }));
    transaction.commit();
    CHECK(value(store, "SELECT series FROM order_head") == "");
    CHECK(make_order(store, {}).number == "AU2026-00001");
}

TEST_CASE("a number that is not there names those that begin alike")
{
    auto store = shop();
    for (int i = 0; i < 3; ++i)
        make_order(store, {"HY-100"});
    const auto failure = thrown([&] { order_by_number(store, "AU2026-0001"); });
    REQUIRE(failure);
    CHECK(failure->kind == ErrorKind::not_found);
    CHECK(failure->candidates ==
          std::vector<std::string>{"AU2026-00003", "AU2026-00002", "AU2026-00001"});
    CHECK(thrown([&] { order_by_number(store, "XX"); })->candidates.empty());
    auto order = order_by_number(store, "AU2026-00001");
    CHECK(thrown([&] { line_at(order, 7); })->candidates ==
          std::vector<std::string>{"1  Artikel HY-100"});
}

TEST_CASE("lines come, change and go while it is a draft, and keep their numbers")
{
    auto store = shop();
    auto order = make_order(store, {"HY-100", "HY-200", "FA-1"});
    std::erase_if(order.lines, [](const OrderLine& line) { return line.position == 2; });
    {
        Transaction transaction(store);
        add_lines(store, order, std::vector{parse_line("HY-200:2", Decimal::point)});
        update_order(store, order);
        transaction.commit();
    }
    const auto stored = order_by_id(store, order.id);
    REQUIRE(stored.lines.size() == 3);
    CHECK(stored.lines[2].position == 4);
    CHECK(stored.lines[2].quantity == Quantity{2000});
    CHECK(stored.net == Money{1250 + 700 + 19998});
    order = confirmed(store, {"HY-100"});
    order.lines[0].quantity = {5000};
    Transaction transaction(store);
    CHECK_THROWS(update_order(store, order));
}

TEST_CASE("taxes are those of the day of the order, and none abroad with a VAT ID")
{
    auto store = shop();
    const auto tax_on = [&](const char* day) {
        const auto order = make_order(store, {"HY-100:8", "FA-1:10"}, OrderStatus::draft,
                                      OrderKind::sale, on(day));
        return to_string(order.tax);
    };
    CHECK(tax_on("2020-06-30") == "23.90"); // 19 % of 100, 7 % of 70
    CHECK(tax_on("2020-07-01") == "19.50"); // 16 %, 5 %
    CHECK(tax_on("2021-01-01") == "23.90");
    CHECK(tax_on("1998-03-31") == "19.90"); // 15 %, 7 %
    auto abroad = named("Dupont SARL");
    abroad.values[Field::country] = "FR";
    abroad.values[Field::vat_id] = "FR40303265045";
    const auto dupont = add(store, ContactKind::company, abroad);
    const auto order =
        make_order(store, {"HY-100"}, OrderStatus::draft, OrderKind::sale, today, dupont);
    CHECK(order.tax_case == TaxCase::intra_community);
    CHECK(order.tax == Money{});
    CHECK(breaches(store) == std::vector<std::string>{});
}

TEST_CASE("how far an order is follows from its lines")
{
    auto store = shop();
    auto order = confirmed(store, {"HY-100:10", "HY-200:2"});
    auto& a = order.lines[0];
    auto& b = order.lines[1];
    CHECK(state(store, order) == "confirmed no no");
    CHECK(reserved(store, 1) == "10");
    a.delivered = {4000};
    update(store, order);
    CHECK(state(store, order) == "confirmed part no");
    CHECK(reserved(store, 1) == "6");
    a.invoiced = {4000};
    update(store, order);
    CHECK(state(store, order) == "confirmed part part");
    a.delivered = {10'000};
    b.cancelled = {2000};
    update(store, order);
    CHECK(state(store, order) == "delivered yes part");
    CHECK(reserved(store, 1) == "0");
    CHECK(reserved(store, 2) == "0");
    a.invoiced = {10'000};
    update(store, order);
    CHECK(state(store, order) == "invoiced yes yes");
    a.delivered = {9000}; // one came back, with a credit note
    a.returned = {1000};
    a.invoiced = {9000};
    update(store, order);
    CHECK(state(store, order) == "invoiced yes yes");
    a.delivered = {10'000}; // and was sent again
    a.returned = {};
    update(store, order);
    CHECK(state(store, order) == "delivered yes part");
}

TEST_CASE("a purchase is on order, what is only recorded is neither")
{
    auto store = shop();
    const auto order = confirmed(store, {"HY-100:10", "HY-100:5"}, OrderKind::purchase);
    CHECK(to_string(product_stock(store, 1).on_order) == "15");
    CHECK(reserved(store, 1) == "0");
    Transaction transaction(store);
    auto former = order_for(store, OrderKind::sale, contact_by_id(store, 3), today);
    former.status = OrderStatus::confirmed;
    former.historical = true;
    add_lines(store, former, std::vector{parse_line("HY-100:7", Decimal::point)});
    insert_order(store, former);
    CHECK(reserved(store, 1) == "0");
    transaction.commit();
    CHECK(breaches(store) == std::vector<std::string>{});
}

TEST_CASE("the last order of a contact is the last that counts")
{
    auto store = shop();
    const auto last = [&] {
        const auto days = last_orders(store, 3);
        return fmt::format("{} {}", days.sale ? to_string(*days.sale) : "-",
                           days.purchase ? to_string(*days.purchase) : "-");
    };
    make_order(store, {"HY-100"});
    CHECK(last() == "- -");
    confirmed(store, {"HY-100"}, OrderKind::sale, on("2026-03-01"));
    auto newest = confirmed(store, {"HY-100"}, OrderKind::sale, on("2026-05-01"));
    confirmed(store, {"HY-100"}, OrderKind::sale, on("2026-04-01"));
    confirmed(store, {"HY-100"}, OrderKind::purchase, on("2026-02-01"));
    CHECK(last() == "2026-05-01 2026-02-01");
    newest.lines[0].cancelled = {1000};
    update(store, newest);
    CHECK(state(store, newest) == "cancelled no no");
    CHECK(last() == "2026-04-01 2026-02-01");
    CHECK(breaches(store) == std::vector<std::string>{});
}

TEST_CASE("lists take orders by contact, kind, status, days and what is open")
{
    auto store = shop();
    make_order(store, {"HY-100"});
    confirmed(store, {"HY-100"}, OrderKind::sale, on("2026-03-01"));
    confirmed(store, {"HY-100"}, OrderKind::purchase, on("2026-04-01"));
    auto order = make_order(store, {"HY-100"}, OrderStatus::draft, OrderKind::sale, today, 2);
    order.person_id = 4;
    update(store, order);
    const auto listed = [&](const OrderFilter& filter) {
        std::string numbers;
        list_orders(store, filter, [&](const OrderRow& row) {
            numbers.append(numbers.empty() ? "" : " ").append(row.number);
            return true;
        });
        return numbers;
    };
    OrderFilter filter;
    CHECK(listed(filter) == "AU2026-00001 AU2026-00002 AU2026-00003 BE2026-00001");
    filter.contact = contact_by_id(store, 3);
    CHECK(listed(filter) == "AU2026-00001 AU2026-00002 BE2026-00001");
    filter.kind = OrderKind::purchase;
    CHECK(listed(filter) == "BE2026-00001");
    filter = {};
    filter.contact = contact_by_id(store, 4);
    CHECK(listed(filter) == "AU2026-00003");
    filter = {};
    filter.status = OrderStatus::confirmed;
    filter.until = on("2026-03-01");
    CHECK(listed(filter) == "AU2026-00002");
    filter = {};
    filter.since = on("2026-03-02");
    CHECK(listed(filter) == "AU2026-00001 AU2026-00003 BE2026-00001");
    filter.open = true;
    CHECK(listed(filter) == "BE2026-00001");
    filter = {};
    filter.order = find_order(store, "au2026-00002");
    CHECK(listed(filter) == "AU2026-00002");
}

TEST_CASE("nobody trades with the own company")
{
    auto store = shop();
    for (const auto kind : {OrderKind::sale, OrderKind::purchase})
        CHECK(throws(ErrorKind::rejected,
                     [&] { order_for(store, kind, contact_by_id(store, own_company), today); }));
}

} // namespace crm::test

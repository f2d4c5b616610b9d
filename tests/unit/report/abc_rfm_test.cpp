// SPDX-License-Identifier: MIT
#include "crm/report/abc.hpp"
#include "crm/report/rfm.hpp"
#include "tests/unit/report/reporting.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

/// A company with customers K1, K2... who bought for so many euros each, in June.
Store with_customers(const std::vector<std::int64_t>& euros)
{
    auto store = small_company();
    for (std::size_t i = 0; i < euros.size(); ++i) {
        const auto id = add_company(store, "K" + std::to_string(i + 1));
        if (euros[i] != 0)
            sold_to(store, id, "2026-06-01", 100 * euros[i]);
    }
    return store;
}

/// Name and class of each row: "K1A K2B".
std::string classes(Store& store, const std::vector<Rate>& limits = {{8000}, {9500}})
{
    auto query = asked("2026-06-01", "2026-06-30");
    query.limits = limits;
    std::string text;
    report_abc(store, query).rows([&](FinishedReport::Row row) {
        text.append(text.empty() ? "" : " ").append(std::get<std::string_view>(row[1]));
        text.append(std::get<std::string>(row[5]));
        return true;
    });
    return text;
}

} // namespace

TEST_CASE("the row that crosses a limit belongs to the upper class, one that begins at it does not")
{
    auto crossing = with_customers({70, 20, 6, 4});
    CHECK(classes(crossing) == "K1A K2A K3B K4C");
    auto exact = with_customers({80, 15, 5});
    CHECK(classes(exact) == "K1A K2B K3C");
    CHECK(classes(exact, {{7999}, {9501}}) == "K1A K2B K3B");
}

TEST_CASE("equal rows stay together")
{
    auto store = with_customers({50, 25, 25});
    CHECK(classes(store, {{6000}, {9000}}) == "K1A K2A K3A");
}

TEST_CASE("who is below zero is class C and apart: the whole is what the others make")
{
    auto store = with_customers({90, 10, -30, -10});
    auto report = report_abc(store, asked("2026-06-01", "2026-06-30"));
    CHECK(rows_of(report) == "10004|K1|90.00|90|90|A\n10005|K2|10.00|10|100|B\n"
                             "10007|K4|-10.00|||C\n10006|K3|-30.00|||C\n");
    CHECK(report.remarks ==
          std::vector<std::string>{"2 rows below zero (-40.00 together) stand apart in class C"});
}

TEST_CASE("each score says which fifth of the customers is worse")
{
    auto store = with_customers({10, 20, 30, 40, 50});
    const auto report = report_rfm(store, asked("2026-06-01", "2026-06-30"));
    CHECK(rows_of(report) == "10008|K5|2026-06-01|29|1|50.00|1|1|5|115\n"
                             "10007|K4|2026-06-01|29|1|40.00|1|1|4|114\n"
                             "10006|K3|2026-06-01|29|1|30.00|1|1|3|113\n"
                             "10005|K2|2026-06-01|29|1|20.00|1|1|2|112\n"
                             "10004|K1|2026-06-01|29|1|10.00|1|1|1|111\n");
    CHECK(report.remarks.front() ==
          "orders from 2026-06-01 to 2026-06-30, days up to 2026-06-30; 5 is the best fifth");
}

TEST_CASE("the days since the last order of a period that is not over are those up to today")
{
    auto store = with_customers({10});
    const auto report = report_rfm(store, asked("2026-06-01", "2026-12-31"));
    CHECK(rows_of(report) == "10004|K1|2026-06-01|29|1|10.00|1|1|1|111\n");
}

TEST_CASE("the more lately the better; credit notes are no orders, and alone no customer")
{
    auto store = with_customers({10, 10, -5});
    sold_to(store, 5, "2026-06-20", 100);  // K1
    sold_to(store, 6, "2026-06-25", -100); // K2
    CHECK(rows_of(report_rfm(store, asked("2026-06-01", "2026-06-30"))) ==
          "10004|K1|2026-06-20|10|2|11.00|3|3|3|333\n10005|K2|2026-06-01|29|1|9.00|1|1|1|111\n");
}

} // namespace crm::test

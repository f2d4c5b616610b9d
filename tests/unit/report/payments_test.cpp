// SPDX-License-Identifier: MIT
#include "crm/report/kpi.hpp"
#include "crm/report/payer_habits.hpp"
#include "crm/report/payments.hpp"
#include "tests/unit/openitems/ledger.hpp"
#include "tests/unit/report/reporting.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

PayerHabits habits_of(Store& store, const ReportQuery& query)
{
    return payer_habits(store, query).total;
}

} // namespace

TEST_CASE("days to pay end with the payment that settles the rest; late is after the due day")
{
    auto store = small_company();
    const auto first = posted(store, invoice_with_terms("2026-01-01", {line(10'000)}, "10 net"));
    const auto second = posted(store, invoice_with_terms("2026-01-01", {line(10'000)}, "30 net"));
    posted(store, invoice_with_terms("2026-06-25", {line(10'000)}, "30 net")); // not due yet
    posted(store, invoice_with_terms("2026-05-01", {line(10'000)}, "10 net")); // never paid
    paid(store, payer("2026-01-05", 5'000, {first.id}));
    paid(store, payer("2026-01-21", 6'900, {first.id}));
    paid(store, payer("2026-01-31", 11'900, {second.id}));
    const auto habits = habits_of(store, asked("2026-01-01", "2026-06-30"));
    CHECK(habits.documents == 4);
    CHECK(habits.gross == Money{47'600});
    CHECK(habits.days_to_pay() == Quantity{25'000});
    CHECK(habits.delay() == Quantity{5'000});
    CHECK(habits.share_late() == Rate{6667});
    CHECK(habits.open == Money{23'800});
    CHECK(habits.dso(181) == Quantity{90'500});
}

TEST_CASE("a payment that was taken back settles nothing")
{
    auto store = small_company();
    const auto document = posted(store, invoice_with_terms("2026-01-01", {line(10'000)}, "10 net"));
    const auto payment = paid(store, payer("2026-01-05", 11'900, {document.id})).payment;
    done(store, [&] { return reverse_payment(store, payment.id, on("2026-01-08")); });
    const auto habits = habits_of(store, asked("2026-01-01", "2026-01-31"));
    CHECK_FALSE(habits.days_to_pay());
    CHECK(habits.share_late() == Rate{10'000});
}

TEST_CASE("credited or written off is not paid: there are no days to pay, but late it may be")
{
    auto store = small_company();
    const auto sale = [&](const char* day) {
        return posted(store, invoice_with_terms(day, {line(10'000)}, "10 net"));
    };
    const auto credit = [&](const Document& document, std::int64_t cents) {
        auto counter = invoice("2026-01-20", {line(cents)});
        counter.kind = DocumentKind::credit;
        counter.corrects_id = document.id;
        return posted(store, counter);
    };
    const auto settle_at = [&](const Document& credited, const Document& document,
                               const char* day) {
        done(store, [&] {
            return settle(store, credited.number, 3, {document.id}, std::nullopt, on(day));
        });
    };
    const auto habits = [&] { return habits_of(store, asked("2026-01-01", "2026-06-30")); };

    const auto all_credited = sale("2026-01-01");
    settle_at(credit(all_credited, 10'000), all_credited, "2026-06-30");
    CHECK_FALSE(habits().days_to_pay());
    CHECK_FALSE(habits().share_late());

    const auto given_up = sale("2026-01-01");
    done(store, [&] { return write_off(store, given_up.id, "insolvent", on("2026-06-01")); });
    CHECK_FALSE(habits().delay());
    CHECK(habits().share_late() == Rate{10'000});
    const auto goodwill = sale("2026-01-01");
    done(store, [&] { return write_off(store, goodwill.id, "Kulanz", on("2026-01-05")); });
    CHECK(habits().judged == 1);

    const auto part_credited = sale("2026-01-01");
    paid(store, payer("2026-01-05", 5'950, {part_credited.id}));
    settle_at(credit(part_credited, 5'000), part_credited, "2026-06-30");
    CHECK(habits().days_to_pay() == Quantity{4'000});

    // What had to be paid back for something else pays.
    const auto bought = sale("2026-01-01");
    settle_at(credit(sale("2026-01-01"), 10'000), bought, "2026-01-31");
    CHECK(habits().days_to_pay() == Quantity{17'000});
}

TEST_CASE("discounts taken, credit notes and what is open on the last day")
{
    auto store = small_company();
    const auto document =
        posted(store, invoice_with_terms("2026-01-01", {line(10'000)}, "2% 14, 30 net"));
    auto who = payer("2026-01-10", 11'662, {document.id});
    who.skonto = true;
    paid(store, who);
    sold_to(store, 3, "2026-01-20", -5'000);
    sold_to(store, 3, "2026-02-01", 7'000);
    const auto january = report_payments(store, asked("2026-01-01", "2026-01-31"));
    CHECK(rows_of(january) == "10002|Müller GmbH|2|59.50|9|-21|0|2.38|-59.50|-31\n");
    CHECK(january.remarks.front() == "all together: DSO -31 days, open -59.50");
}

TEST_CASE("a past period is as it was on its last day, whatever happened since")
{
    auto store = small_company();
    const auto document =
        posted(store, invoice_with_terms("2026-03-20", {line(100'000)}, "2% 30, 60 net"));
    const auto late = posted(store, invoice_with_terms("2026-03-01", {line(10'000)}, "10 net"));
    const auto taken_back =
        posted(store, invoice_with_terms("2026-03-05", {line(1'000)}, "10 net"));
    const auto given_up = posted(store, invoice_with_terms("2026-03-06", {line(1'000)}, "60 net"));
    const auto wrong = paid(store, payer("2026-03-09", 1'190, {taken_back.id})).payment;
    const auto quarter = asked("2026-01-01", "2026-03-31");
    const std::string then = "10002|Müller GmbH|4|1332.80|4|-6|50|0.00|1320.90|89.2\n";
    CHECK(rows_of(report_payments(store, quarter)) == then);
    const auto figures = [&] { return std::string(rows_of(report_kpi(store, quarter))); };
    const auto figures_then = figures();
    CHECK(figures_then.find("days_to_pay|4|days|") != std::string::npos);

    auto who = payer("2026-04-10", 116'620, {document.id});
    who.skonto = true;
    paid(store, who);
    paid(store, payer("2026-04-11", 11'900, {late.id}));
    done(store, [&] { return reverse_payment(store, wrong.id, on("2026-04-12")); });
    done(store, [&] { return write_off(store, given_up.id, "insolvent", on("2026-06-01")); });
    sold_to(store, 3, "2026-04-20", 7'000);
    CHECK(rows_of(report_payments(store, quarter)) == then);
    CHECK(figures() == figures_then);
    CHECK(rows_of(report_payments(store, asked("2026-01-01", "2026-06-30"))) ==
          "10002|Müller GmbH|5|1416.10|31|-4|80|23.80|95.20|12.2\n");
    auto compared = asked("2026-04-01", "2026-06-30", true);
    CHECK(std::string(rows_of(report_payments(store, compared))).ends_with("|4|\n"));
}

TEST_CASE("days sales outstanding of a year that is not over are those up to today")
{
    auto store = small_company();
    sold_to(store, 3, "2026-06-01", 10'000);
    sold_to(store, 3, "2026-07-01", 10'000); // to come
    const auto up_to_today = rows_of(report_payments(store, asked("2026-01-01", "2026-06-30")));
    CHECK(up_to_today.ends_with("|119.00|181\n"));
    CHECK(rows_of(report_payments(store, asked("2026-01-01", "2026-12-31"))) == up_to_today);
}

TEST_CASE("nobody knows when the former system was paid")
{
    auto store = small_company();
    auto old = invoice("2026-01-01", {line(10'000)});
    old.number = "ALT-1";
    old.historical = true;
    posted(store, old);
    CHECK(rows_of(report_payments(store, asked("2026-01-01", "2026-01-31"))) ==
          "10002|Müller GmbH|1|119.00||||0.00|0.00|\n");
    sold_to(store, 3, "2026-01-10", 10'000);
    CHECK(habits_of(store, asked("2026-01-01", "2026-01-31")).dso(31) == Quantity{31'000});
}

TEST_CASE("by the days of orders, and beside the period before")
{
    auto store = trading_company();
    auto order = sold(store, 10, "2026-04-20");
    delivered(store, order);
    const auto document = invoiced(store, order, "2026-06-04").document;
    paid(store, payer("2026-06-14", document.gross().cents, {document.id}));
    auto query = asked("2026-04-01", "2026-04-30");
    CHECK(rows_of(report_payments(store, query)).empty());
    query.basis = Basis::ordered;
    CHECK(rows_of(report_payments(store, query)).empty()); // it was not invoiced yet
    auto long_period = asked("2026-04-01", "2026-06-30");
    long_period.basis = Basis::ordered;
    CHECK(habits_of(store, long_period).days_to_pay() == Quantity{10'000});
    const auto may = invoice_with_terms("2026-05-04", {line(1'000)}, "10 net");
    paid(store, payer("2026-05-08", 1'190, {posted(store, may).id}));
    auto june = asked("2026-06-01", "2026-06-30", true);
    std::string cells = rows_of(report_payments(store, june));
    CHECK(cells.ends_with("|4|150\n"));
}

} // namespace crm::test

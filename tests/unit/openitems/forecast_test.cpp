// SPDX-License-Identifier: MIT
#include "crm/openitems/forecast.hpp"
#include "tests/unit/openitems/paying.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace crm::test
{

namespace
{

using Lines = std::vector<std::string>;

/// "week in out balance" of the weeks in which something happens. Today is a Tuesday.
Lines weeks(Store& store, int count = 13, Date day = today)
{
    Lines lines;
    for (const auto& week : forecast_cash(store, day, count).weeks)
        if (week.in != Money{} || week.out != Money{})
            lines.push_back(fmt::format("{} {} {} {}", week.week, to_string(week.in),
                                        to_string(week.out), to_string(week.balance)));
    return lines;
}

/// An invoice due at once that was paid so many days later.
void paid_late(Store& store, const char* day, int days)
{
    const auto document = posted(store, invoice(day, {line(1'000)}));
    auto wanted = payer(day, 1'190, {document.id});
    wanted.date += std::chrono::days(days);
    paid(store, wanted);
}

void statement(Store& store, const char* day, std::int64_t closing, int account = 1)
{
    change(store, fmt::format("INSERT OR IGNORE INTO bank_account (id, iban, currency) "
                              "VALUES ({0}, 'DE{0}', 'EUR');"
                              "INSERT INTO bank_statement (account_id, statement_id, first_day, "
                              "last_day, opening, closing, currency, imported_at, checksum) "
                              "VALUES ({0}, '{1}', '{1}', '{1}', 0, {2}, 'EUR', '{1}T09:00', "
                              "printf('%064d', 0))",
                              account, day, closing)
                      .c_str());
}

} // namespace

TEST_CASE("weeks are those of the calendar, from that of today on")
{
    auto store = paying_company();
    const auto names = [&](const char* day, int count) {
        Lines found;
        for (const auto& week : forecast_cash(store, on(day), count).weeks)
            found.push_back(week.week);
        return found;
    };
    CHECK(names("2026-06-30", 2) == Lines{"2026-W27", "2026-W28"});
    CHECK(names("2026-06-29", 1) == Lines{"2026-W27"}); // Monday
    CHECK(names("2026-07-05", 1) == Lines{"2026-W27"}); // Sunday
    CHECK(names("2026-12-28", 2) == Lines{"2026-W53", "2027-W01"});
    CHECK(names("2027-01-03", 1) == Lines{"2026-W53"});
    CHECK(names("2024-12-30", 1) == Lines{"2025-W01"});
}

TEST_CASE("what is due flows in its week, what is overdue in the first")
{
    auto store = paying_company();
    posted(store, invoice_with_terms("2026-06-01", {line(10'000)}, "14 net"));
    posted(store, invoice_with_terms("2026-06-20", {line(20'000)}, "15 net")); // Sunday, 5 July
    posted(store, invoice_with_terms("2026-06-20", {line(30'000)}, "16 net"));
    posted(store, bill("2026-06-01", 5'000, "0 net"));
    posted(store, bill("2026-06-20", 1'000, "30 net", "R-2"));
    CHECK(weeks(store) == Lines{"2026-W27 357.00 59.50 297.50", "2026-W28 357.00 0.00 654.50",
                                "2026-W30 0.00 11.90 642.60"});
    const auto short_view = forecast_cash(store, today, 1);
    CHECK(short_view.later_in == Money{35'700});
    CHECK(short_view.later_out == Money{1'190});
}

TEST_CASE("a customer pays as late as it usually does: the median")
{
    CHECK(usual_delay({7}) == 7);
    CHECK(usual_delay({40, 1, 3}) == 3);
    CHECK(usual_delay({1, 4}) == 3); // half a day counts up
    CHECK(usual_delay({-4, -1}) == -3);
    auto store = paying_company();
    paid_late(store, "2026-01-05", 14);
    paid_late(store, "2026-02-05", 15);
    paid_late(store, "2026-03-05", 90);
    paid_late(store, "2024-06-29", 300);                                       // too long ago
    posted(store, invoice_with_terms("2026-06-20", {line(10'000)}, "14 net")); // 4 July
    CHECK(weeks(store) == Lines{"2026-W29 119.00 0.00 119.00"});               // the 19th
    auto other = invoice_with_terms("2026-06-20", {line(10'000)}, "14 net");
    other.contact_id = 4; // of whom nothing is known
    posted(store, other);
    CHECK(weeks(store) == Lines{"2026-W27 119.00 0.00 119.00", "2026-W29 119.00 0.00 238.00"});
    change(store, "INSERT INTO payment_promise (document_id, made_on, date) VALUES "
                  "(5, '2026-06-30', '2026-07-31'), (6, '2026-05-01', '2026-06-01')");
    CHECK(weeks(store) == Lines{"2026-W27 119.00 0.00 119.00", "2026-W31 119.00 0.00 238.00"});
}

TEST_CASE("a supplier is paid with its discount if that is worth it")
{
    auto store = paying_company();
    posted(store, bill("2026-06-29", 200'000, "3% 7, 2% 14, 30 net"));
    CHECK(weeks(store) == Lines{"2026-W28 0.00 2308.60 -2308.60"});
    change(store, "INSERT INTO setting (key, value) VALUES ('skonto.min-rate', '60')");
    CHECK(weeks(store) == Lines{"2026-W31 0.00 2380.00 -2380.00"});
}

TEST_CASE("what is under way flows on its day")
{
    auto store = paying_company();
    given(store, mandate_of(3));
    posted(store, invoice("2026-06-01", {line(10'000)}));
    posted(store, bill("2026-06-25", 200'000, "3% 7, 30 net"));
    CHECK(weeks(store) == Lines{"2026-W27 119.00 2308.60 -2189.60"});
    filed(store, SepaKind::debit);
    filed(store, SepaKind::transfer, "2026-07-02");
    CHECK(weeks(store) == Lines{"2026-W27 0.00 2308.60 -2308.60", "2026-W29 119.00 0.00 -2189.60"});
}

TEST_CASE("credits make the first payments of a contact less")
{
    auto store = paying_company();
    posted(store, invoice_with_terms("2026-06-20", {line(10'000)}, "14 net"));
    posted(store, invoice_with_terms("2026-06-20", {line(10'000)}, "30 net"));
    auto credit = invoice("2026-06-21", {line(15'000)});
    credit.kind = DocumentKind::credit;
    posted(store, credit);
    CHECK(weeks(store) == Lines{"2026-W30 59.50 0.00 59.50"});
    credit.contact_id = 4; // who owes nothing
    posted(store, credit);
    CHECK(weeks(store) == Lines{"2026-W30 59.50 0.00 59.50"});
}

TEST_CASE("the balance begins with the last statement of each account")
{
    auto store = paying_company();
    CHECK_FALSE(forecast_cash(store, today, 1).start_day);
    statement(store, "2026-06-10", 1'000'00);
    statement(store, "2026-06-25", 2'000'00);
    statement(store, "2026-07-01", 9'000'00); // is still to come
    statement(store, "2026-06-20", -500'00, 2);
    const auto found = forecast_cash(store, today, 2);
    CHECK(found.start == Money{150'000});
    CHECK(found.start_day == on("2026-06-20"));
    posted(store, bill("2026-06-01", 10'000, "0 net"));
    CHECK(weeks(store) == Lines{"2026-W27 0.00 119.00 1381.00"});
    CHECK(forecast_cash(store, today, 2).weeks[1].balance == Money{138'100});
}

TEST_CASE("other currencies are counted, not added up")
{
    auto store = paying_company();
    auto dollars = invoice("2026-06-01", {line(10'000)});
    dollars.currency = "USD";
    posted(store, dollars);
    dollars.kind = DocumentKind::credit;
    posted(store, dollars);
    CHECK(weeks(store).empty());
    CHECK(forecast_cash(store, today, 1).other_currencies == 2);
}

} // namespace crm::test

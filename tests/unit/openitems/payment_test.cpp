// SPDX-License-Identifier: MIT
#include "crm/openitems/allocation.hpp"
#include "crm/openitems/open_at.hpp"
#include "crm/store/closed_period.hpp"
#include "tests/unit/openitems/ledger.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

constexpr const char* usual_terms = "3% 7, 2% 14, 30 net";

/// Whether that breaks a rule; nothing may have changed then.
template<class Work>
bool refused(const Work& work)
{
    const auto failure = thrown(work);
    return failure && failure->kind == ErrorKind::rejected;
}

Money open(Store& store, std::int64_t document, const char* day = "2026-12-31")
{
    return open_of_document(store, document, on(day));
}

Money skonto_tax(Store& store)
{
    auto query = store.prepare("SELECT sum(tax_amount) FROM allocation_tax");
    query.step();
    return query.money(0);
}

Document credit(const char* day, std::int64_t cents)
{
    auto document = invoice(day, {line(cents)});
    document.kind = DocumentKind::credit;
    return document;
}

} // namespace

TEST_CASE("oldest due first; what is left stays open as a credit")
{
    auto store = small_company();
    posted(store, invoice_with_terms("2026-05-01", {line(10'000)}, "60 net"));
    posted(store, invoice_with_terms("2026-05-02", {line(10'000)}, "14 net"));
    const auto first = paid(store, payer("2026-06-01", 15'000));
    CHECK(first.payment.number == "ZA2026-00001");
    REQUIRE(first.settled.size() == 2);
    CHECK(first.settled[0].document == "RE2026-00002");
    CHECK(first.settled[0].open == Money{});
    CHECK(first.settled[1].amount == Money{3'100});
    CHECK(open(store, 1) == Money{8'800});
    const auto second = paid(store, payer("2026-06-02", 10'000, {1}));
    CHECK(second.left == Money{1'200});
    CHECK(balance_of(store, 3, Side::receivable, on("2026-12-31")).open == Money{-1'200});
    CHECK(ledger_breaches(store).empty());
}

TEST_CASE("skonto: 3 % of 2380.00 are 71.40, of which 60.00 net and 11.40 tax")
{
    auto store = small_company();
    posted(store, invoice_with_terms("2026-06-01", {line(200'000)}, usual_terms));
    auto wanted = payer("2026-06-08", 230'860, {1});
    wanted.skonto = true;
    const auto result = paid(store, wanted);
    REQUIRE(result.settled.size() == 1);
    CHECK(result.settled[0].skonto == Money{7'140});
    CHECK(result.settled[0].open == Money{});
    CHECK(result.left == Money{});
    CHECK(skonto_tax(store) == Money{1'140});
    CHECK(ledger_breaches(store).empty());
}

TEST_CASE("skonto and write-offs are of what credit notes left of an invoice, per rate")
{
    auto store = small_company();
    posted(store,
           invoice_with_terms("2026-06-01", {line(100'000), line(100'000, 700)}, usual_terms));
    auto given = credit("2026-06-02", 100'000);
    given.corrects_id = 1;
    posted(store, given);
    auto wanted = payer("2026-06-08", 103'790, {1, 2}); // 1070.00 at 7 % less 3 %
    wanted.skonto = true;
    const auto result = paid(store, wanted);
    REQUIRE(result.settled.size() == 1);
    CHECK(result.settled[0].skonto == Money{3'210});
    CHECK(result.left == Money{});
    CHECK(open(store, 1) == Money{});
    CHECK(skonto_tax(store) == Money{210});
    done(store, [&] { return reverse_payment(store, result.payment.id, on("2026-06-20")); });
    done(store, [&] { return write_off(store, 1, "Insolvenz", on("2026-07-01")); });
    CHECK(skonto_tax(store) == Money{7'000});
    CHECK(ledger_breaches(store).empty());
}

TEST_CASE("a credit note that settled another invoice lessens the discount of that one")
{
    auto store = small_company();
    for (const auto* day : {"2026-06-01", "2026-06-02"})
        posted(store, invoice_with_terms(day, {line(100'000)}, "3% 7, 30 net"));
    auto given = credit("2026-06-03", 50'000);
    given.corrects_id = 1;
    posted(store, given);
    done(store, [&] { return settle(store, "GU2026-00001", 3, {2}, {}, on("2026-06-03")); });
    auto wanted = payer("2026-06-05", 57'715, {2}); // 595.00 less 3 %
    wanted.skonto = true;
    CHECK(paid(store, wanted).settled[0].skonto == Money{1'785});
    wanted = payer("2026-06-05", 115'430, {1});
    wanted.skonto = true;
    CHECK(paid(store, wanted).settled[0].skonto == Money{3'570});
    CHECK(ledger_breaches(store).empty());
}

TEST_CASE("skonto is taken on purpose, in time, once, with grace and tolerance as set")
{
    auto store = small_company();
    posted(store, invoice_with_terms("2026-06-01", {line(200'000)}, usual_terms));
    auto wanted = payer("2026-06-08", 230'860, {1});
    const auto plain = done(store, [&] {
        const auto result = pay(store, wanted);
        reverse_payment(store, result.payment.id, on("2026-06-08"));
        return result;
    });
    CHECK(plain.settled[0].open == Money{7'140});
    CHECK(plain.settled[0].short_by_skonto);
    CHECK(open(store, 1) == Money{238'000});
    wanted.skonto = true;
    wanted.date = on("2026-06-16");
    CHECK(refused([&] { paid(store, wanted); })); // too late
    wanted.date = on("2026-06-09");               // the second step: 47.60, short by 23.80
    CHECK(refused([&] { paid(store, wanted); }));
    change(store, "INSERT INTO setting (key, value) VALUES ('skonto.tolerance', '1')");
    const auto tolerated = paid(store, wanted);
    CHECK(tolerated.settled[0].skonto == Money{7'140});
    CHECK(open(store, 1) == Money{});
    posted(store, invoice_with_terms("2026-06-01", {line(200'000)}, usual_terms));
    change(store, "INSERT INTO setting (key, value) VALUES ('skonto.grace', '3')");
    wanted.document_ids = {2};
    wanted.date = on("2026-06-18");
    wanted.amount = Money{233'240};
    CHECK(paid(store, wanted).settled[0].skonto == Money{4'760});
    CHECK(ledger_breaches(store).empty());
}

TEST_CASE("what is taken back was open again from that day on, and was not before")
{
    auto store = small_company();
    posted(store, invoice_with_terms("2026-06-01", {line(200'000)}, usual_terms));
    auto wanted = payer("2026-06-08", 230'860, {1});
    wanted.skonto = true;
    const auto first = paid(store, wanted);
    const auto counter =
        done(store, [&] { return reverse_payment(store, first.payment.id, on("2026-06-20")); });
    CHECK(counter.amount == Money{-230'860});
    CHECK(open(store, 1, "2026-06-07") == Money{238'000});
    CHECK(open(store, 1, "2026-06-19") == Money{});
    CHECK(open(store, 1, "2026-06-20") == Money{238'000});
    CHECK(skonto_tax(store) == Money{});
    CHECK(balance_of(store, 3, Side::receivable, on("2026-12-31")).open == Money{238'000});
    CHECK(refused(
        [&] { done(store, [&] { return reverse_payment(store, first.payment.id, today); }); }));
    CHECK(refused([&] { done(store, [&] { return reverse_payment(store, counter.id, today); }); }));
    CHECK(ledger_breaches(store).empty());
}

TEST_CASE("credit notes and over-payments settle, and are given back")
{
    auto store = small_company();
    posted(store, invoice("2026-06-01", {line(10'000)}));
    posted(store, credit("2026-06-02", 2'000));
    const auto used = done(store, [&] {
        return settle(store, "GU2026-00001", 3, {1}, Money{1'000}, on("2026-06-05"));
    });
    CHECK(used[0].open == Money{10'900});
    CHECK(open(store, 2) == Money{-1'380});
    paid(store, payer("2026-06-10", 12'000));
    CHECK(balance_of(store, 3, Side::receivable, today).open == Money{-1'380 - 1'100});
    auto refund = payer("2026-06-15", 2'480);
    refund.refund = true;
    CHECK(paid(store, refund).left == Money{});
    CHECK(balance_of(store, 3, Side::receivable, today).open == Money{});
    CHECK(refused([&] {
        done(store, [&] { return settle(store, "GU2026-00001", 3, {1}, {}, on("2026-06-20")); });
    }));
    CHECK(ledger_breaches(store).empty());
}

TEST_CASE("money given back before it came settles it on the day on which it came")
{
    auto store = small_company();
    paid(store, payer("2026-03-10", 50'000));
    auto refund = payer("2026-03-05", 20'000);
    refund.refund = true;
    CHECK(paid(store, refund).left == Money{});
    CHECK(ledger_breaches(store).empty());
    const auto items = open_items_at(store, on("2026-03-07"));
    REQUIRE(items.size() == 1);
    CHECK(items[0].open == Money{20'000});
    CHECK(balance_of(store, 3, Side::receivable, today).open == Money{-30'000});
}

TEST_CASE("what was settled by mistake, or given up, is taken back")
{
    auto store = small_company();
    posted(store, invoice("2026-06-01", {line(10'000)}));
    posted(store, credit("2026-06-02", 2'000));
    const auto back = [&](std::int64_t id, const char* day) {
        return done(store, [&] { return reverse_settlements(store, id, on(day)); });
    };
    done(store, [&] { return settle(store, "GU2026-00001", 3, {1}, {}, on("2026-06-05")); });
    CHECK(refused([&] { back(2, "2026-06-04"); }));
    CHECK(back(2, "2026-06-10") == Money{2'380});
    CHECK(open(store, 1, "2026-06-09") == Money{9'520});
    CHECK(open(store, 1) == Money{11'900});
    CHECK(open(store, 2) == Money{-2'380});
    CHECK(refused([&] { back(2, "2026-06-10"); }));
    CHECK(
        refused([&] { done(store, [&] { return write_off(store, 1, " ", on("2026-06-20")); }); }));
    done(store, [&] { return write_off(store, 1, "Insolvenz", on("2026-06-20")); });
    CHECK(skonto_tax(store) == Money{1'900});
    CHECK(back(1, "2026-06-25") == Money{11'900});
    CHECK(skonto_tax(store) == Money{});
    CHECK(open(store, 1) == Money{11'900});
    CHECK(refused([&] { back(1, "2026-06-25"); }));
    CHECK(ledger_breaches(store).empty());
}

TEST_CASE("a write-off gives up the rest, tax corrected per rate")
{
    auto store = small_company();
    posted(store, invoice("2026-06-01", {line(10'000), line(5'000, 700)}));
    paid(store, payer("2026-06-05", 17'000, {1}));
    CHECK(done(store, [&] { return write_off(store, 1, "zu klein", on("2026-07-01")); }) ==
          Money{250});
    CHECK(open(store, 1) == Money{});
    auto taxes = store.prepare("SELECT rate, net, tax_amount FROM allocation_tax ORDER BY rate");
    REQUIRE(taxes.step()); // 250 x 5350 / 17250 = 78
    CHECK(taxes.money(1) + taxes.money(2) == Money{78});
    REQUIRE(taxes.step());
    CHECK(taxes.money(1) + taxes.money(2) == Money{172});
    CHECK(ledger_breaches(store).empty());
}

TEST_CASE("principal first, or costs and interest before it (§ 367 BGB)")
{
    auto store = small_company();
    posted(store, invoice("2026-06-01", {line(10'000)}));
    const auto claim = [&](DocumentKind kind, std::int64_t cents) {
        Document document;
        document.kind = kind;
        document.contact_id = 3;
        document.date = on("2026-07-01");
        document.net = {cents};
        document.claim_id = 1;
        done(store, [&] { return post_plain_document(store, document); });
    };
    claim(DocumentKind::interest, 100);
    claim(DocumentKind::fee, 500);
    auto wanted = payer("2026-07-10", 600);
    CHECK(paid(store, wanted).settled[0].document == "RE2026-00001");
    wanted.costs_first = true;
    const auto costs = paid(store, wanted);
    REQUIRE(costs.settled.size() == 2);
    CHECK(costs.settled[0].document == "FO2026-00002");
    CHECK(costs.settled[1].document == "FO2026-00001");
    CHECK(ledger_breaches(store).empty());
}

TEST_CASE("nothing settles across sides, currencies or contacts, or in a closed period")
{
    auto store = small_company();
    posted(store, invoice("2026-06-01", {line(10'000)}));
    auto dollars = invoice("2026-06-01", {line(10'000)});
    dollars.currency = "USD";
    posted(store, dollars);
    CHECK(paid(store, payer("2026-06-05", 1'000, {2})).payment.currency == "USD");
    CHECK(refused([&] { paid(store, payer("2026-06-05", 1'000, {1, 2})); }));
    auto other = payer("2026-06-05", 1'000, {1});
    other.side = Side::payable;
    CHECK(refused([&] { paid(store, other); }));
    other = payer("2026-06-05", 1'000, {1});
    other.contact_id = 4;
    CHECK(refused([&] { paid(store, other); }));
    CHECK(refused([&] { paid(store, payer("2026-06-05", 0)); }));
    done(store, [&] {
        close_period(store, on("2026-06-30"), "2026-07-05T10:00");
        return 0;
    });
    CHECK(refused([&] { paid(store, payer("2026-06-30", 1'000)); }));
    CHECK(refused([&] { posted(store, invoice("2026-06-30", {line(1)})); }));
    paid(store, payer("2026-07-01", 1'000));
    done(store, [&] {
        reopen_period(store, on("2026-06-15"), "Nachbuchung", "2026-07-06T10:00");
        return 0;
    });
    CHECK_FALSE(closed_until(store));
    paid(store, payer("2026-06-15", 1'000));
    done(store, [&] {
        close_period(store, on("2026-03-31"), "2026-07-05T10:00");
        close_period(store, on("2026-04-30"), "2026-07-05T10:00");
        close_period(store, on("2026-06-30"), "2026-07-05T10:00");
        reopen_period(store, on("2026-04-30"), "Nachbuchung", "2026-07-06T10:00");
        return 0;
    });
    CHECK(closed_until(store) == on("2026-03-31"));
    CHECK(refused([&] {
        done(store, [&] {
            reopen_period(store, on("2026-04-30"), "Nachbuchung", "2026-07-06T10:00");
            return 0;
        });
    }));
    CHECK(ledger_breaches(store).empty());
}

TEST_CASE("a payment that was imported and is known with no row is found")
{
    auto store = small_company();
    paid(store, payer("2026-06-01", 100));
    change(store, "INSERT INTO payment_import (id, at, file, payments, rejected, checksum) "
                  "VALUES (1, '2026-06-01T12:00', 'juni.csv', 1, 0, "
                  "lower(hex(zeroblob(32))))");
    CHECK(ledger_breaches(store) ==
          std::vector<std::string>{
              "of the payments that were imported from 'juni.csv' not all are known"});
    change(store, "INSERT INTO imported_payment (payment_id, import_id, dated) VALUES (1, 1, 1)");
    CHECK(ledger_breaches(store).empty());
    CHECK(refused([&] { change(store, "UPDATE imported_payment SET dated = 0"); }));
    CHECK(refused([&] { change(store, "DELETE FROM imported_payment"); }));
}

} // namespace crm::test

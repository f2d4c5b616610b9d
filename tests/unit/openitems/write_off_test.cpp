// SPDX-License-Identifier: MIT
#include "crm/openitems/open_at.hpp"
#include "tests/unit/openitems/ledger.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

using Lines = std::vector<std::string>;

Money given_up(Store& store, std::int64_t document, const char* day)
{
    return done(store, [&] { return write_off(store, document, "Kleinbetrag", on(day)); });
}

Money given_up_payment(Store& store, std::int64_t payment, const char* day)
{
    return done(store, [&] { return write_off_payment(store, payment, "Kleinbetrag", on(day)); });
}

/// What Müller GmbH owes at the end of a day, below 0 what it has to its credit.
Money owed(Store& store, const char* day)
{
    Money sum;
    for (const auto& item : open_items_at(store, on(day), 3))
        sum += item.open;
    return sum;
}

/// An invoice of 119.00 and a payment (1) of 120.00, of which 1.00 is given up on the 10th.
Store with_given_up()
{
    auto store = small_company();
    posted(store, invoice("2026-06-01", {line(10'000)}));
    paid(store, payer("2026-06-05", 12'000));
    given_up_payment(store, 1, "2026-06-10");
    return store;
}

/// What is found after a change behind the program's back.
Lines after(const char* script)
{
    auto store = with_given_up();
    tamper(store, "allocation", script);
    return ledger_breaches(store);
}

} // namespace

TEST_CASE("what is left of a payment is given up, from a day on")
{
    auto store = with_given_up();
    CHECK(owed(store, "2026-06-09") == Money{-100});
    CHECK(owed(store, "2026-06-10") == Money{});
    CHECK(open_items_at(store, on("2026-06-09")).size() == 1);
    CHECK(open_items_at(store, on("2026-06-10")).empty());
    CHECK(thrown([&] { given_up_payment(store, 1, "2026-06-11"); })->kind == ErrorKind::rejected);
    CHECK(ledger_breaches(store).empty());
    done(store, [&] { return reverse_write_off_of_payment(store, 1, on("2026-06-20")); });
    CHECK(owed(store, "2026-06-19") == Money{});
    CHECK(owed(store, "2026-06-20") == Money{-100});
    given_up_payment(store, 1, "2026-06-21");
    done(store, [&] { return reverse_payment(store, 1, on("2026-06-22")); });
    CHECK(owed(store, "2026-06-22") == Money{11'900});
    CHECK(open_items_at(store, on("2026-06-22")).size() == 1);
    CHECK(ledger_breaches(store).empty());
}

TEST_CASE("a refund that was too much is given up")
{
    auto store = small_company();
    auto too_much = payer("2026-06-05", 300);
    too_much.refund = true;
    paid(store, too_much);
    CHECK(owed(store, "2026-06-05") == Money{300});
    CHECK(given_up_payment(store, 1, "2026-06-06") == Money{300});
    CHECK(owed(store, "2026-06-06") == Money{});
    CHECK(owed(store, "2026-06-05") == Money{300});
    CHECK(ledger_breaches(store).empty());
}

TEST_CASE("a credit note that nobody claims bears tax again, and lessens no discount any more")
{
    auto store = small_company();
    posted(store,
           invoice_with_terms("2026-06-01", {line(10'000), line(10'000, 700)}, "3% 30, 60 net"));
    auto credit = invoice("2026-06-02", {line(1'000), line(1'000, 700)});
    credit.kind = DocumentKind::credit;
    credit.corrects_id = 1;
    posted(store, credit);
    CHECK(given_up(store, 2, "2026-06-03") == Money{2'260});
    auto taxes = store.prepare("SELECT net, tax_amount FROM allocation_tax ORDER BY rate");
    REQUIRE(taxes.step());
    CHECK(taxes.money(0) == Money{1'000});
    CHECK(taxes.money(1) == Money{70});
    REQUIRE(taxes.step());
    CHECK(taxes.money(1) == Money{190});
    taxes.reset();
    CHECK(owed(store, "2026-06-02") == Money{20'340});
    CHECK(owed(store, "2026-06-03") == Money{22'600});
    auto wanted = payer("2026-06-10", 21'922, {1}); // 3 % of all of 226.00 are 6.78
    wanted.skonto = true;
    CHECK(paid(store, wanted).settled[0].open == Money{});
    CHECK(ledger_breaches(store).empty());
    CHECK(done(store, [&] { return reverse_write_off(store, 2, on("2026-06-20")); }) ==
          Money{2'260});
    CHECK(owed(store, "2026-06-20") == Money{-2'260});
    CHECK(ledger_breaches(store).empty());
}

TEST_CASE("db check proves what was given up")
{
    CHECK(after("UPDATE allocation SET amount = 200 WHERE kind = 'write-off'") ==
          Lines{"what is open of ZA2026-00001 is not what its amount and what settled it say",
                "ZA2026-00001 settles more than it is"});
    CHECK(after("UPDATE allocation SET date = '2026-06-04' WHERE kind = 'write-off'") ==
          Lines{"allocation 2 is not of one contact, side and currency, or is dated before them"});
    CHECK(after("DELETE FROM allocation WHERE kind = 'write-off'") ==
          Lines{"what is open of ZA2026-00001 is not what its amount and what settled it say"});
    auto store = with_given_up(); // it names just one thing
    CHECK(thrown([&] {
        tamper(store, "allocation", "UPDATE allocation SET document_id = 1 WHERE id = 2");
    }));
}

} // namespace crm::test

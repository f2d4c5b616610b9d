// SPDX-License-Identifier: MIT
#include "crm/openitems/bank/match.hpp"
#include "crm/openitems/sepa/pending.hpp"
#include "tests/unit/openitems/paying.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <random>

namespace crm::test
{

namespace
{

using Lines = std::vector<std::string>;

/// Our payment of a bill of Stahl AG (5).
PaymentResult pay_bill(Store& store, const char* day, std::int64_t cents, bool skonto = false)
{
    auto wanted = payer(day, cents, {1});
    wanted.contact_id = 5;
    wanted.side = Side::payable;
    wanted.skonto = skonto;
    return paid(store, wanted);
}

Lines states(Store& store)
{
    Lines found;
    list_sepa_files(store, [&](const SepaFileRow& row) {
        found.push_back(row.file + ' ' + row.state);
        return true;
    });
    return found;
}

void undo(Store& store, const std::string& file)
{
    done(store, [&] {
        undo_sepa_file(store, file, today);
        return 0;
    });
}

/// A company that has 119.00 of a supplier's bill under way.
Store with_file()
{
    auto store = paying_company();
    posted(store, bill("2026-06-01", 10'000, "0 net"));
    filed(store, SepaKind::transfer);
    return store;
}

/// What `db check` finds after a change behind the program's back.
Lines after(const char* table, const char* script)
{
    auto store = with_file();
    tamper(store, table, script);
    return file_breaches(store);
}

} // namespace

TEST_CASE("what is under way is not paid twice, until it is booked or taken back")
{
    auto store = with_file();
    CHECK(proposed(store, SepaKind::transfer).payments.empty());
    CHECK(proposed(store, SepaKind::transfer).notes ==
          Lines{"ER2026-00001 of Stahl AG is under way with CRM-20260630-1"});
    CHECK(throws(ErrorKind::rejected, [&] { filed(store, SepaKind::transfer); })); // nothing left
    CHECK(states(store) == Lines{"CRM-20260630-1 pending"});
    undo(store, "crm-20260630-1");
    CHECK(states(store) == Lines{"CRM-20260630-1 undone"});
    CHECK(throws(ErrorKind::rejected, [&] { undo(store, "CRM-20260630-1"); }));
    CHECK(throws(ErrorKind::not_found, [&] { undo(store, "CRM-20260630-9"); }));
    CHECK(filed(store, SepaKind::transfer).message_id == "CRM-20260630-2");
    CHECK(file_breaches(store).empty());
}

TEST_CASE("a payment that is booked ends it; what comes back is to be paid anew")
{
    auto store = with_file();
    const auto first = pay_bill(store, "2026-07-01", 11'900);
    CHECK(states(store) == Lines{"CRM-20260630-1 booked"});
    CHECK(pending_payments(store).empty());
    done(store, [&] { return reverse_payment(store, first.payment.id, on("2026-07-03")); });
    CHECK(proposed(store, SepaKind::transfer).payments.size() == 1);
    filed(store, SepaKind::transfer);
    CHECK(pending_payments(store).at(1).amount == Money{11'900});
    pay_bill(store, "2026-07-04", 1'900);
    CHECK(pending_payments(store).at(1).amount == Money{10'000});
    CHECK(states(store) == Lines{"CRM-20260630-1 booked", "CRM-20260630-2 pending"});
    CHECK(file_breaches(store).empty());
}

TEST_CASE("the discount that a file takes is under way with it")
{
    auto store = paying_company();
    posted(store, bill("2026-06-25", 200'000, "3% 7, 30 net"));
    const auto file = filed(store, SepaKind::transfer, "2026-07-02");
    CHECK(file.amount == Money{230'860});
    CHECK(pending_payments(store).at(1).skonto == Money{7'140});
    CHECK(proposed(store, SepaKind::transfer, "2026-08-01").payments.empty());
    pay_bill(store, "2026-07-01", 230'860, true);
    CHECK(pending_payments(store).empty());
    CHECK(file_breaches(store).empty());
}

TEST_CASE("what opens again beside what is under way is paid by itself, without a discount")
{
    auto store = paying_company();
    posted(store, bill("2026-06-25", 10'000, "3% 7, 30 net"));
    const auto part = pay_bill(store, "2026-06-26", 5'000);
    CHECK(filed(store, SepaKind::transfer, "2026-07-02").amount == Money{11'900 - 357 - 5'000});
    done(store, [&] { return reverse_payment(store, part.payment.id, on("2026-06-28")); });
    const auto rest = proposed(store, SepaKind::transfer, "2026-07-25");
    REQUIRE(rest.payments.size() == 1);
    CHECK(rest.payments[0].amount == Money{5'000});
    CHECK(rest.payments[0].skonto == Money{});
    filed(store, SepaKind::transfer, "2026-07-25");
    CHECK(file_breaches(store).empty());
    pay_bill(store, "2026-07-01", 6'543);
    CHECK(pending_payments(store).at(1).amount == Money{5'000});
    CHECK(pending_payments(store).at(1).message_ids == Lines{"CRM-20260630-2"});
}

namespace
{

/// The bank's line of what with_file() has under way.
void add_line(Store& store)
{
    change(store, R"sql(
        INSERT INTO bank_statement (account_id, statement_id, first_day, last_day, opening,
                                    closing, currency, imported_at, checksum)
        VALUES (1, '1', '2026-07-01', '2026-07-01', 0, -11900, 'EUR', '2026-07-02T09:00',
                printf('%064d', 0));
        INSERT INTO bank_line (statement_id, position, date, value_date, amount, currency,
                               end_to_end)
        VALUES (1, 1, '2026-07-01', '2026-07-01', -11900, 'EUR', 'ER2026-00001');
        INSERT INTO bank_line_state (line_id, state) VALUES (1, 'unmatched'))sql");
}

PaymentResult matched(Store& store, std::int64_t document)
{
    MatchTargets targets;
    targets.document_ids.push_back(document);
    return done(store, [&] { return match_line(store, 1, targets); }).result;
}

} // namespace

TEST_CASE("a file that the bank has carried out cannot be taken back")
{
    auto store = with_file();
    add_line(store);
    matched(store, 1);
    CHECK(throws(ErrorKind::rejected, [&] { undo(store, "CRM-20260630-1"); }));
}

TEST_CASE(
    "a line that was matched by mistake leaves the payment under way; one that came back does "
    "not")
{
    auto store = with_file();
    add_line(store);
    posted(store, bill("2026-06-30", 10'000, "90 net", "R-2"));
    matched(store, 1);
    CHECK(pending_payments(store).empty());
    done(store, [&] { return unmatch_line(store, 1, on("2026-07-02")); });
    CHECK(pending_payments(store).at(1).amount == Money{11'900});
    matched(store, 2);
    CHECK(pending_payments(store).at(1).amount == Money{11'900});
    done(store, [&] { return unmatch_line(store, 1, on("2026-07-02")); });
    const auto right = matched(store, 1);
    CHECK(pending_payments(store).empty());
    done(store, [&] { return reverse_payment(store, right.payment.id, on("2026-07-06")); });
    CHECK(pending_payments(store).empty());
    CHECK(proposed(store, SepaKind::transfer).notes ==
          Lines{"ER2026-00001 of Stahl AG is in CRM-20260630-1 as well: what of it opened again "
                "follows"});
    CHECK(file_breaches(store).empty());
}

TEST_CASE("our own account is the one of the company, the only one, or the one said")
{
    auto store = paying_company();
    posted(store, bill("2026-06-01", 10'000, "0 net"));
    const auto account = [&](const std::optional<std::string>& iban = std::nullopt) {
        const Transaction transaction(store);
        return make_sepa_file(store, SepaKind::transfer,
                              proposed(store, SepaKind::transfer).payments, iban, now)
            .account;
    };
    CHECK(account() == own_iban);
    CHECK(throws(ErrorKind::rejected, [&] { account("DE75512108001245126199"); }));
    change(store, "UPDATE contact SET iban = NULL WHERE id = 1");
    CHECK(throws(ErrorKind::rejected, [&] { account(); })); // none
    change(store, "INSERT INTO bank_account (iban, currency) "
                  "VALUES ('DE75512108001245126199', 'EUR')");
    CHECK(account() == "DE75512108001245126199");
    CHECK(account("DE75 5121 0800 1245 1261 99") == "DE75512108001245126199");
    change(store, "INSERT INTO bank_account (iban, currency) "
                  "VALUES ('CH9300762011623852957', 'CHF')");
    CHECK(throws(ErrorKind::rejected, [&] { account(); }));                        // which?
    CHECK(throws(ErrorKind::rejected, [&] { account("CH9300762011623852957"); })); // no euros
}

TEST_CASE("a debit wants our creditor identifier")
{
    auto store = paying_company();
    given(store, mandate_of(3));
    posted(store, invoice("2026-06-01", {line(10'000)}));
    change(store, "DELETE FROM setting WHERE key = 'sepa.creditor-id'");
    CHECK(throws(ErrorKind::rejected, [&] { filed(store, SepaKind::debit); }));
    CHECK(throws(ErrorKind::rejected,
                 [&] { set_setting(store, "sepa.creditor-id", "DE97ZZZ09999999999"); }));
}

TEST_CASE("every line of what must be true of files is proved")
{
    CHECK(after("sepa_file", "SELECT 1").empty());
    CHECK(after("sepa_file", "UPDATE sepa_file SET amount = 1") ==
          Lines{"CRM-20260630-1 is not the sum of what it pays"});
    CHECK(after("sepa_item", "DELETE FROM sepa_item") ==
          Lines{"CRM-20260630-1 is not the sum of what it pays"});
    CHECK(after("sepa_file", "UPDATE sepa_file SET kind = 'debit'") ==
          Lines{"CRM-20260630-1 has what belongs into no such file"});
    CHECK(after("document", "UPDATE document SET currency = 'USD'") ==
          Lines{"CRM-20260630-1 has what belongs into no such file"});
    CHECK(after("sepa_item", R"sql(
              INSERT INTO sepa_file SELECT 2, kind, 'CRM-2', account_id, at, items, amount, checksum,
                     NULL, NULL FROM sepa_file;
              INSERT INTO sepa_item SELECT 2, 2, document_id, NULL, NULL, date, amount, skonto,
                     end_to_end, last_allocation FROM sepa_item)sql") ==
          Lines{"CRM-2 pays more of ER2026-00001 than was open"});
    CHECK(after("sepa_item", "UPDATE sepa_item SET skonto = 1") ==
          Lines{"CRM-20260630-1 pays more of ER2026-00001 than was open"});
}

TEST_CASE("a mandate collects for nobody else, and not before its day")
{
    const auto after_debit = [](const char* script) {
        auto store = paying_company();
        given(store, mandate_of(3));
        posted(store, invoice("2026-06-01", {line(10'000)}));
        filed(store, SepaKind::debit);
        CHECK(file_breaches(store).empty());
        tamper(store, "sepa_mandate", script);
        return file_breaches(store);
    };
    const Lines wrong{"mandate 'M-1' was used before it was signed, or for somebody else"};
    CHECK(after_debit("UPDATE sepa_mandate SET contact_id = 5") == wrong);
    CHECK(after_debit("UPDATE sepa_mandate SET signed_on = '2026-07-15'") == wrong);
}

TEST_CASE("files are kept as they are")
{
    auto store = with_file();
    for (const auto* script : {"UPDATE sepa_file SET amount = 1", "DELETE FROM sepa_file",
                               "UPDATE sepa_item SET amount = 1", "DELETE FROM sepa_item",
                               "UPDATE sepa_file SET undone_on = '2026-07-01', items = 2"}) {
        CAPTURE(script);
        CHECK(thrown([&] { change(store, script); }));
    }
}

TEST_CASE("whatever happens, no more is under way of a document than is open")
{
    std::mt19937 dice(20260630); // NOLINT: the same each time
    const auto below = [&](std::size_t count) { return dice() % count; };
    auto store = paying_company();
    std::vector<std::string> files;
    std::vector<std::int64_t> payments;
    for (int step = 0; step < 200; ++step) {
        CAPTURE(step);
        const auto what = below(6);
        if (what == 0)
            posted(store, bill("2026-06-29", static_cast<std::int64_t>(below(9'000) + 100),
                               below(2) == 0 ? "0 net" : "2% 10, 30 net",
                               fmt::format("R-{}", step).c_str()));
        else if (what <= 2 && !proposed(store, SepaKind::transfer, "2026-08-01").payments.empty())
            files.push_back(filed(store, SepaKind::transfer, "2026-08-01").message_id);
        else if (what == 3 && !files.empty() && below(3) == 0) {
            const auto file = files[below(files.size())];
            thrown([&] { undo(store, file); }); // perhaps it was taken back already
        } else if (what == 4 && balance_of(store, 5, Side::payable, today).open > Money{}) {
            auto wanted = payer("2026-06-30", static_cast<std::int64_t>(below(8'000) + 1));
            wanted.contact_id = 5;
            wanted.side = Side::payable;
            payments.push_back(paid(store, wanted).payment.id);
        } else if (what == 5 && !payments.empty() && below(2) == 0) {
            const auto payment = payments[below(payments.size())];
            thrown([&] { done(store, [&] { return reverse_payment(store, payment, today); }); });
        }
        REQUIRE(file_breaches(store).empty());
        for (const auto& [document, pending] : pending_payments(store))
            REQUIRE(pending.amount + pending.skonto <= open_of_document(store, document));
    }
    CHECK(files.size() > 20);
    CHECK(payments.size() > 10);
    CHECK(ledger_breaches(store).empty());
}

} // namespace crm::test

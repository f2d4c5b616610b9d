// SPDX-License-Identifier: MIT
#include "tests/unit/openitems/paying.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace crm::test
{

namespace
{

using Lines = std::vector<std::string>;

/// "document amount skonto day" of each payment.
Lines lines_of(const SepaProposal& proposal)
{
    Lines lines;
    for (const auto& p : proposal.payments)
        lines.push_back(fmt::format("{} {} {} {}", p.document, to_string(p.amount),
                                    to_string(p.skonto), to_string(p.date)));
    return lines;
}

SepaProposal named(Store& store, SepaKind kind, std::vector<std::int64_t> documents)
{
    SepaQuery query;
    query.kind = kind;
    query.today = today;
    query.document_ids = std::move(documents);
    return propose_payments(store, query);
}

/// Why a document that is named is not paid.
std::string refusal(Store& store, SepaKind kind, std::int64_t document)
{
    const auto failure = thrown([&] { named(store, kind, {document}); });
    return failure && failure->kind == ErrorKind::rejected ? failure->what() : "";
}

Document credit_of(Document document)
{
    document.kind = DocumentKind::credit;
    return document;
}

} // namespace

TEST_CASE("the discount of what was partly credited is of what is left")
{
    auto store = paying_company();
    posted(store, bill("2026-06-25", 100'000, "2% 10, 30 net"));
    auto credit = bill("2026-06-26", 50'000, "", "G-1");
    credit.kind = DocumentKind::credit;
    credit.corrects_id = 1;
    posted(store, credit);
    done(store, [&] { return settle(store, "EG2026-00001", 5, {1}, {}, today); });
    const auto found = proposed(store, SepaKind::transfer, "2026-08-31").payments;
    REQUIRE(found.size() == 1);
    CHECK(found[0].skonto == Money{1'190});
    CHECK(found[0].amount == Money{58'310});
}

TEST_CASE("suppliers are paid when it is due or best, with the discount of the day")
{
    auto store = paying_company();
    posted(store, bill("2026-06-25", 200'000, "3% 7, 2% 14, 30 net")); // best paid on 2 July
    posted(store, bill("2026-06-16", 10'000, "14 net", "R-2"));
    posted(store, bill("2026-06-17", 20'000, "14 net", "R-3")); // due on 1 July
    CHECK(lines_of(proposed(store, SepaKind::transfer)) ==
          Lines{"ER2026-00002 119.00 0.00 2026-06-30"});
    CHECK(lines_of(proposed(store, SepaKind::transfer, "2026-07-02")) ==
          Lines{"ER2026-00002 119.00 0.00 2026-06-30", "ER2026-00003 238.00 0.00 2026-06-30",
                "ER2026-00001 2308.60 71.40 2026-06-30"});
    const auto later = proposed(store, SepaKind::transfer, "2026-07-31", "2026-07-03");
    CHECK(lines_of(later).back() == "ER2026-00001 2332.40 47.60 2026-07-03"); // the second step
    CHECK(later.payments.back().yearly_rate == Rate{4656});
    CHECK(later.payments.back().pay_by == on("2026-07-09"));
    CHECK(later.payments.front().pay_by == on("2026-07-03")); // overdue: at once
    CHECK(lines_of(proposed(store, SepaKind::transfer, "2026-07-31", "2026-07-10")).back() ==
          "ER2026-00001 2380.00 0.00 2026-07-10");
}

TEST_CASE("a discount that costs less than credit does is no reason to pay early")
{
    auto store = paying_company();
    posted(store, bill("2026-06-25", 100'000, "0.5% 5, 30 net")); // 7.3 % a year
    CHECK(proposed(store, SepaKind::transfer, "2026-07-10").payments.empty());
    change(store, "INSERT INTO setting (key, value) VALUES ('skonto.min-rate', '7')");
    CHECK(proposed(store, SepaKind::transfer, "2026-07-10").payments.size() == 1);
}

TEST_CASE("money moves on days of the bank, never in the past")
{
    auto store = paying_company();
    posted(store, bill("2026-06-01", 10'000, "14 net"));
    const auto moved = proposed(store, SepaKind::transfer, nullptr, "2026-07-04");
    CHECK(lines_of(moved) == Lines{"ER2026-00001 119.00 0.00 2026-07-06"});
    posted(store, bill("2026-06-30", 5'000, "6 net", "R-2")); // due when the money moves
    CHECK(proposed(store, SepaKind::transfer, nullptr, "2026-07-04").payments.size() == 2);
    CHECK(moved.notes == Lines{"no money is moved between banks on 2026-07-04: it is on "
                               "2026-07-06"});
    CHECK(throws(ErrorKind::rejected,
                 [&] { proposed(store, SepaKind::transfer, nullptr, "2026-06-29"); }));
}

TEST_CASE("who cannot be paid is named; by name it is refused")
{
    auto store = paying_company();
    auto document = bill("2026-06-01", 10'000, "0 net");
    document.contact_id = 3; // no IBAN
    posted(store, document);
    document = bill("2026-06-02", 10'000, "0 net", "R-2");
    document.currency = "USD";
    posted(store, document);
    posted(store, bill("2026-06-03", 100'000'000'000, "0 net", "R-3"));
    const auto found = proposed(store, SepaKind::transfer);
    CHECK(found.payments.empty());
    CHECK(found.left_out ==
          Lines{"ER2026-00001 of 10002 Müller GmbH: no IBAN is known",
                "ER2026-00002 of Stahl AG is in USD, SEPA moves euros",
                "ER2026-00003 of Stahl AG: 1190000000.00 are more than one payment can be"});
    CHECK(refusal(store, SepaKind::transfer, 1) == found.left_out[0]);
    CHECK(refusal(store, SepaKind::transfer, 2) == found.left_out[1]);
    change(store, "UPDATE contact SET iban = 'TR330006100519786457841326' WHERE id = 3");
    CHECK(refusal(store, SepaKind::transfer, 1) ==
          "ER2026-00001 of Müller GmbH: the account TR330006100519786457841326 is of no country "
          "of SEPA");
    change(store, "UPDATE contact SET iban = 'CH9300762011623852957' WHERE id = 3");
    CHECK(refusal(store, SepaKind::transfer, 1) ==
          "ER2026-00001 of Müller GmbH: a payment to CH needs town and country of the address");
}

TEST_CASE("documents that are named, whenever they are due")
{
    auto store = paying_company();
    posted(store, bill("2026-06-29", 10'000, "60 net"));
    posted(store, bill("2026-06-01", 20'000, "0 net", "R-2"));
    posted(store, invoice("2026-06-01", {line(1'000)}));
    CHECK(lines_of(named(store, SepaKind::transfer, {1})) ==
          Lines{"ER2026-00001 119.00 0.00 2026-06-30"});
    SepaQuery both;
    both.today = today;
    both.document_ids = {1, 2};
    both.due_until = today;
    CHECK(lines_of(propose_payments(store, both)) == Lines{"ER2026-00002 238.00 0.00 2026-06-30"});
    CHECK(refusal(store, SepaKind::transfer, 3) == "RE2026-00001 is no payable");
    CHECK(refusal(store, SepaKind::debit, 1) == "ER2026-00001 is no receivable");
    auto paid_in_full = payer("2026-06-15", 23'800, {2});
    paid_in_full.contact_id = 5;
    paid_in_full.side = Side::payable;
    paid(store, paid_in_full);
    CHECK(refusal(store, SepaKind::transfer, 2) == "nothing is to be paid of ER2026-00002");
}

TEST_CASE("credits are noted, not deducted; a blocked document waits")
{
    auto store = paying_company();
    posted(store, bill("2026-06-01", 10'000, "0 net"));
    posted(store, credit_of(bill("2026-06-02", 1'000, "0 net", "G-1")));
    const auto found = proposed(store, SepaKind::transfer);
    CHECK(lines_of(found) == Lines{"ER2026-00001 119.00 0.00 2026-06-30"});
    CHECK(found.notes == Lines{"EG2026-00001 of Stahl AG with -11.90 is not deducted: `crm "
                               "openitems settle` does that first"});
    change(store, "INSERT INTO dunning_block (document_id, first_day, reason) "
                  "VALUES (1, '2026-06-01', 'Mangel')");
    CHECK(proposed(store, SepaKind::transfer).payments.empty());
    CHECK(proposed(store, SepaKind::transfer).notes ==
          Lines{"ER2026-00001 of Stahl AG is blocked"});
    // The block of a contact is about what it owes.
    change(store, "UPDATE dunning_block SET document_id = NULL, contact_id = 5");
    CHECK(proposed(store, SepaKind::transfer).payments.size() == 1);
}

TEST_CASE("debits leave time to tell the debtor, and are never before the due day")
{
    auto store = paying_company();
    given(store, mandate_of(3));
    posted(store, invoice_with_terms("2026-06-01", {line(10'000)}, "14 net"));
    posted(store, invoice_with_terms("2026-06-20", {line(20'000)}, "30 net")); // 20 July
    const auto found = proposed(store, SepaKind::debit, "2026-07-31");
    CHECK(lines_of(found) ==
          Lines{"RE2026-00001 119.00 0.00 2026-07-14", "RE2026-00002 238.00 0.00 2026-07-20"});
    CHECK(found.payments[0].sequence == "FRST");
    CHECK(found.payments[1].sequence == "RCUR");
    CHECK(found.payments[0].notify_by == today);
    CHECK(found.payments[1].notify_by == on("2026-07-06"));
    CHECK(found.payments[0].party.iban == debtor_iban);
    CHECK(throws(ErrorKind::rejected,
                 [&] { proposed(store, SepaKind::debit, nullptr, "2026-07-13"); }));
    change(store, "INSERT INTO setting (key, value) VALUES ('sepa.prenotification', '0')");
    CHECK(lines_of(proposed(store, SepaKind::debit)) ==
          Lines{"RE2026-00001 119.00 0.00 2026-07-01"}); // the bank wants a day
    CHECK(throws(ErrorKind::rejected,
                 [&] { proposed(store, SepaKind::debit, nullptr, "2026-06-30"); }));
    CHECK(lines_of(proposed(store, SepaKind::debit, nullptr, "2026-07-11")) ==
          Lines{"RE2026-00001 119.00 0.00 2026-07-13"}); // a Saturday
}

TEST_CASE("a discount goes with a debit on a day that the terms allow")
{
    auto store = paying_company();
    given(store, mandate_of(3));
    posted(store, invoice_with_terms("2026-06-30", {line(200'000)}, "3% 14, 14 net"));
    CHECK(lines_of(proposed(store, SepaKind::debit, "2026-07-14")) ==
          Lines{"RE2026-00001 2308.60 71.40 2026-07-14"});
}

TEST_CASE("nobody is debited without a mandate that is valid on the day")
{
    auto store = paying_company();
    posted(store, invoice("2026-06-01", {line(10'000)}));
    CHECK(proposed(store, SepaKind::debit).payments.empty());
    CHECK(proposed(store, SepaKind::debit).left_out.empty()); // most customers have none
    CHECK(refusal(store, SepaKind::debit, 1) == "Müller GmbH has given no mandate");
    auto old = mandate_of(3);
    old.signed_on = on("2023-07-13"); // valid today, not on 14 July
    given(store, old);
    CHECK(proposed(store, SepaKind::debit).left_out ==
          Lines{"mandate 'M-1' of Müller GmbH was not used for 36 months and lapsed after "
                "2026-07-13"});
    const auto id = given(store, mandate_of(3, "M-2"));
    CHECK(proposed(store, SepaKind::debit).payments.size() == 1);
    done(store, [&] {
        end_mandate(store, id, on("2026-07-13"));
        end_mandate(store, 1, on("2026-07-13"));
        return 0;
    });
    CHECK(proposed(store, SepaKind::debit).payments.empty());
    CHECK(proposed(store, SepaKind::debit).left_out.empty());
}

TEST_CASE("who was agreed to pay otherwise is debited only by name")
{
    auto store = paying_company();
    given(store, mandate_of(3));
    posted(store, invoice("2026-06-01", {line(10'000)}));
    change(store, "INSERT INTO condition (contact_id, kind, text, recorded_on) "
                  "VALUES (3, 'payment', 'transfer', '2026-01-01')");
    CHECK(proposed(store, SepaKind::debit).payments.empty());
    CHECK(named(store, SepaKind::debit, {1}).payments.size() == 1);
    change(store, "INSERT INTO condition (contact_id, kind, text, recorded_on) "
                  "VALUES (3, 'payment', 'debit', '2026-02-01')");
    CHECK(proposed(store, SepaKind::debit).payments.size() == 1);
}

TEST_CASE("other currencies are named only of who has given a mandate")
{
    auto store = paying_company();
    auto dollars = invoice("2026-06-01", {line(10'000)});
    dollars.currency = "USD";
    posted(store, dollars);
    CHECK(proposed(store, SepaKind::debit).left_out.empty());
    given(store, mandate_of(3));
    CHECK(proposed(store, SepaKind::debit).left_out ==
          Lines{"RE2026-00001 of Müller GmbH is in USD, SEPA moves euros"});
}

TEST_CASE("fees and interest are no part of a mandate, unless they are named; disputes wait")
{
    auto store = paying_company();
    given(store, mandate_of(3));
    posted(store, invoice("2026-06-01", {line(10'000)}));
    Document fee;
    fee.kind = DocumentKind::fee;
    fee.contact_id = 3;
    fee.date = on("2026-06-20");
    fee.net = {500};
    fee.claim_id = 1;
    done(store, [&] { return post_plain_document(store, fee); });
    CHECK(lines_of(proposed(store, SepaKind::debit)) ==
          Lines{"RE2026-00001 119.00 0.00 2026-07-14"});
    CHECK(lines_of(named(store, SepaKind::debit, {2})) ==
          Lines{"FO2026-00001 5.00 0.00 2026-07-14"});
    change(store, "INSERT INTO dunning_block (contact_id, first_day, reason) "
                  "VALUES (3, '2026-06-01', 'Streit')");
    CHECK(proposed(store, SepaKind::debit).payments.empty());
}

} // namespace crm::test

// SPDX-License-Identifier: MIT
#include "crm/openitems/compulsory.hpp"
#include "crm/openitems/personal_account.hpp"
#include "crm/openitems/seller.hpp"
#include "tests/unit/openitems/documents.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

TEST_CASE("tax is per rate, rounded once from the sum of its lines")
{
    // 3 x 0.03 at 19 %: line by line it would be 3 x 0.01.
    const auto taxes = taxes_of({line(3), line(3), line(3), line(1000, 700), line(500, 0)});
    REQUIRE(taxes.size() == 3);
    CHECK(taxes[0].rate == Rate{1900});
    CHECK(taxes[0].net == Money{9});
    CHECK(taxes[0].tax == Money{2});
    CHECK(taxes[1].tax == Money{70});
    CHECK(taxes[2].net == Money{500});
    CHECK(taxes[2].tax == Money{0});
}

TEST_CASE("posting gives number, due day, sums and terms")
{
    auto store = small_company();
    auto wanted = invoice("2026-06-01", {line(200'000)});
    wanted.terms = "3% 7, 2% 14, 30 net";
    const auto first = posted(store, wanted);
    CHECK(first.number == "RE2026-00001");
    CHECK(first.due == on("2026-07-01"));
    CHECK(first.net == Money{200'000});
    CHECK(first.tax == Money{38'000});
    CHECK(first.gross() == Money{238'000});
    CHECK(first.currency == "EUR");
    change(store, "INSERT INTO setting (key, value) VALUES ('terms.sale', '14 net')");
    const auto second = posted(store, invoice("2026-06-02", {line(100)}));
    CHECK(second.number == "RE2026-00002");
    CHECK(second.terms == "14 net");
    CHECK(second.due == on("2026-06-16"));
    CHECK(last_day_of_series(store, Side::receivable, DocumentKind::invoice, on("2026-12-31")) ==
          on("2026-06-02"));
    CHECK_FALSE(
        last_day_of_series(store, Side::receivable, DocumentKind::invoice, on("2027-01-01")));
}

TEST_CASE("what is read is what was posted")
{
    auto store = small_company();
    auto wanted = invoice("2026-06-01", {line(1000), line(2000, 700)});
    wanted.lines[0].cost = Money{600};
    wanted.lines[0].discount = {0};
    wanted.buyer_reference = "04011000-1234512345-06";
    const auto made = posted(store, wanted);
    const auto read = document_by_number(store, "re2026-00001");
    CHECK(read.id == made.id);
    CHECK(read.gross() == Money{1190 + 2140});
    CHECK(read.buyer_reference == wanted.buyer_reference);
    REQUIRE(read.lines.size() == 2);
    CHECK(read.lines[0].cost == Money{600});
    CHECK_FALSE(read.lines[1].cost);
    REQUIRE(read.taxes.size() == 2);
    CHECK(read.taxes[1].tax == Money{140});
    CHECK(throws(ErrorKind::not_found, [&] { document_by_number(store, "RE2026-00009"); }));
    CHECK(document_id_by_number(store, "re2026-00001", 3) == read.id);
    CHECK(throws(ErrorKind::not_found,
                 [&] { static_cast<void>(document_id_by_number(store, "RE2026-00001", 4)); }));
}

TEST_CASE("a document is never changed")
{
    auto store = small_company();
    posted(store, invoice("2026-06-01", {line(1000)}));
    for (const char* script : {"UPDATE document SET net = 0", "DELETE FROM document",
                               "UPDATE document_line SET net = 0", "DELETE FROM document_tax"})
        CHECK_THROWS(change(store, script));
}

TEST_CASE("a refused document takes no number")
{
    auto store = small_company();
    CHECK(throws(ErrorKind::rejected, [&] { posted(store, invoice("2026-06-01", {})); }));
    Document bill = invoice("2026-06-01", {line(1000)});
    bill.side = Side::payable;
    bill.reference = "R-77";
    CHECK(posted(store, bill).number == "ER2026-00001");
    bill.reference = "r-77"; // the same paper once more
    CHECK(throws(ErrorKind::rejected, [&] { posted(store, bill); }));
    bill.reference = "R-78";
    CHECK(posted(store, bill).number == "ER2026-00002");
    bill.kind = DocumentKind::credit;
    CHECK(posted(store, bill).number == "EG2026-00001");
    bill.number = "ER2026-00002";
    bill.reference = "";
    CHECK(throws(ErrorKind::rejected, [&] { posted(store, bill); }));
}

TEST_CASE("open amounts: credits are deducted, historical documents open nothing")
{
    auto store = small_company();
    posted(store, invoice("2026-06-01", {line(10'000)}));
    auto credit = invoice("2026-06-02", {line(2000)});
    credit.kind = DocumentKind::credit;
    CHECK(posted(store, credit).due == on("2026-06-02"));
    auto old = invoice("2020-01-02", {line(99'900)});
    old.number = "R-1";
    old.historical = true;
    posted(store, old);
    CHECK(open_amount(store, 3, Side::receivable) == Money{11'900 - 2380});
    CHECK(open_amount(store, 3, Side::payable) == Money{});
    CHECK(open_amount(store, 4, Side::receivable) == Money{});
}

TEST_CASE("accounts: customers from 10000, suppliers from 70000 on, and on when all are given")
{
    auto store = small_company();
    Transaction transaction(store);
    CHECK(personal_account(store, 4, Side::receivable) == 10'000);
    CHECK(personal_account(store, 3, Side::receivable) == 10'001);
    CHECK(personal_account(store, 3, Side::payable) == 70'000);
    CHECK(personal_account(store, 4, Side::receivable) == 10'000);
    store.execute("UPDATE personal_account SET number = 69999 WHERE number = 10001");
    store.execute("UPDATE personal_account SET number = 99999 WHERE number = 70000");
    CHECK(personal_account(store, 2, Side::receivable) == 100'000);
    CHECK(personal_account(store, 2, Side::payable) == 700'000);
    CHECK(personal_account(store, 1, Side::payable) == 700'001);
}

TEST_CASE("the recipient is frozen when the address is complete")
{
    auto store = small_company();
    CHECK(posted(store, invoice("2026-06-01", {line(100)})).recipient == "Müller GmbH");
    change(store, "UPDATE contact SET street = 'Weg 1', postcode = '37073', vat_id = 'DE136695976' "
                  "WHERE id = 3");
    auto wanted = invoice("2026-06-01", {line(100)});
    wanted.person_id = 4;
    const auto made = posted(store, wanted);
    CHECK(made.recipient == "Müller GmbH\nEva Meier\nWeg 1\n37073 Göttingen");
    CHECK(made.vat_id == "DE136695976");
    change(store, "UPDATE contact SET street = 'Allee 2' WHERE id = 3");
    CHECK(document_by_id(store, made.id).recipient == made.recipient);
}

TEST_CASE("a credit note goes to whom its invoice went; only what that lacked is looked up")
{
    auto store = small_company();
    change(store, "UPDATE contact SET street = 'Weg 1', postcode = '37073', vat_id = 'ATU12345675' "
                  "WHERE id = 3");
    auto credit = posted(store, invoice("2026-06-01", {line(100)}));
    credit.number.clear();
    credit.kind = DocumentKind::credit;
    credit.corrects_id = credit.id;
    credit.lines.front().corrects_id = credit.lines.front().id;
    change(store, "UPDATE contact SET street = 'Allee 2', vat_id = 'FR40303265045' WHERE id = 3");
    auto made = posted(store, credit);
    CHECK(made.recipient == "Müller GmbH\nWeg 1\n37073 Göttingen");
    CHECK(made.vat_id == "ATU12345675");
    credit.recipient.clear();
    credit.vat_id.clear();
    made = posted(store, credit);
    CHECK(made.recipient == "Müller GmbH\nAllee 2\n37073 Göttingen");
    CHECK(made.vat_id == "FR40303265045");
}

TEST_CASE("compulsory data of an invoice")
{
    auto store = small_company();
    const auto missing = [&](const Document& d) {
        return missing_invoice_data(seller_of(store, d, d.date), d);
    };
    auto document = posted(store, invoice("2026-06-01", {line(21'009)})); // 250.01 with tax
    CHECK(missing(document) == std::vector<std::string>{"the own address",
                                                        "the own tax number or VAT ID",
                                                        "the recipient's address"});
    document = posted(store, invoice("2026-06-01", {line(21'008)})); // 250.00 (§ 33 UStDV)
    CHECK(missing(document) ==
          std::vector<std::string>{"the own address", "the own tax number or VAT ID"});
    document.tax_case = TaxCase::intra_community;
    CHECK(missing(document).size() == 5);
    document.tax_case = TaxCase::domestic;
    document.currency = "CHF";
    CHECK(missing(document).size() == 3);
    change(store, "UPDATE contact SET street = 'Weg 1', postcode = '37073', city = 'Göttingen'");
    change(store, "UPDATE contact SET tax_number = '20/123/45678' WHERE id = 1");
    document = posted(store, invoice("2026-06-01", {line(100)}));
    CHECK(missing(document).empty());
    document.tax_case = TaxCase::intra_community;
    CHECK(missing(document) ==
          std::vector<std::string>{"the own VAT ID", "the recipient's VAT ID"});
    document.side = Side::payable;
    CHECK(missing(document).empty());
}

TEST_CASE("a document of ours keeps how the own company looked when it was posted")
{
    auto store = small_company();
    const auto street = [&](const Document& document) {
        return seller_of(store, document, on("2026-06-30")).address.at(1);
    };
    const auto move_to = [&](const char* to) {
        change(store,
               (std::string("UPDATE contact SET street = '") + to + "' WHERE id = 1").c_str());
    };
    change(store, "UPDATE contact SET street = 'Weg 1', postcode = '37073', city = 'Göttingen'");
    const auto early = posted(store, invoice("2026-06-01", {line(100)}));
    CHECK_FALSE(early.seller_id); // without a tax number it could not be printed
    change(store, "UPDATE contact SET tax_number = '20/123/45678' WHERE id = 1");
    const auto first = posted(store, invoice("2026-06-01", {line(100)}));
    const auto same = posted(store, invoice("2026-06-02", {line(100)}));
    CHECK(first.seller_id == same.seller_id);
    auto abroad = invoice("2026-06-02", {line(100, 0)});
    abroad.tax_case = TaxCase::intra_community;
    CHECK_FALSE(posted(store, abroad).seller_id); // it would have to name the own VAT ID
    move_to("Allee 2");
    const auto second = posted(store, invoice("2026-06-03", {line(100)}));
    CHECK(second.seller_id != first.seller_id);
    CHECK(street(document_by_id(store, first.id)) == "Weg 1");
    CHECK(street(document_by_id(store, second.id)) == "Allee 2");
    CHECK(street(early) == "Allee 2");
    move_to("Weg 1");
    CHECK(posted(store, invoice("2026-06-04", {line(100)})).seller_id == first.seller_id);
    auto theirs = invoice("2026-06-04", {line(100)});
    theirs.side = Side::payable;
    CHECK_FALSE(posted(store, theirs).seller_id);
    CHECK(throws(ErrorKind::rejected, [&] { change(store, "UPDATE seller SET address = 'X'"); }));
    CHECK(throws(ErrorKind::rejected, [&] { change(store, "DELETE FROM seller"); }));
}

} // namespace crm::test

// SPDX-License-Identifier: MIT
#include "crm/openitems/bank/import.hpp"
#include "crm/openitems/bank/match.hpp"
#include "crm/store/closed_period.hpp"
#include "tests/unit/openitems/paying.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

constexpr const char* customer = "Müller GmbH";
using Ids = std::vector<std::int64_t>;

BankEntry entry(const char* day, std::int64_t cents, const char* name, const char* text)
{
    BankEntry entry;
    entry.date = entry.value_date = on(day);
    entry.amount = {cents};
    entry.name = name;
    entry.text = text;
    return entry;
}

/// Imports the entries as one statement; their lines count on.
void import(Store& store, std::vector<BankEntry> entries)
{
    auto known = store.prepare("SELECT count(*) FROM bank_statement");
    known.step();
    BankStatement statement;
    statement.iban = own_iban;
    statement.id = fmt::format("{}", known.integer(0));
    statement.first_day = on("2026-06-01");
    statement.last_day = on("2026-06-30");
    statement.currency = "EUR";
    statement.entries = std::move(entries);
    known.reset();
    done(store,
         [&] { return import_bank_statements(store, {statement}, std::string(64, '0'), now); });
}

/// Which lines are matched by themselves.
Ids matched(Store& store)
{
    return done(store, [&] {
        Ids ids;
        match_lines(store, [&](std::int64_t id) { ids.push_back(id); });
        return ids;
    });
}

MatchedLine by_hand(Store& store, std::int64_t line, const std::vector<std::string>& words)
{
    return done(store, [&] { return match_line(store, line, match_targets(store, words)); });
}

Money open(Store& store, std::int64_t document)
{
    return open_of_document(store, document);
}

} // namespace

TEST_CASE("what a text might name keeps it from paying something else")
{
    auto store = paying_company();
    posted(store, invoice("2026-06-01", {line(10'000)}));
    posted(store, invoice("2026-06-01", {line(20'000)}));
    import(store, {entry("2026-06-10", 11'900, customer, "RechnungRE2026-00002vom 1.6.")});
    CHECK(matched(store).empty());
    import(store, {entry("2026-06-11", 11'900, customer, "RechnungRE2026-00001vom 1.6.")});
    CHECK(matched(store) == Ids{2});
    CHECK(open(store, 1) == Money{});
    CHECK(ledger_breaches(store).empty());
}

TEST_CASE("without a number only one open item at the amount is sure")
{
    auto store = paying_company();
    posted(store, invoice("2026-04-01", {line(10'000)}));
    posted(store, invoice("2026-06-01", {line(10'000)}));
    import(store, {entry("2026-06-10", 11'900, customer, "Danke"),
                   entry("2026-06-11", 11'900, customer, "RE2026-00001"),
                   entry("2026-06-12", 11'900, customer, "Danke")});
    CHECK(matched(store) == Ids{2, 3});
    CHECK(matched(store).empty());
}

TEST_CASE("a credit note that is named counts less")
{
    auto store = paying_company();
    posted(store, invoice("2026-06-01", {line(20'000)}));
    auto credit = invoice("2026-06-05", {line(5'000)});
    credit.kind = DocumentKind::credit;
    const auto number = posted(store, credit).number;
    const auto text = "RE2026-00001 abz. " + number;
    import(store, {entry("2026-06-10", 23'800, customer, text.c_str()),
                   entry("2026-06-10", 17'850, customer, text.c_str())});
    CHECK(matched(store) == Ids{2});
    CHECK(open(store, 1) == Money{});
    CHECK(open(store, 2) == Money{});
    CHECK(ledger_breaches(store).empty());
}

TEST_CASE("a supplier's number is that of the one whose name it is, also a short one")
{
    auto store = paying_company();
    add(store, ContactKind::company, named("Kupfer AG"));
    posted(store, bill("2026-06-01", 10'000, "30 net", "R-1"));
    posted(store, bill("2026-06-01", 20'000, "30 net", "R-2"));
    auto other = bill("2026-06-01", 10'000, "30 net", "R-1");
    other.contact_id = 6;
    posted(store, other);
    import(store, {entry("2026-06-10", -11'900, "Stahl AG", "R-2, Rate"),
                   entry("2026-06-11", -11'900, "Kupfer AG", "R-1"),
                   entry("2026-06-12", -11'900, "Jemand", "R-1 und R-2")});
    CHECK(matched(store) == Ids{2});
    CHECK(open(store, 3) == Money{});
    CHECK(open(store, 1) == Money{11'900});
}

TEST_CASE("a return without id is told by the account, if it names nothing else")
{
    auto store = paying_company();
    posted(store, invoice("2026-06-01", {line(10'000)}));
    posted(store, invoice("2026-06-01", {line(20'000)}));
    auto in = entry("2026-06-10", 11'900, customer, "RE2026-00001");
    in.iban = debtor_iban;
    import(store, {in});
    CHECK(matched(store) == Ids{1});
    auto back = entry("2026-06-12", -11'900, customer, "RE2026-00002");
    back.iban = debtor_iban;
    back.return_reason = "return";
    auto charged = back;
    charged.text = "Retoure";
    charged.amount = {-12'200};
    import(store, {back, charged});
    CHECK(matched(store).empty());
    back.text = "Retoure";
    import(store, {back, back});
    CHECK(matched(store) == Ids{4});
    CHECK(open(store, 1) == Money{11'900});
    CHECK(ledger_breaches(store).empty());
}

TEST_CASE("charges of more than a bank takes are none, and by hand only of a return")
{
    auto store = paying_company();
    posted(store, invoice("2026-06-01", {line(10'000)}));
    auto back = entry("2026-06-12", -13'901, customer, "RE2026-00001");
    back.return_reason = "return";
    import(store, {entry("2026-06-10", 11'900, customer, "RE2026-00001"), back});
    CHECK(matched(store) == Ids{1});
    CHECK(throws(ErrorKind::rejected, [&] { by_hand(store, 2, {"ZA2026-00001"}); }));
    import(store, {entry("2026-06-12", -12'200, customer, "x")});
    CHECK(throws(ErrorKind::rejected, [&] { by_hand(store, 3, {"RE2026-00001"}); }));
    import(store, {entry("2026-06-12", -11'900, customer, "x")});
    const auto result = by_hand(store, 4, {"RE2026-00001"});
    REQUIRE(result.returned);
    CHECK(result.returned->number == "ZA2026-00001");
    CHECK(open(store, 1) == Money{11'900});
}

TEST_CASE("a line in the books of a day that is closed leaves the others to be matched")
{
    auto store = paying_company();
    posted(store, invoice("2026-05-01", {line(10'000)}));
    posted(store, invoice("2026-06-01", {line(20'000)}));
    import(store, {entry("2026-05-30", 11'900, customer, "RE2026-00001"),
                   entry("2026-06-10", 23'800, customer, "RE2026-00002")});
    done(store, [&] {
        close_period(store, on("2026-05-31"), "2026-06-01T09:00");
        return 0;
    });
    std::vector<std::string> left_out;
    const auto count = done(store, [&] {
        return match_lines(
            store, [](std::int64_t) {}, [&](const std::string& why) { left_out.push_back(why); });
    });
    CHECK(count == 1);
    REQUIRE(left_out.size() == 1);
    CHECK(left_out.front().starts_with("line 1 is left out: the books are closed"));
    CHECK(open(store, 1) == Money{11'900});
    CHECK(open(store, 2) == Money{});
}

TEST_CASE("money of somebody who is customer and supplier goes by its direction")
{
    auto store = paying_company();
    done(store, [&] {
        ContactData both;
        both.values[Field::customer] = "yes";
        ContactWriter(store, today).change(5, both);
        return 0;
    });
    import(store, {entry("2026-06-10", -5'000, "Stahl AG", "Anzahlung"),
                   entry("2026-06-10", 5'000, "Stahl AG", "Vorkasse")});
    CHECK(by_hand(store, 1, {"Stahl AG"}).result.payment.side == Side::payable);
    CHECK(by_hand(store, 2, {"Stahl AG"}).result.payment.side == Side::receivable);
    CHECK(balance_of(store, 5, Side::payable, on("2026-12-31")).open == Money{-5'000});
    CHECK(ledger_breaches(store).empty());
}

} // namespace crm::test

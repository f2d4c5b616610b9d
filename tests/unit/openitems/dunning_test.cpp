// SPDX-License-Identifier: MIT
#include "tests/unit/openitems/dunning.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

RemindedItem only_item(Store& store, const char* day)
{
    const auto found = reminders(store, as_of(day));
    REQUIRE(found.size() == 1);
    REQUIRE(found.front().items.size() == 1);
    return found.front().items.front();
}

std::int64_t consumer(Store& store)
{
    return add_person(store, "Otto Privat");
}

std::int64_t credit_of(Store& store, const char* day, std::int64_t cents,
                       std::optional<std::int64_t> corrects = std::nullopt)
{
    auto credit = invoice(day, {line(cents, 0)});
    credit.kind = DocumentKind::credit;
    credit.corrects_id = corrects;
    return posted(store, credit).id;
}

} // namespace

TEST_CASE("what is overdue is reminded of, with the interest that the law allows")
{
    auto store = small_company();
    owed(store, "R1", "2026-05-31", 100'000);
    owed(store, "R2", "2026-07-31", 50'000);
    const auto item = only_item(store, "2026-07-31"); // due on the day is not overdue
    CHECK(item.document == "R1");
    CHECK(item.days_overdue == 61);
    CHECK(item.level == 1);
    CHECK(item.interest == Money{1'738});
    // Level 1 claims nothing unless a setting says so.
    CHECK(item.fee == Money{});
    CHECK(item.lumpsum == Money{});
    CHECK(item.new_interest == Money{});
    CHECK(item.total == Money{100'000});
    CHECK(reminders(store, as_of("2026-07-31")).front().term == on("2026-08-10"));
}

TEST_CASE("an item rises one level a run, when the days between have passed")
{
    auto store = small_company();
    owed(store, "R1", "2026-05-31", 100'000);
    CHECK(levels(store, "2026-05-31").empty());
    CHECK(remind(store, "2026-06-01").id == 1);
    CHECK(levels(store, "2026-06-01").empty());
    CHECK(levels(store, "2026-06-07").empty());
    CHECK(levels(store, "2026-06-08") == "R1:2");
    CHECK(levels(store, "2026-05-31").empty());
    owed(store, "R2", "2026-06-05", 100'000);
    CHECK(remind(store, "2026-06-10").reminders.front().level == 2);
    CHECK(levels(store, "2026-06-17") == "R1:3 R2:2");
    remind(store, "2026-06-17");
    CHECK(levels(store, "2026-06-24") == "R2:3"); // after the last level an item is left alone
    CHECK(remind(store, "2026-06-23").id == 0);
    // The days between are a setting, so are the levels and the days before the first.
    set(store, "dunning.gap", "7 14");
    CHECK(levels(store, "2026-06-30").empty());
    CHECK(levels(store, "2026-07-01") == "R2:3");
    set(store, "dunning.levels", "4");
    CHECK(levels(store, "2026-07-01") == "R1:4 R2:3");
    set(store, "dunning.levels", "2");
    CHECK(levels(store, "2026-07-01").empty());
    set(store, "dunning.overdue", "10");
    owed(store, "R3", "2026-07-01", 100'000);
    CHECK(levels(store, "2026-07-10").empty());
    CHECK(levels(store, "2026-07-11") == "R3:1");
    CHECK(dunning_breaches(store).empty());
}

TEST_CASE("the past is as it was then")
{
    auto store = small_company();
    owed(store, "R1", "2026-05-31", 100'000);
    remind(store, "2026-06-10");
    undo(store, 1, "2026-06-20");
    paid(store, payer("2026-06-25", 100'000));
    CHECK(levels(store, "2026-06-09") == "R1:1");
    CHECK(levels(store, "2026-06-17") == "R1:2");
    CHECK(levels(store, "2026-06-20") == "R1:1");
    CHECK(levels(store, "2026-06-25").empty());
}

TEST_CASE(
    "a level claims what its settings say; a business owes the lump sum once, a consumer never")
{
    auto store = small_company();
    const auto otto = consumer(store);
    owed(store, "R1", "2026-05-31", 100'000);
    owed(store, "P1", "2026-05-31", 100'000, otto);
    remind(store, "2026-07-24");
    const auto second = reminders(store, as_of("2026-07-31"));
    REQUIRE(second.size() == 2);
    const auto& firm = second.front().items.front();
    CHECK(firm.fee == Money{500});
    CHECK(firm.new_interest == Money{1'738});
    CHECK(firm.lumpsum == Money{4'000});
    CHECK(firm.total == Money{100'000 + 500 + 1'738 + 4'000});
    CHECK(second.front().total() == firm.total);
    CHECK(second.front().term == on("2026-08-07"));
    const auto& person = second.back().items.front();
    CHECK(person.interest == Money{1'069});
    CHECK(person.lumpsum == Money{});
    CHECK(person.total == Money{100'000 + 500 + 1'069});

    const auto run = remind(store, "2026-07-31");
    CHECK(run.reminders.front().items.front().fee_number == "FO2026-00001");
    CHECK(run.reminders.front().items.front().interest_number == "FO2026-00002");
    CHECK(run.reminders.front().items.front().lumpsum_number == "FO2026-00003");
    // Interest that was claimed is not claimed again, and no interest is owed on it (§ 289 BGB):
    // 7 days of 1000.00 at 10.52 % are 2.02 more, 68 days in all 19.39: 2.01 are left to claim.
    const auto third = reminders(store, as_of("2026-08-07")).front();
    CHECK(third.items.size() == 1);
    CHECK(third.items.front().interest == Money{1'939});
    CHECK(third.items.front().new_interest == Money{201});
    CHECK(third.items.front().lumpsum == Money{});
    CHECK(third.claims.size() == 3);
    CHECK(third.total() == Money{100'000 + 1'939 + 4'000 + 500 + 500});
    CHECK(third.items.front().total == Money{100'000 + 1'939 + 500});
    CHECK(dunning_breaches(store).empty());
}

TEST_CASE("what was paid of the interest is not asked for again")
{
    auto store = small_company();
    owed(store, "R1", "2026-05-31", 100'000);
    remind(store, "2026-07-24");
    remind(store, "2026-07-31");
    auto costs = payer("2026-08-01", 6'238);
    costs.costs_first = true;
    paid(store, costs); // fee, lump sum and interest, not the claim
    const auto item = only_item(store, "2026-08-07");
    CHECK(item.open == Money{100'000});
    CHECK(item.interest == Money{1'939});
    CHECK(item.total == Money{100'000 + 201 + 500});
    CHECK(reminders(store, as_of("2026-08-07")).front().claims.empty());
}

TEST_CASE("a letter costs one fee, that of its highest level")
{
    auto store = small_company();
    owed(store, "R1", "2026-05-01", 100'000);
    owed(store, "R2", "2026-05-02", 100'000);
    remind(store, "2026-05-03");
    owed(store, "R3", "2026-05-04", 100'000);
    set(store, "dunning.fee", "1 2.50 7");
    set(store, "dunning.lumpsum", "no");
    const auto reminder = reminders(store, as_of("2026-05-10")).front();
    REQUIRE(reminder.items.size() == 3);
    CHECK(reminder.level == 2);
    CHECK(reminder.items[0].fee == Money{250});
    CHECK(reminder.items[1].fee == Money{});
    CHECK(reminder.items[2].fee == Money{});
    CHECK(reminder.items[0].lumpsum == Money{});
}

TEST_CASE("only one level, only one contact")
{
    auto store = small_company();
    const auto otto = consumer(store);
    owed(store, "R1", "2026-05-01", 100'000);
    remind(store, "2026-05-03");
    owed(store, "R2", "2026-05-04", 100'000);
    owed(store, "P1", "2026-05-04", 100'000, otto);
    auto query = as_of("2026-05-10");
    CHECK(levels(store, query) == "R1:2 R2:1 P1:1");
    query.level = 1;
    CHECK(levels(store, query) == "R2:1 P1:1");
    query.contact_id = 3;
    CHECK(levels(store, query) == "R2:1");
    query.level = 3;
    CHECK(levels(store, query).empty());
}

TEST_CASE("default begins on the due day, 30 days later or with the reminder")
{
    auto store = small_company();
    owed(store, "R1", "2026-05-31", 100'000);
    remind(store, "2026-07-24");
    set(store, "interest.start", "due+30");
    // From 1 July on: 31 days at 10.52 %.
    CHECK(only_item(store, "2026-07-31").interest == Money{893});
    set(store, "interest.start", "reminder");
    CHECK(only_item(store, "2026-07-31").interest == Money{202}); // 7 days
    CHECK(only_item(store, "2026-07-23").interest == Money{});
}

TEST_CASE("interest follows what was paid, and was never owed on what was credited")
{
    auto store = small_company();
    const auto r1 = posted(store, invoice_with_terms("2026-06-30", {line(100'000, 0)}, "0 net")).id;
    paid(store, payer("2026-07-10", 60'000, {r1}));
    CHECK(only_item(store, "2026-07-15").interest == Money{346});
    credit_of(store, "2026-07-12", 20'000, r1);
    done(store,
         [&] { return settle(store, "GU2026-00001", 3, {r1}, std::nullopt, on("2026-07-12")); });
    // 10 days of 800.00 and 5 of 200.00 at 10.52 %.
    CHECK(only_item(store, "2026-07-15").interest == Money{259});
    CHECK(only_item(store, "2026-07-15").open == Money{20'000});
}

TEST_CASE("a payment that was taken back has stopped no interest")
{
    auto store = small_company();
    owed(store, "R1", "2026-06-30", 100'000);
    const auto payment = paid(store, payer("2026-07-10", 100'000)).payment.id;
    CHECK(levels(store, "2026-07-20").empty());
    done(store, [&] { return reverse_payment(store, payment, on("2026-07-20")); });
    CHECK(levels(store, "2026-07-19").empty());                   // then it was still paid
    CHECK(only_item(store, "2026-07-30").interest == Money{865}); // 30 days at 10.52 %
}

TEST_CASE("credits are deducted, never reminded of; who owes too little is not reminded")
{
    auto store = small_company();
    owed(store, "R1", "2026-06-01", 10'000);
    credit_of(store, "2026-06-02", 3'000);
    paid(store, payer("2026-06-03", 10'500)); // 5.00 too much
    CHECK(levels(store, "2026-06-10").empty());
    owed(store, "R2", "2026-06-01", 10'000);
    const auto reminder = reminders(store, as_of("2026-06-10")).front();
    CHECK(reminder.items.size() == 1);
    REQUIRE(reminder.credits.size() == 2);
    CHECK(reminder.credits[0].open == Money{-3'000});
    CHECK(reminder.credits[1].kind == "payment");
    CHECK(reminder.total() == Money{6'500});
    set(store, "dunning.minimum", "65.00");
    CHECK(levels(store, "2026-06-10") == "R2:1");
    set(store, "dunning.minimum", "65.01");
    CHECK(levels(store, "2026-06-10").empty());
    set(store, "dunning.minimum", "0");
    credit_of(store, "2026-06-04", 6'500);
    CHECK(levels(store, "2026-06-10").empty()); // nothing is owed in all
}

TEST_CASE("what we owe is not reminded of")
{
    auto store = small_company();
    auto bill = invoice("2026-06-01", {line(10'000)});
    bill.side = Side::payable;
    posted(store, bill);
    CHECK(levels(store, "2026-12-01").empty());
}

TEST_CASE("currencies are apart; fees and lump sums are in that of the books")
{
    auto store = small_company();
    owed(store, "R1", "2026-06-01", 10'000);
    owed(store, "D1", "2026-06-01", 10'000, 3, "USD");
    remind(store, "2026-06-02");
    const auto found = reminders(store, as_of("2026-06-09"));
    REQUIRE(found.size() == 2);
    CHECK(found[0].currency == "EUR");
    CHECK(found[0].items.front().fee == Money{500});
    CHECK(found[1].currency == "USD");
    CHECK(found[1].items.front().fee == Money{});
    CHECK(found[1].items.front().lumpsum == Money{});
    CHECK(found[1].items.front().new_interest == Money{23});
    remind(store, "2026-06-09");
    CHECK(value(store, "SELECT currency FROM document WHERE kind = 'interest' AND net = 23 AND "
                       "reference = 'D1'") == "USD");
    CHECK(dunning_breaches(store).empty());
}

TEST_CASE("claims are asked for with their item, and alone only when that is paid")
{
    auto store = small_company();
    owed(store, "R1", "2026-05-31", 100'000);
    remind(store, "2026-06-10");
    remind(store, "2026-06-20");
    CHECK(levels(store, "2026-06-30") == "R1:3"); // its claims were due on 27 June
    paid(store, payer("2026-06-30", 100'000));
    const auto rest = reminders(store, as_of("2026-06-30")).front();
    CHECK(levels(store, "2026-06-30") == "FO2026-00001:1 FO2026-00002:1 FO2026-00003:1");
    CHECK(rest.claims.empty());
    CHECK(rest.total() == Money{500 + 563 + 4'000});
    for (const auto& item : rest.items)
        CHECK(item.interest == Money{}); // § 289 BGB
    remind(store, "2026-06-30");
    const auto second = reminders(store, as_of("2026-07-07")).front();
    CHECK(second.level == 2);
    CHECK(second.total() == rest.total()); // no fee for reminding of a fee
    CHECK(dunning_breaches(store).empty());
}

TEST_CASE("a contact that was merged is reminded as the one that it is now")
{
    auto store = small_company();
    const auto other = add_company(store, "Müller und Co");
    owed(store, "R1", "2026-05-31", 100'000, other);
    owed(store, "R2", "2026-05-31", 100'000);
    change(store, "UPDATE contact SET merged_into_id = 3 WHERE id = 5");
    const auto found = reminders(store, as_of("2026-06-10"));
    REQUIRE(found.size() == 1);
    CHECK(found.front().contact_id == 3);
    CHECK(found.front().items.size() == 2);
    remind(store, "2026-06-10");
    remind(store, "2026-06-20");
    CHECK(levels(store, "2026-06-30") == "R1:3 R2:3");
    CHECK(dunning_breaches(store).empty());
}

TEST_CASE("how a reminder goes: as preferred, else by post, else by e-mail")
{
    auto store = small_company();
    owed(store, "R1", "2026-05-31", 100'000);
    const auto channel = [&] { return reminders(store, as_of("2026-06-10")).front().channel; };
    CHECK(channel().empty());
    change(store, "UPDATE contact SET email = 'a@example.com;b@example.com' WHERE id = 3");
    CHECK(channel() == "email");
    CHECK(reminders(store, as_of("2026-06-10")).front().email == "a@example.com");
    change(store, "UPDATE contact SET street = 'Ring 1', postcode = '37073' WHERE id = 3");
    CHECK(channel() == "post");
    CHECK(reminders(store, as_of("2026-06-10")).front().address ==
          std::vector<std::string>{"Müller GmbH", "Ring 1", "37073 Göttingen"});
    change(store, "UPDATE contact SET preferred_channel = 'email' WHERE id = 3");
    CHECK(channel() == "email");
    change(store, "UPDATE contact SET email = NULL WHERE id = 3");
    CHECK(channel() == "post");
}

TEST_CASE("a reminder goes to who is there for accounting")
{
    auto store = small_company();
    owed(store, "R1", "2026-05-31", 100'000);
    change(store, "UPDATE contact SET street = 'Ring 1', postcode = '37073' WHERE id = 3;"
                  "INSERT INTO employment_function (employment_id, person_id, function) "
                  "SELECT id, person_id, 'accounting' FROM employment WHERE person_id = 4");
    const auto reminder = reminders(store, as_of("2026-06-10")).front();
    CHECK(reminder.email == "Eva@Example.com");
    CHECK(reminder.person == "Eva Meier");
    CHECK(reminder.address ==
          std::vector<std::string>{"Müller GmbH", "Eva Meier", "Ring 1", "37073 Göttingen"});
}

} // namespace crm::test

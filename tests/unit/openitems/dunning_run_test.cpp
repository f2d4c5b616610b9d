// SPDX-License-Identifier: MIT
#include "crm/openitems/dunning/posted.hpp"
#include "crm/openitems/item_dunning.hpp"
#include "crm/store/closed_period.hpp"
#include "crm/switchboard/merge.hpp"
#include "tests/unit/openitems/dunning.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

std::string refusal(const auto& work)
{
    const auto failure = thrown(work);
    REQUIRE(failure);
    CHECK(failure->kind == ErrorKind::rejected);
    return failure->what();
}

void block(Store& store, const char* who, const char* day, std::optional<Date> until = std::nullopt,
           const char* reason = "Streit")
{
    done(store, [&] {
        return block_reminders(store, dunning_target(store, who), on(day), until, reason);
    });
}

void unblock(Store& store, const char* who, const char* day)
{
    Transaction transaction(store);
    unblock_reminders(store, dunning_target(store, who), on(day));
    transaction.commit();
}

void promise(Store& store, std::int64_t id, const char* made_on, const char* date,
             std::optional<Money> amount = std::nullopt)
{
    done(store, [&] { return record_promise(store, id, on(made_on), on(date), amount); });
}

Store with_item()
{
    auto store = small_company();
    owed(store, "R1", "2026-05-31", 100'000);
    return store;
}

/// Two runs, the second with a fee, interest and a lump sum.
Store with_runs()
{
    auto store = with_item();
    remind(store, "2026-07-24");
    remind(store, "2026-07-31");
    return store;
}

std::vector<std::string> after(const char* table, const char* script)
{
    auto store = with_runs();
    tamper(store, table, script);
    return dunning_breaches(store);
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("a posted run remembers levels, claims what it says, and is in the log")
{
    auto store = with_runs();
    CHECK(ItemDunning(store, on("2026-07-31")).level(1) == 2);
    CHECK(ItemDunning(store, on("2026-07-30")).level(1) == 1);
    CHECK(ItemDunning(store, on("2026-07-23")).level(1) == 0);
    auto claims = store.prepare(R"sql(
        SELECT group_concat(number || ' ' || kind || ' ' || net || ' ' || due || ' ' || claim_id || ' '
                            || reference, ', ')
          FROM document WHERE claim_id IS NOT NULL)sql");
    REQUIRE(claims.step());
    CHECK(claims.text(0) ==
          "FO2026-00001 fee 500 2026-08-07 1 R1, FO2026-00002 interest 1738 2026-08-07 1 R1, "
          "FO2026-00003 lumpsum 4000 2026-08-07 1 R1");
    CHECK(value(store, "SELECT count(*) || ' ' || max(subject) FROM log_entry "
                       "WHERE channel = 'system' AND contact_id = 3") ==
          "2 payment reminder, level 2, 1062.38 EUR: R1");
    CHECK(value(store, "SELECT log_id FROM dunning_line ORDER BY id DESC") == "2");
    CHECK(dunning_breaches(store).empty());
}

TEST_CASE("an undone run takes its claims back and its levels, and deletes nothing")
{
    auto store = with_runs();
    CHECK(refusal([&] { undo(store, 1, "2026-08-01"); }) == "R1 was reminded of again, in run 2");
    const auto payment = paid(store, payer("2026-08-01", 100, {2})).payment; // 1.00 of the fee
    CHECK(refusal([&] { undo(store, 2, "2026-08-02"); }) ==
          "1.00 of FO2026-00001 is paid already, with ZA2026-00001");
    done(store, [&] { return reverse_payment(store, payment.id, on("2026-08-01")); });
    const auto undone = undo(store, 2, "2026-08-02");
    CHECK(undone.reminders == 1);
    CHECK(undone.claims == 3);
    CHECK(balance_of(store, 3, Side::receivable, on("2026-08-03")).open == Money{100'000});
    CHECK(value(store, "SELECT count(*) FROM dunning_line") == "2");
    CHECK(value(store, "SELECT sum(amount) FROM allocation WHERE kind = 'undo'") == "6238");
    CHECK(value(store, "SELECT count(*) FROM log_entry WHERE subject = "
                       "'run of reminders 2 undone'") == "1");
    CHECK(ItemDunning(store, on("2026-08-02")).level(1) == 1);
    CHECK(refusal([&] { undo(store, 2, "2026-08-03"); }) == "run 2 was undone on 2026-08-02");
    CHECK(throws(ErrorKind::not_found, [&] { undo(store, 3, "2026-08-03"); }));
    CHECK(dunning_breaches(store).empty());
    // What was taken back can be claimed anew.
    const auto again = remind(store, "2026-08-03").reminders.front().items.front();
    CHECK(again.level == 2);
    CHECK(again.lumpsum == Money{4'000});
    CHECK(again.new_interest == again.interest);
    undo(store, 3, "2026-08-03");
    undo(store, 1, "2026-08-03");
    CHECK(levels(store, "2026-08-03") == "R1:1");
    CHECK(dunning_breaches(store).empty());
}

TEST_CASE("a refund that was too much is nothing that a letter can ask for")
{
    auto store = with_item();
    auto refund = payer("2026-05-01", 5'000);
    refund.refund = true;
    CHECK(paid(store, refund).left == Money{5'000});
    CHECK(levels(store, "2026-06-30") == "R1:1");
    remind(store, "2026-06-30");
    CHECK(dunning_breaches(store).empty());
}

TEST_CASE("no run before one that is posted, and no claims in a closed period")
{
    auto store = with_runs();
    CHECK(refusal([&] { remind(store, "2026-07-30"); }) == "run 2 of 2026-07-31 is posted already");
    owed(store, "R2", "2026-05-31", 100'000);
    remind(store, "2026-07-31"); // the same day is no earlier one
    {
        Transaction transaction(store);
        close_period(store, on("2026-08-31"), "2026-09-01T10:00");
        transaction.commit();
    }
    CHECK(throws(ErrorKind::rejected, [&] { remind(store, "2026-08-20"); }));
    CHECK(value(store, "SELECT count(*) FROM dunning_run") == "3");
}

TEST_CASE("a document or a contact that is blocked is not reminded of, until the last day")
{
    auto store = with_item();
    owed(store, "R2", "2026-05-31", 100'000);
    block(store, "R1", "2026-06-05", on("2026-06-10"));
    CHECK(levels(store, "2026-06-04") == "R1:1 R2:1");
    CHECK(levels(store, "2026-06-05") == "R2:1");
    CHECK(levels(store, "2026-06-10") == "R2:1");
    CHECK(levels(store, "2026-06-11") == "R1:1 R2:1");
    CHECK(ItemDunning(store, on("2026-06-10")).block(1, 3).has_value());
    CHECK_FALSE(ItemDunning(store, on("2026-06-10")).block(2, 3).has_value());
    block(store, "10002", "2026-06-12");
    CHECK(levels(store, "2026-06-12").empty());
    CHECK(ItemDunning(store, on("2026-06-12")).block(2, 3).has_value());
    block(store, "R1", "2026-06-12", on("2026-06-30")); // the one that lasts longest counts
    CHECK_FALSE(ItemDunning(store, on("2026-06-12")).block(1, 3)->until);
    unblock(store, "R1", "2026-06-12");
    unblock(store, "müller gmbh", "2026-06-20");
    CHECK(levels(store, "2026-06-19").empty());
    CHECK(levels(store, "2026-06-20") == "R1:1 R2:1");
    CHECK(refusal([&] { unblock(store, "10002", "2026-06-20"); }) == "10002 is not blocked");
}

TEST_CASE("what cannot be blocked")
{
    auto store = with_item();
    auto bill = invoice("2026-06-01", {line(10'000)});
    bill.kind = DocumentKind::credit;
    posted(store, bill);
    CHECK(refusal([&] { block(store, "R1", "2026-06-05", on("2026-06-04")); }) ==
          "2026-06-04 has passed: a block until then blocks nothing");
    CHECK(refusal([&] { block(store, "R1", "2026-06-05", std::nullopt, " "); }) ==
          "a block needs a reason");
    CHECK(refusal([&] { block(store, "GU2026-00001", "2026-06-05"); }) ==
          "GU2026-00001 is nothing that anybody owes");
    CHECK(throws(ErrorKind::not_found, [&] { block(store, "Mül", "2026-06-05"); }));
    owed(store, "10002", "2026-05-31", 100'000); // a document that is called like the contact
    const auto both = thrown([&] { block(store, "10002", "2026-06-05"); });
    REQUIRE(both);
    CHECK(both->kind == ErrorKind::not_found);
    CHECK(both->candidates == Lines{"10002 Müller GmbH"});
    CHECK(value(store, "SELECT count(*) FROM dunning_block") == "0");
}

TEST_CASE("blocks go with a contact that is merged, their reasons with one that is erased")
{
    auto store = with_item();
    const auto other = add_company(store, "Müller und Co");
    block(store, "Müller und Co", "2026-06-05");
    Transaction transaction(store);
    merge_contacts(store, 3, other, on("2026-06-06"));
    transaction.commit();
    CHECK(levels(store, "2026-06-06").empty());
    CHECK(ItemDunning(store, on("2026-06-06")).block(1, 3).has_value());
    done(store, [&] {
        erase_block_reasons(store, 3);
        return 0;
    });
    CHECK(value(store, "SELECT reason FROM dunning_block") == "erased");
}

TEST_CASE("no reminder before the day of a promise has passed; the last promise counts")
{
    auto store = with_item();
    promise(store, 1, "2026-06-05", "2026-06-20");
    CHECK(levels(store, "2026-06-04") == "R1:1");
    CHECK(levels(store, "2026-06-20").empty());
    CHECK(levels(store, "2026-06-21") == "R1:1");
    promise(store, 1, "2026-06-08", "2026-06-10", Money{50'000});
    CHECK(levels(store, "2026-06-07").empty());
    CHECK(levels(store, "2026-06-11") == "R1:1");
    CHECK(ItemDunning(store, on("2026-06-07")).promise(1)->date == on("2026-06-20"));
    CHECK_FALSE(ItemDunning(store, on("2026-06-07")).promise(1)->amount);
    CHECK(ItemDunning(store, on("2026-06-10")).promise(1)->amount == Money{50'000});
    CHECK_FALSE(ItemDunning(store, on("2026-06-11")).promise(1));
    CHECK(refusal([&] { promise(store, 1, "2026-06-08", "2026-06-07"); }) ==
          "2026-06-07 has passed");
    CHECK(refusal([&] { promise(store, 1, "2026-06-08", "2026-06-20", Money{100'001}); }) ==
          "1000.01 cannot be promised of R1, of which 1000.00 are open");
    CHECK(refusal([&] {
              promise(store, 1, "2026-06-08", "2026-06-20", Money{});
          }).starts_with("0.00 cannot be promised"));
    paid(store, payer("2026-06-12", 100'000));
    CHECK(refusal([&] { promise(store, 1, "2026-06-13", "2026-06-20"); }) ==
          "nothing is open of R1");
}

TEST_CASE("a posted run and its letters are told as they were, whatever became of them")
{
    auto store = with_runs();
    const auto letters = [&](std::int64_t run) {
        std::string all;
        for_each_posted_letter(store, run, [&](const WrittenLetter& letter) {
            all += letter.file + letter.text + letter.html;
        });
        return all;
    };
    const auto first = letters(1);
    const auto second = letters(2);
    CHECK(first.find("Zahlungserinnerung") != std::string::npos);
    CHECK(second.find("FO2026-00001") != std::string::npos);
    CHECK(second.find("Rechnung vom") != std::string::npos);
    const auto before = posted_run(store, 2);
    REQUIRE(before.run.reminders.size() == 1);
    REQUIRE(before.run.reminders[0].items.size() == 1);

    paid(store, payer("2026-08-01", 10'000));
    change(store,
           "UPDATE contact SET name = 'Anders AG', street = 'Neue Str. 2' WHERE id IN (1, 3)");
    set(store, "dunning.levels", "1");
    CHECK(letters(1) == first);
    CHECK(letters(2) == second);
    const auto after = posted_run(store, 2);
    CHECK(after.run.reminders[0].contact == before.run.reminders[0].contact);
    CHECK(after.run.reminders[0].address == before.run.reminders[0].address);
    const auto& item = after.run.reminders[0].items[0];
    CHECK(item.open == Money{100'000});
    CHECK(item.total == item.open + item.fee + item.interest + item.lumpsum);

    CHECK(thrown([&] { letters(9); })->kind == ErrorKind::not_found);
    CHECK(thrown([&] { posted_run(store, 9); })->kind == ErrorKind::not_found);
    undo(store, 2, "2026-08-02");
    CHECK(refusal([&] { letters(2); }) == "run 2 was undone on 2026-08-02");
    CHECK(posted_run(store, 2).undone_on == on("2026-08-02"));
    CHECK(letters(1) == first);
}

TEST_CASE("a letter is erased once nobody has to keep it")
{
    auto store = with_runs();
    const auto erase = [&](const char* last_run) {
        done(store, [&] {
            erase_letters(store, 3, on(last_run));
            return 0;
        });
    };
    const auto sql = "SELECT count(content) FROM dunning_letter";
    const auto all = value(store, sql);
    erase("2026-05-31");
    CHECK(value(store, sql) == all);
    erase("2026-12-31");
    CHECK(value(store, sql) == "0");
    CHECK(for_each_posted_letter(store, 1, [](const WrittenLetter&) { FAIL("written"); }) ==
          std::vector<std::string>{"10002"});
    CHECK(value(store, "SELECT count(*) FROM audit JOIN audit_value ON audit_id = id "
                       "WHERE table_name = 'dunning_letter' "
                       "AND coalesce(before, after) IS NOT NULL") == "0");
    CHECK(posted_run(store, 1).run.reminders[0].contact == "Müller GmbH");
    CHECK(dunning_breaches(store).empty());
}

TEST_CASE("runs and their lines never change")
{
    auto store = with_runs();
    for (const char* sql :
         {"UPDATE dunning_letter SET content = '{}'", "UPDATE dunning_letter SET run_id = 1",
          "DELETE FROM dunning_letter", "UPDATE dunning_line SET level = 1",
          "DELETE FROM dunning_line", "DELETE FROM dunning_run",
          "UPDATE dunning_run SET date = '2026-01-01'"})
        CHECK(thrown([&] { change(store, sql); }));
    undo(store, 2, "2026-08-01");
    CHECK(thrown([&] { change(store, "UPDATE dunning_run SET undone_on = NULL WHERE id = 2"); }));
}

TEST_CASE("every line of the invariants of reminders is proved")
{
    CHECK(after("dunning_line", "UPDATE dunning_line SET level = 3 WHERE id = 2") ==
          Lines{"R1 does not rise one level a run"});
    CHECK(after("dunning_line", "DELETE FROM dunning_line WHERE id = 1").front() ==
          "R1 does not rise one level a run");
    CHECK(after("dunning_run", "INSERT INTO dunning_run (date) VALUES ('2026-08-01')") ==
          Lines{"run 3 has reminded nobody, or is undone before its day"});
    CHECK(after("dunning_line", "UPDATE dunning_line SET open = 100001 WHERE id = 2") ==
          Lines{"the reminder of R1 is not about what was open"});
    CHECK(after("dunning_line", "UPDATE dunning_line SET days_overdue = 1 WHERE id = 2") ==
          Lines{"R1 was not overdue as its reminder says"});
    CHECK(after("dunning_line", "UPDATE dunning_line SET fee_id = NULL WHERE id = 2") ==
          Lines{"FO2026-00001 is not what a reminder has claimed"});
    CHECK(after("dunning_line", "UPDATE dunning_line SET fee_id = 4 WHERE id = 2").size() == 3);
    CHECK(after("dunning_line", "UPDATE dunning_line SET interest = 1 WHERE id = 2") ==
          Lines{"FO2026-00002 is not what a reminder has claimed"});
    CHECK(after("document", "UPDATE document SET date = '2026-07-30' WHERE id = 3") ==
          Lines{"FO2026-00002 is not what a reminder has claimed"});
    CHECK(after("document", "UPDATE document SET kind = 'lumpsum' WHERE id = 3").back() ==
          "more than one lump sum is claimed for R1");
    CHECK(after("dunning_letter", "DELETE FROM dunning_letter WHERE run_id = 1") ==
          Lines{"run 1 has not one letter to each whom it reminds"});
    CHECK(after("dunning_letter", "UPDATE dunning_letter SET currency = 'USD' WHERE run_id = 2") ==
          Lines{"run 2 has not one letter to each whom it reminds"});
    CHECK(after("dunning_line", "UPDATE dunning_line SET total = open WHERE id = 2") ==
          Lines{"the reminder of R1 does not ask for what it is about"});
    CHECK(after("dunning_run", "UPDATE dunning_run SET undone_on = '2026-08-01' WHERE id = 2") ==
          Lines{"FO2026-00001 of an undone run is not taken back",
                "FO2026-00002 of an undone run is not taken back",
                "FO2026-00003 of an undone run is not taken back"});
}

} // namespace crm::test

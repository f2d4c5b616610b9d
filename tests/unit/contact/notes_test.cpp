// SPDX-License-Identifier: MIT
#include "crm/contact/notes.hpp"
#include "tests/unit/contact/people.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

constexpr std::int64_t company = 3;
const Date tomorrow = today + std::chrono::days(1);

std::int64_t note(Store& store, const std::string& text, bool pinned = false,
                  std::optional<Date> last_day = {})
{
    Note note;
    note.at = "2026-06-30T14:05";
    note.text = text;
    note.pinned = pinned;
    note.last_day = last_day;
    Transaction transaction(store);
    const auto id = add_note(store, company, note, today);
    transaction.commit();
    return id;
}

void end(Store& store, std::int64_t id)
{
    Transaction transaction(store);
    end_note(store, id, today);
    transaction.commit();
}

std::string texts(const std::vector<Note>& notes)
{
    std::string all;
    for (const auto& note : notes)
        all += note.text + ' ';
    return all;
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("pinned notes come first, then the newest")
{
    auto store = small_company(acting("ÄB"));
    note(store, "eins");
    note(store, "zwei", true);
    note(store, "drei");
    CHECK(texts(notes_in_force(store, company, today)) == "zwei drei eins ");
    CHECK(notes_of(store, company, today) == Texts{"eins", "zwei", "drei"});
    CHECK(pinned_notes(store, company, today) == Texts{"zwei"});
    const auto second = note_by_id(store, 2);
    CHECK(second.at == "2026-06-30T14:05");
    CHECK(second.staff == "ÄB");
    CHECK(second.pinned);
}

TEST_CASE("a note with a last day is in force until then, that day included")
{
    auto store = small_company();
    note(store, "heute", true, today);
    CHECK(texts(notes_in_force(store, company, today)) == "heute ");
    CHECK(notes_in_force(store, company, tomorrow).empty());
    CHECK(pinned_notes(store, company, tomorrow).empty());
    CHECK(texts(notes_in_force(store, company, tomorrow, true)) == "heute ");
    CHECK(throws(ErrorKind::rejected,
                 [&] { note(store, "gestern", false, today - std::chrono::days(1)); }));
}

TEST_CASE("an ended note is gone at once, stays readable, and ends once")
{
    auto store = small_company();
    note(store, "eins", true);
    note(store, "zwei", true, tomorrow);
    end(store, 1);
    end(store, 2);
    CHECK(notes_in_force(store, company, today).empty());
    CHECK(pinned_notes(store, company, today).empty());
    CHECK(texts(notes_in_force(store, company, today, true)) == "zwei eins ");
    const auto again = thrown([&] { end(store, 1); });
    REQUIRE(again);
    CHECK(again->kind == ErrorKind::rejected);
    CHECK(std::string(again->what()) == "note 1 is out of force since 2026-06-30 already");
    CHECK(throws(ErrorKind::not_found, [&] { end(store, 3); }));
}

TEST_CASE("a note has a text and names a conversation that there is")
{
    auto store = small_company();
    CHECK(throws(ErrorKind::rejected, [&] { note(store, " \n"); }));
    Note told;
    told.at = "2026-06-30";
    told.text = "am Telefon gesagt";
    told.log_id = 1;
    CHECK(throws(ErrorKind::not_found, [&] { add_note(store, company, told, today); }));
    store.execute("INSERT INTO log_entry (at, contact_id, company_id, channel, direction, subject)"
                  "VALUES ('2026-06-29T10:00', 3, 3, 'phone', 'in', 'Rabatt')");
    CHECK(note_by_id(store, add_note(store, company, told, today)).log_id == 1);
}

} // namespace crm::test

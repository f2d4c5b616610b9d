// SPDX-License-Identifier: MIT
#include "crm/contact/activity.hpp"
#include "crm/contact/employment.hpp"
#include "crm/switchboard/merge.hpp"
#include "tests/unit/log/talking.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

#include <random>

namespace crm::test
{

namespace
{

using Ids = std::vector<std::int64_t>;
using Lines = std::vector<std::string>;

EmploymentData job_in(std::int64_t company, const char* from, const char* to)
{
    auto job = job_at(company);
    job.first_day = parse_iso_date(from);
    job.last_day = parse_iso_date(to);
    return job;
}

} // namespace

TEST_CASE("an entry on a person shows at the main employer of its day")
{
    auto store = small_company();
    const auto other = add(store, ContactKind::company, named("Alt AG"));
    const auto person = add(store, ContactKind::person, named("Ida Wolf"));
    employ(store, person, job_in(other, "2025-01-01", "2025-12-31"));
    employ(store, person, job_in(3, "2026-01-01", "2026-12-31"));
    CHECK(log_entry(store, talk(store, "2025-06-01T10:00", "x", person)).company_id == other);
    CHECK(log_entry(store, talk(store, "2026-06-01T10:00", "x", person)).company_id == 3);
    CHECK(log_entry(store, talk(store, "2024-06-01T10:00", "x", person)).company_id ==
          std::nullopt);
    auto entry = entry_at("2026-06-01T10:00", "x");
    place_entry(store, entry, contact_by_id(store, person), {}, contact_by_id(store, other));
    CHECK(entry.company_id == other);
    CHECK(log_entry(store, talk(store, "2026-06-01T10:00", "x", person)).company_given == false);
    Transaction transaction(store);
    CHECK(log_entry(store, add_log_entry(store, entry)).company_given);
    transaction.commit();
    CHECK(breaches(store) == Lines{});
}

TEST_CASE("who took part: the first with the entry, the others besides, nobody twice")
{
    auto store = small_company();
    const auto ida = add(store, ContactKind::person, named("Ida Wolf"));
    const auto on_company = log_entry(store, talk(store, "2026-06-01T10:00", "x", 3, {4, ida, 4}));
    CHECK(on_company.contact_id == 3);
    CHECK(on_company.company_id == 3);
    CHECK(on_company.person_id == 4);
    CHECK(on_company.others == Ids{ida});
    const auto on_person = log_entry(store, talk(store, "2026-06-01T10:00", "x", 4, {4, ida}));
    CHECK(on_person.contact_id == 4);
    CHECK(on_person.person_id == 4);
    CHECK(on_person.others == Ids{ida});
    const auto row = log_row(store, 1);
    CHECK(row.person_number == "10003;10004");
    CHECK(row.person == "Eva Meier;Ida Wolf");
    CHECK(breaches(store) == Lines{});
}

TEST_CASE("what breaks a rule is rejected and changes nothing")
{
    auto store = small_company();
    auto entry = entry_at("2026-06-30T10:00", "x");
    entry.follow_up = parse_iso_date("2026-06-29");
    CHECK(throws(ErrorKind::rejected, [&] { talk(store, entry, 3); }));
    CHECK(throws(ErrorKind::rejected, [&] { talk(store, "2026-06-30T10:00", " ", 3); }));
    CHECK(throws(ErrorKind::not_found, [&] { log_entry(store, 1); }));
    entry.follow_up = parse_iso_date("2026-06-30");
    CHECK(talk(store, entry, 3) == 1);
    entry.subject = "";
    CHECK(throws(ErrorKind::rejected, [&] { amend(store, 1, entry); }));
    CHECK(value(store, "SELECT count(*) FROM log_version") == "0");
}

TEST_CASE("notes do not count as contacts")
{
    auto store = small_company();
    auto note = entry_at("2026-06-30T10:00", "nur notiert");
    note.channel = "note";
    const auto id = talk(store, note, 4);
    CHECK(activity_of(store, 4) == std::nullopt);
    CHECK(activity_of(store, 3) == std::nullopt);
    note = log_entry(store, id);
    note.channel = "visit";
    CHECK(throws(ErrorKind::not_found, [&] { amend(store, 99, note); }));
    amend(store, id, note);
    const Activity once{1, today, today};
    CHECK(activity_of(store, 4) == once);
    CHECK(activity_of(store, 3) == once);
}

TEST_CASE("an amended entry is found by its new words, and its former versions stay readable")
{
    auto store = small_company();
    const auto id = talk(store, "2026-06-01T10:00", "Angebot", 4);
    auto entry = log_entry(store, id);
    entry.subject = "Absage";
    entry.text = "zu teuer";
    amend(store, id, entry);
    entry.at = parse_time("2026-06-02T10:00", today);
    place_entry(store, entry, contact_by_id(store, 3), {}, std::nullopt);
    amend(store, id, entry);

    const auto versions = log_versions(store, id);
    REQUIRE(versions.size() == 3);
    CHECK(versions[0].subject == "Absage");
    CHECK(versions[0].person.empty());
    CHECK(versions[0].amended_at.empty());
    CHECK(versions[1].person == "Eva Meier");
    CHECK(versions[1].amended_at == "2026-06-30T12:05:07Z");
    CHECK(versions[2].subject == "Angebot");
    CHECK(versions[2].text.empty());
    const Activity once{1, entry.at.day, entry.at.day};
    CHECK(activity_of(store, 3) == once);
    CHECK(activity_of(store, 4) == std::nullopt);
    CHECK(breaches(store) == Lines{});
}

TEST_CASE("random entries and amendments leave nothing to complain about")
{
    auto store = small_company();
    std::vector<std::int64_t> contacts{3, 4};
    for (const auto* name : {"Ida Wolf", "Jan Ott", "Uwe Ast"})
        contacts.push_back(add(store, ContactKind::person, named(name)));
    contacts.push_back(add(store, ContactKind::company, named("Alt AG")));
    std::mt19937 random(7);
    const auto pick = [&](std::size_t count) {
        return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
    };
    const std::vector<std::string> words{"Müller", "mueller", "Preis", "", "ﬁne", "x-y"};
    for (int i = 0; i < 200; ++i) {
        auto entry = entry_at("2026-06-" + std::to_string(10 + pick(20)) + "T10:00", "s");
        entry.subject += words[pick(words.size())];
        entry.text = words[pick(words.size())] + ' ' + words[pick(words.size())];
        entry.channel = all_log_channels()[pick(all_log_channels().size())];
        std::vector<Contact> with;
        for (const auto id : {contacts[1 + pick(4)], contacts[1 + pick(4)]})
            with.push_back(contact_by_id(store, id));
        place_entry(store, entry, contact_by_id(store, contacts[pick(contacts.size())]), with,
                    std::nullopt);
        Transaction transaction(store);
        if (i > 0 && pick(3) == 0)
            amend_log_entry(store, 1, entry);
        else
            add_log_entry(store, entry);
        transaction.commit();
    }
    CHECK(breaches(store) == Lines{});
}

TEST_CASE("a merge takes what was said along, and the target")
{
    auto store = small_company();
    const auto twin = add(store, ContactKind::person, named("Eva Maier"));
    talk(store, "2026-06-01T10:00", "eins", twin);
    talk(store, "2026-06-02T10:00", "zwei", 4, {twin});
    talk(store, "2026-06-03T10:00", "drei", 3, {twin, 4});
    change(store, "INSERT INTO contact_target (contact_id, ideal) VALUES (5, 30)");
    {
        Transaction transaction(store);
        merge_contacts(store, 4, twin, today);
        transaction.commit();
    }
    CHECK(value(store, "SELECT count(*) FROM log_participant") == "0");
    CHECK(value(store, "SELECT contact_id FROM contact_target") == "4");
    CHECK(activity_of(store, 4) ==
          Activity{3, *parse_iso_date("2026-06-01"), *parse_iso_date("2026-06-03")});
    CHECK(activity_of(store, twin) == std::nullopt);
    CHECK(breaches(store) == Lines{});
}

} // namespace crm::test

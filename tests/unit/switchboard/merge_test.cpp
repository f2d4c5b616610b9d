// SPDX-License-Identifier: MIT
#include "crm/contact/address.hpp"
#include "crm/contact/condition.hpp"
#include "crm/contact/consent.hpp"
#include "crm/contact/details.hpp"
#include "crm/contact/notes.hpp"
#include "crm/contact/permission.hpp"
#include "crm/contact/search/index_check.hpp"
#include "crm/store/check.hpp"
#include "crm/switchboard/checks.hpp"
#include "crm/switchboard/erase.hpp"
#include "crm/switchboard/merge.hpp"
#include "tests/unit/contact/sample.hpp"
#include "tests/unit/database.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

void merge(Store& store, std::int64_t keep, std::int64_t drop)
{
    Transaction transaction(store);
    merge_contacts(store, keep, drop, today);
    transaction.commit();
}

} // namespace

TEST_CASE("merging fills what is missing, joins phones, and keeps the number as an alias")
{
    auto store = sample_store();
    auto kept = named("Eins GmbH");
    kept.values[Field::phone] = "0221 111111";
    kept.values[Field::city] = "Köln";
    kept.tags = {"VIP"};
    const auto keep = add(store, ContactKind::company, kept);
    auto dropped = named("Eins AG");
    dropped.values[Field::phone] = "0221 222222;0221 111111";
    dropped.values[Field::city] = "Bonn";
    dropped.values[Field::web] = "eins.example";
    dropped.values[Field::customer] = "yes";
    dropped.tags = {"vip", "Messe"};
    const auto drop = add(store, ContactKind::company, dropped);
    const auto number = contact_by_id(store, drop).number;
    merge(store, keep, drop);

    const auto values = read_values(store, keep);
    CHECK(values.text(Field::name) == "Eins GmbH");
    CHECK(values.text(Field::city) == "Köln");
    CHECK(values.text(Field::web) == "eins.example");
    CHECK(values.text(Field::phone) == "0221 111111;0221 222222");
    CHECK(values.text(Field::customer) == "yes");
    CHECK(tags_of(store, keep) == std::vector<std::string>{"Messe", "VIP"});
    REQUIRE(contact_by_number(store, number));
    CHECK(contact_by_number(store, number)->id == keep);
}

TEST_CASE("an address is completed or stays whole, and the other one is not lost")
{
    auto store = sample_store();
    const auto placed = [&](const char* street, const char* postcode, const char* city,
                            const char* country) {
        auto data = named("Eins GmbH");
        data.values[Field::street] = street;
        data.values[Field::postcode] = postcode;
        data.values[Field::city] = city;
        data.values[Field::country] = country;
        return add(store, ContactKind::company, data);
    };
    const auto addresses = [&](std::int64_t id) {
        std::string all;
        for (const auto& each : addresses_of(store, id, today))
            all += fmt::format("{}: {}, {} {} {}; ", each.usage, each.street, each.postcode,
                               each.city, each.country);
        return all;
    };
    const auto berlin = placed("M 1", "10115", "Berlin", "");
    merge(store, berlin, placed("M 2", "3000", "Bern", "CH"));
    CHECK(addresses(berlin) == "main: M 1, 10115 Berlin ; other: M 2, 3000 Bern CH; ");
    const auto cologne = placed("", "", "Köln", "");
    merge(store, cologne, placed("Weg 5", "50667", "köln", "DE"));
    CHECK(addresses(cologne) == "main: Weg 5, 50667 köln DE; ");
    const auto hamburg = placed("", "", "Hamburg", "");
    merge(store, hamburg, placed("Weg 5", "80331", "München", ""));
    CHECK(addresses(hamburg) == "main: ,  Hamburg ; other: Weg 5, 80331 München ; ");
    const auto nowhere = placed("", "", "", "AT");
    merge(store, nowhere, placed("Weg 5", "80331", "München", ""));
    CHECK(addresses(nowhere) == "main: Weg 5, 80331 München ; ");
    merge(store, nowhere, placed("", "80331", "", ""));
    CHECK(addresses(nowhere) == "main: Weg 5, 80331 München ; ");
}

TEST_CASE("who is erased after a merge is not found by either name")
{
    auto store = sample_store();
    const auto keep = add(store, ContactKind::person, named("Paula Queck"));
    merge(store, keep, add(store, ContactKind::person, named("Paula Queckbauer")));
    erase_person(store, contact_by_id(store, keep), {today, 600});
    check_search_index(store, [](const std::string& wrong) { FAIL_CHECK(wrong); });
    CHECK(value(store, "SELECT count(*) FROM contact_word_index WHERE word LIKE 'queck%'") == "0");
}

TEST_CASE("people move with their company, and a job that both had stays once")
{
    auto store = sample_store();
    const auto keep = add_company(store, "Eins GmbH");
    const auto drop = add_company(store, "Zwei GmbH");
    const auto both = add_person(store, "Anna Groß", keep);
    const auto one = add_person(store, "Jan Peters", drop);
    {
        Transaction transaction(store);
        EmploymentData second;
        second.company_id = drop;
        second.role = "Beratung";
        second.functions = {"orders"};
        SearchIndexer indexer(store);
        indexer.remove(both);
        add_employment(store, both, second, today);
        indexer.add(both);
        transaction.commit();
    }
    merge(store, keep, drop);
    const auto jobs = employments_of(store, both);
    REQUIRE(jobs.size() == 1);
    CHECK(jobs[0].company_id == keep);
    CHECK(jobs[0].role == "Beratung");
    CHECK(jobs[0].functions == std::vector<std::string>{"orders"});
    CHECK(employments_of(store, one).at(0).company_id == keep);
}

TEST_CASE("a block on either stays, whatever the other has consented to and when")
{
    auto store = sample_store();
    const auto keep = add_person(store, "Anna Groß");
    const auto drop = add_person(store, "Anna Grohs");
    const LocalTime at{today, 600};
    {
        Transaction transaction(store);
        allow_channel(store, drop, "sms", {"Messe", "", std::nullopt}, at);
        allow_channel(store, drop, "fax", {"Messe", "", std::nullopt}, at);
        block_channel(store, drop, "email", {"Anruf", ""}, at);
        block_channel(store, keep, "fax", {}, at);
        allow_channel(store, keep, "email", {"Messe", "", std::nullopt}, at);
        prefer_channel(store, keep, "email");
        transaction.commit();
    }
    REQUIRE(permission(store, keep, "email", today).allowed);
    merge(store, keep, drop);
    CHECK(permission(store, keep, "email", today).basis == "blocked on 2026-06-30 (Anruf)");
    CHECK_FALSE(permission(store, keep, "fax", today).allowed);
    CHECK(permission(store, keep, "sms", today).basis == "consent of 2026-06-30 (Messe)");
    CHECK(read_values(store, keep).text(Field::preferred_channel).empty());
    // They keep the number under which they were given; what stays blocked is said once more.
    CHECK(value(store, "SELECT group_concat(contact_id || channel) FROM (SELECT * FROM consent "
                       "ORDER BY id)") == "3sms,3fax,3email,2fax,2email,2email");
    CHECK(consent_history(store, keep).size() == 6);
    CHECK(consent_history(store, keep).back().source == "merge");
    {
        Transaction transaction(store);
        CHECK(allow_channel(store, keep, "email", {"Brief", "", std::nullopt}, at));
        transaction.commit();
    }
    CHECK(permission(store, keep, "email", today).allowed);
}

TEST_CASE("conditions and notes move, and so does with whom something was agreed")
{
    auto store = sample_store();
    const auto keep = add_company(store, "Eins GmbH");
    const auto drop = add_company(store, "Zwei GmbH");
    const auto anna = add_person(store, "Anna Groß");
    const auto other_anna = add_person(store, "Anna Grohs");
    Condition condition;
    condition.contact_id = drop;
    condition.text = "Palettentausch";
    condition.agreed_with_id = other_anna;
    condition.recorded_on = today;
    Note note;
    note.at = "2026-06-30";
    note.text = "rechnet in Dollar";
    {
        Transaction transaction(store);
        add_condition(store, condition);
        add_note(store, drop, note, today);
        transaction.commit();
    }
    merge(store, keep, drop);
    merge(store, anna, other_anna);
    const auto moved = conditions_in_force(store, keep, today);
    REQUIRE(moved.size() == 1);
    CHECK(moved[0].agreed_with_id == anna);
    CHECK(notes_of(store, keep, today) == std::vector<std::string>{"rechnet in Dollar"});
}

TEST_CASE("what both said of a relation from either side is recorded once after a merge")
{
    auto store = sample_store();
    const auto keep = add(store, ContactKind::company, named("Eins GmbH"));
    const auto drop = add(store, ContactKind::company, named("Zwei GmbH"));
    const auto other = add(store, ContactKind::company, named("Drei GmbH"));
    relate(store, keep, other, "parent");
    relate(store, other, drop, "subsidiary");
    relate(store, other, drop, "supplier");
    merge(store, keep, drop);
    auto query = store.prepare("SELECT contact_id, other_id, kind FROM relation ORDER BY id");
    REQUIRE(query.step());
    CHECK(query.text(2) == "parent");
    REQUIRE(query.step());
    CHECK(query.integer(1) == keep);
    CHECK(query.text(2) == "supplier");
    CHECK_FALSE(query.step());
}

TEST_CASE("a merge does not make anybody parent and subsidiary of the same contact")
{
    auto store = sample_store();
    const auto keep = add(store, ContactKind::company, named("Eins GmbH"));
    const auto drop = add(store, ContactKind::company, named("Zwei GmbH"));
    const auto other = add(store, ContactKind::company, named("Drei GmbH"));
    relate(store, keep, other, "parent");
    relate(store, other, drop, "parent");
    const auto refused = thrown([&] { merge(store, keep, drop); });
    REQUIRE(refused);
    CHECK(refused->kind == ErrorKind::rejected);
    CHECK(std::string(refused->what()) ==
          "Eins GmbH would be both parent and subsidiary of Drei GmbH");
    unrelate(store, other, drop, "parent");
    merge(store, keep, drop);
}

TEST_CASE("a merge leaves nothing for db check to complain about")
{
    auto store = sample_store();
    const auto keep = add_person(store, "Anna Groß");
    const auto drop = add_person(store, "Anna Grohs", add_company(store, "Eins GmbH"));
    const auto third = add_person(store, "A. Groß");
    merge(store, drop, third);
    merge(store, keep, drop);
    CHECK(contact_by_number(store, contact_by_id(store, third).number)->id == keep);
    std::vector<std::string> breaches;
    for (const auto& check : all_checks())
        check.run(store,
                  [&](const std::string& text) { breaches.push_back(check.name + (": " + text)); });
    CHECK(breaches == std::vector<std::string>{});
}

TEST_CASE("what cannot be merged is refused")
{
    auto store = sample_store();
    const auto company = add_company(store, "Eins GmbH");
    const auto person = add_person(store, "Anna Groß");
    const auto staff = add_staff(store, "Jan Peters", "JP");
    CHECK(throws(ErrorKind::rejected, [&] { merge(store, company, person); }));
    CHECK(throws(ErrorKind::rejected, [&] { merge(store, company, company); }));
    CHECK(throws(ErrorKind::rejected, [&] { merge(store, company, own_company); }));
    CHECK(throws(ErrorKind::rejected, [&] { merge(store, person, staff); }));
}

TEST_CASE("jobs of both at one company that overlap become one, from the first day to the last")
{
    struct Case {
        const char* jobs; ///< person, first, last; 2 is the one that stays, 3 the one that goes
        const char* left;
    };
    for (const auto& [jobs, left] : std::vector<Case>{
             {"(2, '2020-01-01', '2020-12-31'), (3, '2020-06-01', '2021-06-30')",
              "2020-01-01..2021-06-30"},
             {"(2, '2020-01-01', '2020-12-31'), (3, '2020-12-31', NULL)",
              "2020-01-01..2020-12-31 2020-12-31..?"},
             {"(2, '2020-01-01', '2020-12-31'), (2, '2022-01-01', NULL), (3, '2020-02-01', "
              "'2022-02-01')",
              "2020-01-01..?"},
             {"(2, NULL, NULL), (3, '2020-01-01', NULL)", "2020-01-01..?"},
             {"(2, NULL, NULL), (3, NULL, NULL)", "?..?"},
             {"(2, '2020-01-01', NULL), (3, NULL, '2021-01-01')", "2020-01-01..?"},
             {"(2, NULL, NULL), (3, NULL, '2021-01-01')", "?..2021-01-01 ?..?"},
         }) {
        CAPTURE(jobs);
        auto store = sample_store();
        const auto keep = add_person(store, "Anna Groß");
        const auto drop = add_person(store, "Anna Grohs");
        const auto company = add_company(store, "Eins GmbH");
        REQUIRE((keep == 2 && drop == 3 && company == 4));
        std::string script = "INSERT INTO employment (person_id, first_day, last_day, company_id) "
                             "SELECT column1, column2, column3, 4 FROM (VALUES ";
        store.execute((script + jobs + ")").c_str());
        merge(store, keep, drop);
        auto query = store.prepare(R"sql(
            SELECT group_concat(days, ' ')
              FROM (SELECT coalesce(first_day, '?') || '..' || coalesce(last_day, '?') AS days
                      FROM employment
                     WHERE person_id = 2
                     ORDER BY last_day IS NULL, first_day, last_day))sql");
        REQUIRE(query.step());
        CHECK(query.text(0) == left);
        std::vector<std::string> breaches;
        run_checks(store, find_checks({"employments"}),
                   [&](const Breach& breach) { breaches.push_back(breach.text); });
        CHECK(breaches == std::vector<std::string>{});
    }
}

} // namespace crm::test

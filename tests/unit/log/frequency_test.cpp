// SPDX-License-Identifier: MIT
#include "crm/contact/details.hpp"
#include "crm/log/frequency.hpp"
#include "crm/log/target.hpp"
#include "tests/unit/log/talking.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace crm::test
{

namespace
{

using Lines = std::vector<std::string>;

/// "number contacts last days mean target state" of each row, "-" for nothing.
Lines rows(Store& store, const FrequencyQuery& query = {})
{
    Lines lines;
    list_frequency(store, query, today, [&](const FrequencyRow& r) {
        lines.push_back(fmt::format(
            "{} {} {} {} {} {} {}", r.number, r.contacts,
            r.last_contact ? to_string(*r.last_contact) : "-", r.days_since.value_or(-1),
            r.mean_interval ? r.mean_interval->thousandths : -1, r.target.value_or(-1), r.state));
        return true;
    });
    return lines;
}

void target(Store& store, std::int64_t contact, std::optional<ContactTarget> days)
{
    Transaction transaction(store);
    set_contact_target(store, contact, days);
    transaction.commit();
}

void target(Store& store, const char* tag, std::optional<ContactTarget> days)
{
    Transaction transaction(store);
    set_tag_target(store, tag, days);
    transaction.commit();
}

} // namespace

TEST_CASE("a company counts what was said with it and its people, a person of one's own")
{
    auto store = small_company();
    CHECK(rows(store) == Lines{"10002 0 - -1 -1 -1 never"});
    talk(store, "2026-06-01T10:00", "eins", 3);
    talk(store, "2026-06-08T10:00", "zwei", 4);
    talk(store, "2026-06-11T10:00", "drei", 3, {4});
    CHECK(rows(store) == Lines{"10002 3 2026-06-11 19 5000 -1 "});
    FrequencyQuery persons;
    persons.persons = true;
    CHECK(rows(store, persons) == Lines{"10003 2 2026-06-11 19 3000 -1 "});
    FrequencyQuery period;
    period.since = parse_iso_date("2026-06-02");
    period.until = parse_iso_date("2026-06-10");
    CHECK(rows(store, period) == Lines{"10002 1 2026-06-08 2 -1 -1 "});
    persons.until = parse_iso_date("2026-06-10");
    CHECK(rows(store, persons) == Lines{"10003 1 2026-06-08 2 -1 -1 "});
}

TEST_CASE("what is still to come is not counted")
{
    auto store = small_company();
    talk(store, "2026-06-01T10:00", "war", 3);
    talk(store, "2026-07-01T10:00", "kommt", 3);
    CHECK(rows(store) == Lines{"10002 1 2026-06-01 29 -1 -1 "});
}

TEST_CASE("not spoken to since a day, or never")
{
    auto store = small_company();
    add(store, ContactKind::company, named("Alt AG"));
    talk(store, "2026-06-01T10:00", "eins", 3);
    FrequencyQuery query;
    query.not_since = parse_iso_date("2026-06-01");
    CHECK(rows(store, query) == Lines{"10004 0 - -1 -1 -1 never"});
    query.not_since = parse_iso_date("2026-06-02");
    CHECK(rows(store, query).size() == 2);
    query.customers = true;
    CHECK(rows(store, query).empty());
    FrequencyQuery managed;
    managed.manager_id = 2;
    CHECK(rows(store, managed).empty());
    change(store, "UPDATE contact SET manager_id = 2 WHERE id = 3");
    CHECK(rows(store, managed).size() == 1);
    managed.persons = true; // who has no manager has that of the company
    CHECK(rows(store, managed).size() == 1);
}

TEST_CASE("archived and merged contacts are left out")
{
    auto store = small_company();
    change(store, "UPDATE contact SET archived_on = '2026-01-01' WHERE id = 3");
    CHECK(rows(store).empty());
}

TEST_CASE("targets: one's own before those of tags, of which the strictest")
{
    auto store = small_company();
    talk(store, "2026-05-31T10:00", "vor 30 Tagen", 3);
    change(store, "INSERT INTO contact_tag (contact_id, tag, tag_key) VALUES (3, 'A', 'a'), "
                  "(3, 'Messe', 'messe')");
    const auto state = [&] { return rows(store).at(0).substr(sizeof "10002 1 2026-05-31 30 -1"); };
    CHECK(state() == "-1 ");
    target(store, "a", ContactTarget{40, std::nullopt});
    CHECK(state() == "40 ok");
    target(store, "MESSE", ContactTarget{30, 60});
    CHECK(state() == "30 ok");
    target(store, "messe", ContactTarget{29, std::nullopt});
    CHECK(state() == "29 due");
    target(store, 3, ContactTarget{7, 30});
    CHECK(state() == "7 due");
    FrequencyQuery late;
    late.late = true;
    CHECK(rows(store, late).empty());
    target(store, 3, ContactTarget{7, 29});
    CHECK(state() == "7 late");
    CHECK(rows(store, late).size() == 1);
    target(store, 3, std::nullopt);
    CHECK(state() == "29 due");
}

TEST_CASE("a target is a number of days, the latest not before the ideal one")
{
    auto store = small_company();
    for (const auto& days :
         {ContactTarget{0, std::nullopt}, ContactTarget{30, 29}, ContactTarget{100'000, {}}})
        CHECK(throws(ErrorKind::rejected, [&] { target(store, 3, days); }));
    CHECK(throws(ErrorKind::rejected, [&] { target(store, " ", ContactTarget{1, 2}); }));
}

} // namespace crm::test

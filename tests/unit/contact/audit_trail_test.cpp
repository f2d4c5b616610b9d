// SPDX-License-Identifier: MIT
#include "crm/contact/audit_trail.hpp"
#include "crm/contact/staff.hpp"
#include "tests/unit/contact/people.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

/// "table field: before -> after" of the changes taken, one a line.
std::string listed(Store& store, const AuditFilter& filter)
{
    std::string text;
    list_audit(store, filter, [&](const AuditChange& change) {
        text += change.table + ' ' + change.field.value_or("?") + ": " +
                change.before.value_or("") + " -> " + change.after.value_or("") + '\n';
        return true;
    });
    return text;
}

std::size_t count(Store& store, const AuditFilter& filter)
{
    std::size_t rows = 0;
    list_audit(store, filter, [&](const AuditChange&) { return ++rows != 0; });
    return rows;
}

} // namespace

TEST_CASE("a change is a row for each field, an insertion one for each value")
{
    auto store = Store::in_memory(acting());
    change(store, "INSERT INTO location (name) VALUES ('a')");
    change(store, "UPDATE location SET name = 'ä\"'");
    change(store, "DELETE FROM location");
    CHECK(listed(store, {}) == "location id:  -> 1\n"
                               "location name:  -> a\n"
                               "location name: a -> ä\"\n"
                               "location id: 1 -> \n"
                               "location name: ä\" -> \n");
    int rows = 0;
    list_audit(store, {}, [&](const AuditChange&) { return ++rows < 2; });
    CHECK(rows == 2);
}

TEST_CASE("a field that was emptied or filled shows nothing on the other side")
{
    auto store = small_company();
    change(store, "UPDATE contact SET city = NULL, street = 'Weg 1' WHERE id = 3");
    const auto text = listed(store, {.contact_id = 3});
    CHECK(text.ends_with("contact street:  -> Weg 1\ncontact city: Göttingen -> \n"));
}

TEST_CASE("erased values leave their row")
{
    auto store = Store::in_memory(acting());
    change(store, "INSERT INTO location (name) VALUES ('a')");
    store.execute("UPDATE audit_value SET salt = NULL, before = NULL, after = NULL");
    CHECK(listed(store, {}) == "location ?:  -> \n");
}

TEST_CASE("a company's trail has those who worked there, and what was merged into it")
{
    auto store = small_company();
    const auto company = listed(store, {.contact_id = 3});
    CHECK(company.find("contact name:  -> Müller GmbH") != std::string::npos);
    CHECK(company.find("employment role:  -> Einkauf") != std::string::npos);
    CHECK(company.find("Eva") == std::string::npos);
    const auto person = listed(store, {.contact_id = 4});
    CHECK(person.find("contact name:  -> Eva Meier") != std::string::npos);
    CHECK(person.find("employment role:  -> Einkauf") != std::string::npos);
    CHECK(person.find("Müller") == std::string::npos);
    change(store, "UPDATE contact SET merged_into_id = 2 WHERE id = 4");
    CHECK(listed(store, {.contact_id = 2}).find("Eva Meier") != std::string::npos);
}

TEST_CASE("what an employment is for, and absences, belong to somebody, too")
{
    auto store = small_company();
    {
        Transaction transaction(store);
        EmploymentData more;
        more.company_id = 3;
        more.functions = {"orders"};
        add_employment(store, 4, more, today);
        add_absence(store, 2, {today, today});
        transaction.commit();
    }
    const auto has = [&](std::int64_t contact, const char* line) {
        return listed(store, {.contact_id = contact}).find(line) != std::string::npos;
    };
    CHECK(has(4, "employment_function function:  -> orders"));
    CHECK(has(3, "employment_function function:  -> orders"));
    CHECK_FALSE(has(2, "employment_function"));
    CHECK(has(2, "absence first_day:  -> 2026-06-30"));
    CHECK_FALSE(has(4, "absence"));
    // The function goes where its employment goes, and the trail follows.
    change(store, "UPDATE employment SET person_id = 2 WHERE person_id = 4");
    CHECK(has(2, "employment_function person_id: 4 -> 2"));
}

TEST_CASE("users in any spelling, and days of the real clock")
{
    auto store = small_company(acting("ÄB"));
    const auto all = count(store, {});
    CHECK(all > 0);
    CHECK(count(store, {.user = "äb"}) == all);
    CHECK(throws(ErrorKind::not_found, [&] { count(store, {.user = "nobody"}); }));
    const auto day = *parse_iso_date("2026-06-30");
    const auto next = day + std::chrono::days(1);
    CHECK(count(store, {.since = day, .until = day}) == all);
    CHECK(count(store, {.since = next}) == 0);
    CHECK(count(store, {.until = day - std::chrono::days(1)}) == 0);
}

} // namespace crm::test

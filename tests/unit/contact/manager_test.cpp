// SPDX-License-Identifier: MIT
#include "crm/contact/manager.hpp"
#include "tests/unit/contact/sample.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

void away(Store& store, std::int64_t staff)
{
    Transaction transaction(store);
    add_absence(store, staff, {today, today});
    transaction.commit();
}

} // namespace

TEST_CASE("a person without a manager has the company's")
{
    auto store = sample_store();
    const auto jan = add_staff(store, "Jan Peters", "JP");
    auto data = named("Eins GmbH");
    data.manager_id = jan;
    const auto company = add(store, ContactKind::company, data);
    CHECK(manager_of(store, add_person(store, "Anna Groß", company), today)->code == "JP");
    CHECK_FALSE(manager_of(store, add_person(store, "Karl Klein"), today));
}

TEST_CASE("the deputy takes over while the manager is away, and another one for an absent deputy")
{
    auto store = sample_store();
    const auto third = add_staff(store, "Uwe Drei", "U3");
    const auto second = add_staff(store, "Ute Zwei", "U2", third);
    const auto first = add_staff(store, "Jan Eins", "J1", second);
    auto data = named("Eins GmbH");
    data.manager_id = first;
    const auto company = add(store, ContactKind::company, data);
    CHECK(manager_of(store, company, today)->deputy.empty());
    CHECK_FALSE(manager_of(store, company, today)->absent_until);
    away(store, first);
    CHECK(manager_of(store, company, today)->absent_until == today);
    CHECK(manager_of(store, company, today)->deputy == "Ute Zwei");
    CHECK(manager_of(store, company, today + std::chrono::days(1))->deputy.empty());
    away(store, second);
    CHECK(manager_of(store, company, today)->deputy == "Uwe Drei");
    away(store, third);
    CHECK(manager_of(store, company, today)->deputy.empty());
}

TEST_CASE("without an extension the manager's own phone counts, else the one at work")
{
    auto store = sample_store();
    const auto jan = add_staff(store, "Jan Peters", "JP");
    auto data = named("Eins GmbH");
    data.manager_id = jan;
    const auto company = add(store, ContactKind::company, data);
    CHECK(manager_of(store, company, today)->extension.empty());
    const auto set = [&](const char* sql) { store.prepare(sql).bind(":id", jan).run(); };
    set("UPDATE employment SET phone = '0711 1000-31;0711 1000-32' WHERE person_id = :id");
    CHECK(manager_of(store, company, today)->extension == "0711 1000-31");
    set("UPDATE contact SET phone = '0171 3456789' WHERE id = :id");
    CHECK(manager_of(store, company, today)->extension == "0171 3456789");
    set("UPDATE staff SET extension = '33' WHERE contact_id = :id");
    CHECK(manager_of(store, company, today)->extension == "33");
}

TEST_CASE("deputies in a circle end in nobody")
{
    auto store = sample_store();
    const auto one = add_staff(store, "Jan Eins", "J1");
    const auto two = add_staff(store, "Ute Zwei", "U2", one);
    {
        Transaction transaction(store);
        make_staff(store, one, {"J1", std::nullopt, two});
        transaction.commit();
    }
    auto data = named("Eins GmbH");
    data.manager_id = one;
    const auto company = add(store, ContactKind::company, data);
    away(store, one);
    away(store, two);
    CHECK(manager_of(store, company, today)->deputy.empty());
}

} // namespace crm::test

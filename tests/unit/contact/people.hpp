// SPDX-License-Identifier: MIT
#pragma once

#include "tests/unit/contact/sample.hpp"
#include "tests/unit/database.hpp"

#include <utility>

namespace crm::test
{

/// A small database: the own company (1, number 10000) with its staff member ÄB (2, 10001); the
/// customer Müller GmbH (3, 10002) with Eva Meier (4, 10003), who works there mainly.
inline Store small_company(StoreOptions options = acting())
{
    auto store = Store::in_memory(std::move(options));
    {
        Transaction transaction(store);
        add_own_company(store, named("Eigene GmbH"), today);
        transaction.commit();
    }
    auto staff = named("Anna Berg");
    staff.employment.emplace().company_id = own_company;
    staff.staff = StaffData{.code = "ÄB", .extension = "12", .deputy_id = std::nullopt};
    add(store, ContactKind::person, staff);
    auto company = named("Müller GmbH");
    company.values[Field::phone] = "0551 123456";
    company.values[Field::city] = "Göttingen";
    const auto company_id = add(store, ContactKind::company, company);
    auto person = named("Eva Meier");
    person.values[Field::email] = "Eva@Example.com";
    auto& job = person.employment.emplace();
    job.company_id = company_id;
    job.role = "Einkauf";
    job.main = true;
    add(store, ContactKind::person, person);
    return store;
}

} // namespace crm::test

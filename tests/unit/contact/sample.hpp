// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/contact_writer.hpp"
#include "crm/contact/employment.hpp"
#include "crm/contact/own_company.hpp"

#include <string>

namespace crm::test
{

inline constexpr Date today = std::chrono::year(2026) / 6 / 30;

/// A database in memory with the own company in it.
inline Store sample_store()
{
    auto store = Store::in_memory();
    Transaction transaction(store);
    ContactData own;
    own.values[Field::name] = "Muster GmbH";
    add_own_company(store, own, today);
    transaction.commit();
    return store;
}

inline ContactData named(const std::string& name)
{
    ContactData data;
    data.values[Field::name] = name;
    return data;
}

/// Adds a contact in a transaction of its own.
inline std::int64_t add(Store& store, ContactKind kind, const ContactData& data)
{
    Transaction transaction(store);
    const auto id = ContactWriter(store, today).add(kind, data);
    transaction.commit();
    return id;
}

inline std::int64_t add_company(Store& store, const std::string& name)
{
    return add(store, ContactKind::company, named(name));
}

/// A person who works at a company, or nowhere (0).
inline std::int64_t add_person(Store& store, const std::string& name, std::int64_t company = 0)
{
    auto data = named(name);
    if (company != 0) {
        data.employment = EmploymentData{};
        data.employment->company_id = company;
    }
    return add(store, ContactKind::person, data);
}

inline EmploymentData job_at(std::int64_t company, const std::string& phone = "")
{
    EmploymentData job;
    job.company_id = company;
    if (!phone.empty())
        job.phone = phone;
    return job;
}

/// Records an employment of somebody who is there already, in a transaction of its own.
inline void employ(Store& store, std::int64_t person, const EmploymentData& job)
{
    Transaction transaction(store);
    SearchIndexer indexer(store);
    indexer.remove(person);
    add_employment(store, person, job, today);
    indexer.add(person);
    transaction.commit();
}

/// One of the own staff.
inline std::int64_t add_staff(Store& store, const std::string& name, const std::string& code,
                              std::optional<std::int64_t> deputy = std::nullopt)
{
    auto data = named(name);
    data.employment = EmploymentData{};
    data.employment->company_id = own_company;
    data.staff = StaffData{code, std::nullopt, deputy};
    return add(store, ContactKind::person, data);
}

} // namespace crm::test

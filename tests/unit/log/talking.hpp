// SPDX-License-Identifier: MIT
#pragma once

#include "crm/log/entry.hpp"
#include "crm/log/list.hpp"
#include "crm/switchboard/checks.hpp"
#include "tests/unit/contact/people.hpp"

#include <string>
#include <vector>

namespace crm::test
{

// Contacts are those of small_company(): 3 Müller GmbH, 4 Eva Meier.

inline LogEntry entry_at(const std::string& at, const std::string& subject)
{
    LogEntry entry;
    entry.at = parse_time(at, today);
    entry.subject = subject;
    return entry;
}

/// Records an entry on a contact, in a transaction of its own.
inline std::int64_t talk(Store& store, LogEntry entry, std::int64_t contact,
                         const std::vector<std::int64_t>& with = {})
{
    Transaction transaction(store);
    std::vector<Contact> persons;
    for (const auto id : with)
        persons.push_back(contact_by_id(store, id));
    place_entry(store, entry, contact_by_id(store, contact), persons, std::nullopt);
    const auto id = add_log_entry(store, entry);
    transaction.commit();
    return id;
}

inline std::int64_t talk(Store& store, const std::string& at, const std::string& subject,
                         std::int64_t contact, const std::vector<std::int64_t>& with = {})
{
    return talk(store, entry_at(at, subject), contact, with);
}

inline void amend(Store& store, std::int64_t id, const LogEntry& entry)
{
    Transaction transaction(store);
    amend_log_entry(store, id, entry);
    transaction.commit();
}

/// What all checks report, as "name: text".
inline std::vector<std::string> breaches(Store& store)
{
    std::vector<std::string> found;
    run_checks(store, all_checks(),
               [&](const Breach& breach) { found.push_back(breach.check + ": " + breach.text); });
    return found;
}

/// The ids that a list or search hands over.
template<class Produce>
std::vector<std::int64_t> ids_of(Produce produce)
{
    std::vector<std::int64_t> ids;
    produce([&](const LogRow& row) {
        ids.push_back(row.id);
        return true;
    });
    return ids;
}

} // namespace crm::test

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/dunning/block.hpp"
#include "crm/openitems/dunning/run.hpp"
#include "crm/store/settings.hpp"
#include "tests/unit/openitems/ledger.hpp"

#include <string>
#include <vector>

namespace crm::test
{

/// An open item of so many cents, of Müller GmbH (3) of small_company() unless said otherwise; its
/// id. Müller GmbH is a business.
inline std::int64_t owed(Store& store, const char* number, const char* due, std::int64_t cents,
                         std::int64_t contact_id = 3, const char* currency = "EUR")
{
    Document item;
    item.number = number;
    item.kind = DocumentKind::opening;
    item.contact_id = contact_id;
    item.date = on(due);
    item.due = on(due);
    item.currency = currency;
    item.net = {cents};
    return done(store, [&] { return post_plain_document(store, item).id; });
}

inline void set(Store& store, const char* key, const char* value)
{
    Transaction transaction(store);
    set_setting(store, key, value);
    transaction.commit();
}

inline ReminderQuery as_of(const char* day)
{
    ReminderQuery query;
    query.key_date = on(day);
    return query;
}

inline std::vector<Reminder> reminders(Store& store, const ReminderQuery& query)
{
    std::vector<Reminder> found;
    for_each_reminder(store, query, [&](const Reminder& reminder) {
        found.push_back(reminder);
        return true;
    });
    return found;
}

/// What is to be reminded of on a day: "R1:1 R2:2", each with its level.
inline std::string levels(Store& store, const ReminderQuery& query)
{
    std::string text;
    for (const auto& reminder : reminders(store, query))
        for (const auto& item : reminder.items)
            text += fmt::format("{}{}:{}", text.empty() ? "" : " ", item.document, item.level);
    return text;
}

inline std::string levels(Store& store, const char* day)
{
    return levels(store, as_of(day));
}

/// Posts the run of a day.
inline DunningRun remind(Store& store, const char* day)
{
    return done(store, [&] { return post_reminders(store, as_of(day), {on(day), 600}); });
}

inline UndoneRun undo(Store& store, std::int64_t run, const char* day)
{
    return done(store, [&] { return undo_run(store, run, {on(day), 600}); });
}

/// What `db check` finds in the ledger and the reminders.
inline std::vector<std::string> dunning_breaches(Store& store)
{
    std::vector<std::string> found;
    run_checks(store, find_checks({"documents", "open-items", "payments", "reminders"}),
               [&](const Breach& breach) { found.push_back(breach.text); });
    return found;
}

} // namespace crm::test

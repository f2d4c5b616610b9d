// SPDX-License-Identifier: MIT
#include "crm/contact/activity.hpp"

#include <fmt/format.h>

namespace crm
{

std::optional<Activity> activity_of(Store& store, std::int64_t contact_id)
{
    auto query = store.prepare(R"sql(
        SELECT contacts, first_contact, last_contact FROM contact_activity_index
         WHERE contact_id = :id)sql");
    query.bind(":id", contact_id);
    if (!query.step())
        return std::nullopt;
    return Activity{query.integer(0), query.date(1).value_or(Date{}),
                    query.date(2).value_or(Date{})};
}

std::string entries_sql(std::string_view contact)
{
    return fmt::format(R"sql((
        SELECT at, channel FROM log_entries WHERE company_id = {0}
        UNION ALL
        SELECT at, channel FROM log_entries WHERE person_id = {0}
        UNION ALL
        SELECT e.at, e.channel
          FROM log_participants AS p
          JOIN log_entries AS e ON e.id = p.log_id
         WHERE p.person_id = {0}))sql",
                       contact);
}

void count_contact(Store& store, std::int64_t contact_id, Date day)
{
    store
        .prepare(R"sql(
            INSERT INTO contact_activity_index (contact_id, contacts, first_contact, last_contact)
            VALUES (:id, 1, :day, :day)
            ON CONFLICT (contact_id) DO UPDATE
               SET contacts = contacts + 1,
                   first_contact = min(first_contact, excluded.first_contact),
                   last_contact = max(last_contact, excluded.last_contact))sql")
        .bind(":id", contact_id)
        .bind(":day", day)
        .run();
}

void set_activity(Store& store, std::int64_t contact_id, const std::optional<Activity>& activity)
{
    store.prepare("DELETE FROM contact_activity_index WHERE contact_id = :id")
        .bind(":id", contact_id)
        .run();
    if (!activity)
        return;
    store
        .prepare(R"sql(
            INSERT INTO contact_activity_index (contact_id, contacts, first_contact, last_contact)
            VALUES (:id, :contacts, :first, :last))sql")
        .bind(":id", contact_id)
        .bind(":contacts", activity->contacts)
        .bind(":first", activity->first)
        .bind(":last", activity->last)
        .run();
}

} // namespace crm

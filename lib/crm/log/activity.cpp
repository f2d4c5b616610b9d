// SPDX-License-Identifier: MIT
#include "crm/log/activity.hpp"

#include "crm/contact/activity.hpp"

namespace crm
{

void recompute_activity(Store& store, std::int64_t contact_id)
{
    auto query = store.prepare(R"sql(
        SELECT count(*), substr(min(at), 1, 10), substr(max(at), 1, 10)
          FROM (SELECT id, at, channel FROM log_entry WHERE company_id = :contact
                UNION
                SELECT id, at, channel FROM log_entry WHERE person_id = :contact
                UNION
                SELECT l.id, l.at, l.channel
                  FROM log_participant AS p
                  JOIN log_entry AS l ON l.id = p.log_id
                 WHERE p.person_id = :contact)
         WHERE channel NOT IN ('note', 'system'))sql");
    query.bind(":contact", contact_id);
    query.step();
    std::optional<Activity> activity;
    if (query.integer(0) > 0)
        activity = {query.integer(0), *query.date(1), *query.date(2)};
    set_activity(store, contact_id, activity);
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/log/merge.hpp"

#include "crm/log/activity.hpp"

namespace crm
{

void merge_log(Store& store, std::int64_t keep_id, std::int64_t drop_id)
{
    for (const char* sql : {
             R"sql(UPDATE log_entry
                      SET contact_id = CASE contact_id WHEN :drop THEN :keep ELSE contact_id END,
                          company_id = CASE company_id WHEN :drop THEN :keep ELSE company_id END,
                          person_id = CASE person_id WHEN :drop THEN :keep ELSE person_id END
                    WHERE company_id = :drop OR person_id = :drop)sql",
             "UPDATE OR IGNORE log_participant SET person_id = :keep WHERE person_id = :drop",
             "UPDATE OR IGNORE contact_target SET contact_id = :keep WHERE contact_id = :drop",
         })
        store.prepare(sql).bind(":keep", keep_id).bind(":drop", drop_id).run();
    for (const char* sql : {"DELETE FROM log_participant WHERE person_id = :drop",
                            "DELETE FROM contact_target WHERE contact_id = :drop"})
        store.prepare(sql).bind(":drop", drop_id).run();
    // Both took part: now it is the same person, named first.
    store
        .prepare(R"sql(
            DELETE FROM log_participant
             WHERE person_id = :keep
               AND EXISTS (SELECT 1 FROM log_entry AS l
                            WHERE l.id = log_participant.log_id AND l.person_id = :keep))sql")
        .bind(":keep", keep_id)
        .run();
    recompute_activity(store, keep_id);
    recompute_activity(store, drop_id);
}

} // namespace crm

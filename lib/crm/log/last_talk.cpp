// SPDX-License-Identifier: MIT
#include "crm/log/last_talk.hpp"

namespace crm
{

namespace
{

// Each by an index that is in the order of time, newest first.
constexpr const char* of_contact = R"sql(
    SELECT l.at, c.name, l.subject
      FROM (SELECT * FROM (SELECT id, at, staff_id, subject FROM log_entry
                            WHERE company_id = :contact AND at < :tomorrow AND channel NOT IN ('note', 'system')
                            ORDER BY at DESC, id DESC
                            LIMIT 1)
            UNION ALL
            SELECT * FROM (SELECT id, at, staff_id, subject FROM log_entry
                            WHERE person_id = :contact AND at < :tomorrow AND channel NOT IN ('note', 'system')
                            ORDER BY at DESC, id DESC
                            LIMIT 1)
            UNION ALL
            SELECT e.id, e.at, e.staff_id, e.subject
              FROM log_participant AS p
              JOIN log_entry AS e ON e.id = p.log_id
             WHERE p.person_id = :contact AND e.at < :tomorrow AND e.channel NOT IN ('note', 'system')) AS l
      LEFT JOIN contact AS c ON c.id = l.staff_id
     ORDER BY l.at DESC, l.id DESC
     LIMIT 1)sql";

} // namespace

std::optional<LastTalk> last_talk(Store& store, std::int64_t contact_id, std::int64_t company_id,
                                  Date today)
{
    auto query = store.prepare(of_contact);
    query.bind(":contact", contact_id).bind(":tomorrow", today + std::chrono::days(1));
    if (query.step())
        return LastTalk{parse_iso_date(query.text(0).substr(0, 10)).value_or(Date{}),
                        query.string(1), query.string(2)};
    query.reset();
    return company_id == 0 || company_id == contact_id ? std::nullopt
                                                       : last_talk(store, company_id, 0, today);
}

} // namespace crm

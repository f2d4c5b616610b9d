// SPDX-License-Identifier: MIT
#include "crm/contact/destination.hpp"

namespace crm
{

Destination destination_of(Store& store, std::int64_t contact_id, std::optional<Date> day)
{
    auto query = store.prepare(R"sql(
        SELECT c.country, c.vat_id,
               (SELECT coalesce(a.country, '') FROM address AS a
                 WHERE a.contact_id = c.id AND a.usage = 'delivery'
                   AND coalesce(a.street, a.city) IS NOT NULL
                   AND (a.last_day IS NULL OR a.last_day >= :day)
                 ORDER BY a.id LIMIT 1),
               coalesce(c.consumer,
                        c.kind = 'person' AND c.vat_id IS NULL AND c.country IS NOT NULL
                        AND NOT EXISTS (SELECT 1 FROM employment
                                         WHERE person_id = c.id
                                           AND coalesce(first_day, :day) <= :day
                                           AND coalesce(last_day, :day) >= :day))
          FROM contact AS c
         WHERE c.id = :contact)sql");
    query.bind(":contact", contact_id);
    if (day)
        query.bind(":day", *day);
    else
        query.bind(":day", "9999-12-31");
    Destination found;
    if (!query.step())
        return found;
    found.country = query.text(0);
    found.vat_id = query.text(1);
    if (!query.is_null(2))
        found.delivery = query.string(2);
    found.consumer = query.boolean(3);
    return found;
}

} // namespace crm

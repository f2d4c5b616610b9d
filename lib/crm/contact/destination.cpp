// SPDX-License-Identifier: MIT
#include "crm/contact/destination.hpp"

#include "crm/contact/consumer.hpp"

namespace crm
{

Destination destination_of(Store& store, std::int64_t contact_id, std::optional<Date> day)
{
    // A VAT ID is one of a business, unless the field says otherwise; at home it makes no
    // difference.
    static const auto select = R"sql(
        SELECT c.country, c.vat_id,
               (SELECT coalesce(a.country, '') FROM address AS a
                 WHERE a.contact_id = c.id AND a.usage = 'delivery'
                   AND coalesce(a.street, a.city) IS NOT NULL
                   AND (a.last_day IS NULL OR a.last_day >= :day)
                 ORDER BY a.id LIMIT 1),
               c.country IS NOT NULL AND (c.vat_id IS NULL OR c.consumer) AND )sql" +
                               consumer_sql("c") + R"sql(
          FROM contact AS c
         WHERE c.id = :contact)sql";
    auto query = store.prepare(select);
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

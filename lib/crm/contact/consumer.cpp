// SPDX-License-Identifier: MIT
#include "crm/contact/consumer.hpp"

#include <fmt/format.h>

namespace crm
{

std::string consumer_sql(std::string_view alias)
{
    return fmt::format(R"sql(
        coalesce({0}.consumer,
                 {0}.kind = 'person'
                 AND NOT EXISTS (SELECT 1 FROM employment AS e
                                  WHERE e.person_id = {0}.id AND coalesce(e.first_day, :day) <= :day
                                    AND coalesce(e.last_day, :day) >= :day)))sql",
                       alias);
}

} // namespace crm

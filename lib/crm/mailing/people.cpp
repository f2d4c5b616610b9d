// SPDX-License-Identifier: MIT
#include "crm/mailing/people.hpp"

namespace crm
{

namespace
{

constexpr const char* select_people = R"sql(
    SELECT p.id, p.number, p.name, p.salutation, p.title, p.given_name, p.family_name, p.language,
           e.department, coalesce(e.phone, p.phone, p.mobile), coalesce(e.email, p.email), m.code,
           p.archived_on
      FROM employment AS e
      JOIN contact AS p ON p.id = e.person_id
      LEFT JOIN employment_function AS f ON f.employment_id = e.id AND f.function = 'mailing'
      LEFT JOIN staff AS m ON m.contact_id = p.manager_id
     WHERE e.company_id = :company
       AND coalesce(e.first_day, :day) <= :day AND coalesce(e.last_day, :day) >= :day
       AND p.merged_into_id IS NULL
       AND p.id NOT IN (SELECT contact_id FROM staff)
     ORDER BY f.id IS NULL, e.main DESC, e.id)sql";

} // namespace

People::People(Store& store, Date day) : query_(store.prepare(select_people))
{
    query_.bind(":day", day);
}

void People::start(std::int64_t company_id)
{
    query_.reset();
    query_.bind(":company", company_id);
}

bool People::next(Employee& e)
{
    if (!query_.step())
        return false;
    e.id = query_.integer(0);
    e.number = query_.text(1);
    e.name = query_.text(2);
    e.salutation = query_.text(3);
    e.title = query_.text(4);
    e.given_name = query_.text(5);
    e.family_name = query_.text(6);
    e.language = query_.text(7);
    e.department = query_.text(8);
    e.phone = query_.text(9);
    e.email = query_.text(10);
    e.manager = query_.text(11);
    e.archived_on = query_.text(12);
    return true;
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/mailing/people.hpp"

#include <algorithm>
#include <tuple>

namespace crm
{

namespace
{

constexpr const char* select_people = R"sql(
    SELECT p.id, p.number, p.name, p.salutation, p.title, p.given_name, p.family_name, p.language,
           e.department, coalesce(e.phone, p.phone, p.mobile), coalesce(e.email, p.email), m.code,
           p.archived_on, coalesce(p.consumer, 0), f.id IS NOT NULL, e.main, e.id
      FROM employment AS e
      JOIN contact AS p ON p.id = e.person_id
      LEFT JOIN employment_function AS f ON f.employment_id = e.id AND f.function = 'mailing'
      LEFT JOIN staff AS m ON m.contact_id = p.manager_id
     WHERE e.company_id = :company
       AND coalesce(e.first_day, :day) <= :day AND coalesce(e.last_day, :day) >= :day
       AND p.merged_into_id IS NULL
       AND NOT EXISTS (SELECT 1 FROM staff AS s WHERE s.contact_id = p.id)
     ORDER BY e.id)sql";

void read_employee(const Statement& query, Employee& e)
{
    e.id = query.integer(0);
    e.number = query.text(1);
    e.name = query.text(2);
    e.salutation = query.text(3);
    e.title = query.text(4);
    e.given_name = query.text(5);
    e.family_name = query.text(6);
    e.language = query.text(7);
    e.department = query.text(8);
    e.phone = query.text(9);
    e.email = query.text(10);
    e.manager = query.text(11);
    e.archived_on = query.text(12);
    e.consumer = query.boolean(13);
    e.for_mailing = query.boolean(14);
    e.main = query.boolean(15);
    e.place = query.integer(16);
}

} // namespace

People::People(Store& store, Date day) : query_(store.prepare(select_people))
{
    query_.bind(":day", day);
}

std::span<const Employee> People::at(std::int64_t company_id)
{
    query_.reset();
    query_.bind(":company", company_id);
    std::size_t count = 0;
    for (; query_.step(); ++count) {
        if (count == employees_.size())
            employees_.emplace_back();
        read_employee(query_, employees_[count]);
    }
    const std::span found(employees_.data(), count);
    // Sorted here: SQLite would set up a sorter for each company.
    std::ranges::sort(found, [](const Employee& a, const Employee& b) {
        return std::tuple(!a.for_mailing, !a.main, a.place) <
               std::tuple(!b.for_mailing, !b.main, b.place);
    });
    return found;
}

} // namespace crm

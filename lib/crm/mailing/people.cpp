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
           p.archived_on, coalesce(p.consumer, 0), f.id IS NOT NULL, e.main, s.contact_id IS NOT NULL, e.id
      FROM employment AS e
      JOIN contact AS p ON p.id = e.person_id
      LEFT JOIN employment_function AS f ON f.employment_id = e.id AND f.function = 'mailing'
      LEFT JOIN staff AS m ON m.contact_id = p.manager_id
      LEFT JOIN staff AS s ON s.contact_id = p.id
     WHERE e.company_id = :company
       AND coalesce(e.first_day, :day) <= :day AND coalesce(e.last_day, :day) >= :day
       AND p.merged_into_id IS NULL
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
    e.own_staff = query.boolean(16);
    e.place = query.integer(17);
}

auto rank(const Employee& e)
{
    return std::tuple(e.own_staff, !e.for_mailing, !e.main, e.place);
}

} // namespace

People::People(Store& store, Date day) : query_(store.prepare(select_people))
{
    query_.bind(":day", day);
}

void People::read(std::int64_t company_id)
{
    query_.reset();
    query_.bind(":company", company_id);
    for (count_ = 0; query_.step(); ++count_) {
        if (count_ == employees_.size())
            employees_.emplace_back();
        read_employee(query_, employees_[count_]);
    }
    const std::span found(employees_.data(), count_);
    // Sorted here: SQLite would set up a sorter for each company.
    std::ranges::sort(found, {}, rank);
    own_staff_ = static_cast<std::size_t>(std::ranges::count_if(found, &Employee::own_staff));
    company_id_ = company_id;
}

std::span<const Employee> People::at(std::int64_t company_id)
{
    const auto all = with_own_staff(company_id);
    return all.first(all.size() - own_staff_);
}

std::span<const Employee> People::with_own_staff(std::int64_t company_id)
{
    if (company_id != company_id_)
        read(company_id);
    return {employees_.data(), count_};
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/contact/caller.hpp"

#include "crm/base/error.hpp"

#include <algorithm>

namespace crm
{

namespace
{

constexpr std::string_view caller_sql = R"sql(
    SELECT c.id, c.number, c.name, c.kind = 'company', k.id, k.name, k.number, e.role,
           CASE WHEN c.manager_id IS NULL THEN coalesce(k.id, c.id) ELSE c.id END)sql";

/// The main employment of a day: the one so marked, else the oldest recorded that is present.
constexpr std::string_view main_employment = R"sql(
    (SELECT w.id
       FROM employment AS w
      WHERE w.person_id = c.id
        AND coalesce(w.first_day, :today) <= :today
        AND coalesce(w.last_day, :today) >= :today
      ORDER BY w.main DESC, w.id
      LIMIT 1))sql";

Caller read_caller(const Statement& query)
{
    Caller caller;
    caller.id = query.integer(0);
    caller.number = query.string(1);
    caller.name = query.string(2);
    caller.is_company = query.boolean(3);
    caller.company_id = caller.is_company ? caller.id : query.integer(4);
    caller.company = caller.is_company ? caller.name : query.string(5);
    caller.company_number = caller.is_company ? caller.number : query.string(6);
    caller.role = query.string(7);
    caller.managed_id = query.integer(8);
    return caller;
}

Caller only_caller(Statement& query, std::int64_t contact_id)
{
    if (!query.step())
        throw error(ErrorKind::not_found, "there is no contact with the id {}", contact_id);
    return read_caller(query);
}

bool same_line(const Caller& a, const Caller& b)
{
    return a.id == b.id && a.company_id == b.company_id;
}

} // namespace

std::vector<Caller> holders_of(Store& store, std::string_view point, Date today)
{
    const auto sql = std::string(caller_sql)
                         .append(", p.kind FROM contact_point_index AS p"
                                 "  JOIN contact AS c ON c.id = p.contact_id"
                                 "  LEFT JOIN employment AS e"
                                 "    ON e.id = CASE p.employment_id WHEN 0 THEN")
                         .append(main_employment)
                         .append(R"sql( ELSE p.employment_id END
      LEFT JOIN contact AS k ON k.id = e.company_id
     WHERE p.value = :point
       AND coalesce(e.first_day, :today) <= :today
       AND coalesce(e.last_day, :today) >= :today
     ORDER BY c.archived_on IS NOT NULL, e.id IS NOT)sql")
                         .append(main_employment)
                         .append(", c.number_key");
    auto query = store.prepare(sql);
    query.bind(":point", point).bind(":today", today);
    std::vector<Caller> callers;
    while (query.step()) {
        auto caller = read_caller(query);
        caller.point_kind = query.string(9);
        // One number, recorded as own and as the one at work.
        if (std::none_of(callers.begin(), callers.end(),
                         [&](const Caller& other) { return same_line(caller, other); }))
            callers.push_back(std::move(caller));
    }
    return callers;
}

Caller caller_at(Store& store, std::int64_t contact_id, std::int64_t employment_id)
{
    const auto sql = std::string(caller_sql).append(R"sql(
      FROM contact AS c
      LEFT JOIN employment AS e ON e.id = :employment
      LEFT JOIN contact AS k ON k.id = e.company_id
     WHERE c.id = :id)sql");
    auto query = store.prepare(sql);
    query.bind(":id", contact_id).bind(":employment", employment_id);
    return only_caller(query, contact_id);
}

Caller caller_of(Store& store, std::int64_t contact_id, Date today)
{
    const auto sql = std::string(caller_sql)
                         .append(" FROM contact AS c LEFT JOIN employment AS e ON e.id =")
                         .append(main_employment)
                         .append(R"sql(
      LEFT JOIN contact AS k ON k.id = e.company_id
     WHERE c.id = :id)sql");
    auto query = store.prepare(sql);
    query.bind(":id", contact_id).bind(":today", today);
    return only_caller(query, contact_id);
}

} // namespace crm

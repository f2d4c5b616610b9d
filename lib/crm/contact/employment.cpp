// SPDX-License-Identifier: MIT
#include "crm/contact/employment.hpp"

#include "crm/base/error.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

constexpr std::array<std::string_view, 4> functions = {"accounting", "orders", "delivery",
                                                       "mailing"};

Employment read_employment(const Statement& query)
{
    Employment found;
    found.id = query.integer(0);
    found.person_id = query.integer(1);
    found.company_id = query.integer(2);
    found.company_number = query.string(3);
    found.company = query.string(4);
    found.role = query.string(5);
    found.department = query.string(6);
    found.phone = query.string(7);
    found.email = query.string(8);
    found.main = query.boolean(9);
    found.first_day = query.date(10);
    found.last_day = query.date(11);
    return found;
}

std::vector<std::string> functions_of(Store& store, std::int64_t employment_id)
{
    auto query = store.prepare(R"sql(
        SELECT function FROM employment_function WHERE employment_id = :id ORDER BY function)sql");
    query.bind(":id", employment_id);
    std::vector<std::string> found;
    while (query.step())
        found.push_back(query.string(0));
    return found;
}

struct Running {
    std::int64_t id = 0;
    std::optional<Date> first_day;
    std::optional<Date> last_day;
};

/// The employment that does not end before `end`; of several, the one that runs on `day`.
std::optional<Running> running_employment(Store& store, std::int64_t person_id,
                                          std::int64_t company_id, Date end, Date day)
{
    auto query = store.prepare(R"sql(
        SELECT id, first_day, last_day FROM employment
         WHERE person_id = :person AND company_id = :company AND coalesce(last_day, :end) >= :end
         ORDER BY coalesce(first_day, '') <= :day DESC, first_day DESC LIMIT 1)sql");
    query.bind(":person", person_id).bind(":company", company_id);
    query.bind(":end", end).bind(":day", day);
    if (!query.step())
        return std::nullopt;
    return Running{query.integer(0), query.date(1), query.date(2)};
}

void check_kinds(Store& store, std::int64_t person_id, std::int64_t company_id)
{
    const auto person = contact_by_id(store, person_id);
    const auto company = contact_by_id(store, company_id);
    if (person.kind != ContactKind::person)
        throw error(ErrorKind::rejected, "'{}' is a company; only a person can be employed",
                    person.name);
    if (company.kind != ContactKind::company)
        throw error(ErrorKind::rejected, "'{}' is a person; only a company can employ",
                    company.name);
}

void check_functions(const std::vector<std::string>& wanted)
{
    for (const auto& function : wanted)
        if (std::find(functions.begin(), functions.end(), function) == functions.end())
            throw error(ErrorKind::usage, "unknown function '{}'", function)
                .with_hint("one of: accounting, orders, delivery, mailing");
}

void check_data(const EmploymentData& data)
{
    if (data.first_day && data.last_day && *data.last_day < *data.first_day)
        throw error(ErrorKind::rejected, "the employment would end ({}) before it begins ({})",
                    to_string(*data.last_day), to_string(*data.first_day));
    check_functions(data.functions);
}

// Empty text empties a column, nothing leaves it.
constexpr const char* insert_sql = R"sql(
    INSERT INTO employment (person_id, company_id, role, department, phone, email, main, first_day,
                            last_day)
    VALUES (:person, :company, nullif(:role, ''), nullif(:department, ''), nullif(:phone, ''),
            nullif(:email, ''), coalesce(:main, 0), :first, :last))sql";

constexpr const char* update_sql = R"sql(
    UPDATE employment
       SET role = nullif(coalesce(:role, role), ''),
           department = nullif(coalesce(:department, department), ''),
           phone = nullif(coalesce(:phone, phone), ''), email = nullif(coalesce(:email, email), ''),
           main = coalesce(:main, main), first_day = coalesce(:first, first_day),
           last_day = coalesce(:last, last_day)
     WHERE id = :id)sql";

void bind_data(Statement& statement, const EmploymentData& data)
{
    statement.bind(":role", data.role)
        .bind(":department", data.department)
        .bind(":phone", data.phone)
        .bind(":email", data.email)
        .bind(":main", data.main)
        .bind(":first", data.first_day)
        .bind(":last", data.last_day);
}

/// Throws rejected if an employment on these days would overlap another one of the person at the
/// company than `id`; one may begin on the last day of the other.
void refuse_overlap(Store& store, std::int64_t person_id, std::int64_t company_id, std::int64_t id,
                    const std::optional<Date>& first, const std::optional<Date>& last)
{
    auto query = store.prepare(R"sql(
        SELECT coalesce(first_day, '?'), coalesce(last_day, '?')
          FROM employment
         WHERE person_id = :person AND company_id = :company AND id <> :id
           AND coalesce(first_day, last_day) < coalesce(:last, '9999-12-31')
           AND coalesce(:first, :last) < coalesce(last_day, '9999-12-31')
         ORDER BY id)sql");
    query.bind(":person", person_id).bind(":company", company_id).bind(":id", id);
    query.bind(":first", first).bind(":last", last);
    if (query.step())
        throw error(ErrorKind::rejected, "{} was employed at {} on these days already ({} to {})",
                    contact_by_id(store, person_id).name, contact_by_id(store, company_id).name,
                    query.text(0), query.text(1))
            .with_hint("a further employment there begins on {} or later", query.text(1));
}

void add_functions(Store& store, std::int64_t person_id, std::int64_t employment_id,
                   const std::vector<std::string>& functions)
{
    for (const auto& function : functions)
        store
            .prepare(R"sql(
                INSERT INTO employment_function (employment_id, person_id, function)
                VALUES (:id, :person, :function)
                ON CONFLICT DO NOTHING)sql")
            .bind(":id", employment_id)
            .bind(":person", person_id)
            .bind(":function", function)
            .run();
}

void remove_functions(Store& store, const Employment& work, const EmploymentChange& change)
{
    const auto& gone = change.no_functions ? work.functions : change.not_functions;
    for (const auto& function : gone) {
        store
            .prepare(R"sql(
                DELETE FROM employment_function
                 WHERE employment_id = :id AND function = :function)sql")
            .bind(":id", work.id)
            .bind(":function", function)
            .run();
        if (store.changes() == 0)
            throw error(ErrorKind::not_found, "{} is not responsible for {} at {}",
                        contact_by_id(store, work.person_id).name, function, work.company)
                .with_candidates(work.functions);
    }
}

} // namespace

std::span<const std::string_view> employment_functions()
{
    return functions;
}

std::vector<Employment> employments_of(Store& store, std::int64_t person_id)
{
    auto query = store.prepare(R"sql(
        SELECT e.id, e.person_id, e.company_id, c.number, c.name, e.role, e.department, e.phone,
               e.email, e.main, e.first_day, e.last_day
          FROM employment AS e
          JOIN contact AS c ON c.id = e.company_id
         WHERE e.person_id = :person
         ORDER BY e.main DESC, e.id)sql");
    query.bind(":person", person_id);
    std::vector<Employment> found;
    while (query.step())
        found.push_back(read_employment(query));
    for (auto& employment : found)
        employment.functions = functions_of(store, employment.id);
    return found;
}

std::vector<Employment> present_employments(Store& store, std::int64_t person_id, Date day)
{
    auto found = employments_of(store, person_id);
    std::erase_if(found, [day](const Employment& each) { return !each.present_on(day); });
    return found;
}

std::vector<std::int64_t> people_of(Store& store, std::int64_t company_id)
{
    auto query = store.prepare(R"sql(
        SELECT DISTINCT person_id FROM employment WHERE company_id = :company ORDER BY person_id)sql");
    query.bind(":company", company_id);
    std::vector<std::int64_t> people;
    while (query.step())
        people.push_back(query.integer(0));
    return people;
}

std::vector<std::int64_t> with_people(Store& store, std::int64_t contact_id)
{
    auto all = people_of(store, contact_id);
    all.insert(all.begin(), contact_id);
    return all;
}

std::int64_t insert_employment(Store& store, std::int64_t person_id, const EmploymentData& data)
{
    check_data(data);
    auto insert = store.prepare(insert_sql);
    insert.bind(":person", person_id).bind(":company", data.company_id);
    bind_data(insert, data);
    insert.run();
    const auto id = store.last_id();
    add_functions(store, person_id, id, data.functions);
    return id;
}

std::int64_t add_employment(Store& store, std::int64_t person_id, const EmploymentData& data,
                            Date today)
{
    check_kinds(store, person_id, data.company_id);
    check_data(data);
    if (data.main.value_or(false))
        store.prepare("UPDATE employment SET main = 0 WHERE person_id = :person AND main = 1")
            .bind(":person", person_id)
            .run();
    // What begins on the last day of another one is a further employment.
    const auto begin = std::max(today, data.first_day.value_or(today));
    const auto running =
        running_employment(store, person_id, data.company_id, begin + std::chrono::days(1), begin);
    if (!running) {
        refuse_overlap(store, person_id, data.company_id, 0, data.first_day, data.last_day);
        return insert_employment(store, person_id, data);
    }
    refuse_overlap(store, person_id, data.company_id, running->id,
                   data.first_day ? data.first_day : running->first_day,
                   data.last_day ? data.last_day : running->last_day);
    auto update = store.prepare(update_sql);
    bind_data(update, data);
    update.bind(":id", running->id).run();
    add_functions(store, person_id, running->id, data.functions);
    return running->id;
}

void change_employment(Store& store, const Employment& work, const EmploymentChange& change)
{
    check_functions(change.functions);
    check_functions(change.not_functions);
    if (change.role || change.department)
        store
            .prepare(R"sql(
                UPDATE employment
                   SET role = nullif(coalesce(:role, role), ''),
                       department = nullif(coalesce(:department, department), '')
                 WHERE id = :id)sql")
            .bind(":role", change.role)
            .bind(":department", change.department)
            .bind(":id", work.id)
            .run();
    remove_functions(store, work, change);
    add_functions(store, work.person_id, work.id, change.functions);
}

std::int64_t end_employment(Store& store, std::int64_t person_id, std::int64_t company_id,
                            Date last_day, Date today)
{
    const auto running = running_employment(store, person_id, company_id, today, last_day);
    if (!running)
        throw error(ErrorKind::not_found, "{} is not employed at {}",
                    contact_by_id(store, person_id).name, contact_by_id(store, company_id).name);
    if (running->first_day && last_day < *running->first_day)
        throw error(ErrorKind::rejected, "the employment would end ({}) before it begins ({})",
                    to_string(last_day), to_string(*running->first_day));
    refuse_overlap(store, person_id, company_id, running->id, running->first_day, last_day);
    store.prepare("UPDATE employment SET last_day = :last WHERE id = :id")
        .bind(":last", last_day)
        .bind(":id", running->id)
        .run();
    return running->id;
}

} // namespace crm

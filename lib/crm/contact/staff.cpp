// SPDX-License-Identifier: MIT
#include "crm/contact/staff.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"

namespace crm
{

namespace
{

constexpr std::size_t longest_code = 16;

Staff read_staff(const Statement& query)
{
    return {query.integer(0), query.string(1), query.string(2)};
}

void check_code(std::string_view code)
{
    std::size_t characters = 0;
    for (const char c : code)
        characters += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
    const auto parts = words(code);
    const bool one_word = parts.size() == 1 && parts.front() == code;
    if (!one_word || characters > longest_code)
        throw error(ErrorKind::rejected, "'{}' cannot be a staff code", code)
            .with_hint("a code is letters and digits, at most {}", longest_code);
}

/// A chain of deputies may be as long as it likes, but nobody stands in for themselves.
void check_deputy(std::int64_t person_id, const std::optional<std::int64_t>& deputy)
{
    if (deputy == person_id)
        throw error(ErrorKind::rejected, "nobody can be their own deputy");
}

void refuse_second_absence(Store& store, std::int64_t staff_id, Period days)
{
    auto query = store.prepare(R"sql(
        SELECT s.code, a.first_day, a.last_day
          FROM absence AS a
          JOIN staff AS s ON s.contact_id = a.contact_id
         WHERE a.contact_id = :staff AND a.last_day >= :first AND a.first_day <= :last
         ORDER BY a.first_day)sql");
    query.bind(":staff", staff_id).bind(":first", days.first).bind(":last", days.last);
    if (query.step())
        throw error(ErrorKind::rejected, "{} is absent from {} to {} already", query.text(0),
                    query.text(1), query.text(2))
            .with_hint("record only the days that are not recorded yet");
}

} // namespace

std::optional<Staff> staff_by_code(Store& store, std::string_view code)
{
    auto query = store.prepare(R"sql(
        SELECT s.contact_id, s.code, c.name
          FROM staff AS s
          JOIN contact AS c ON c.id = s.contact_id
         WHERE s.code_key = :key)sql");
    query.bind(":key", lower(trim(code)));
    return query.step() ? std::optional(read_staff(query)) : std::nullopt;
}

Staff find_staff(Store& store, std::string_view code)
{
    if (auto found = staff_by_code(store, code))
        return *found;
    std::vector<std::string> candidates;
    for (const auto& staff : all_staff(store))
        candidates.push_back(staff.code + "  " + staff.name);
    throw error(ErrorKind::not_found, "there is no staff member '{}'", code)
        .with_candidates(std::move(candidates));
}

std::vector<Staff> all_staff(Store& store)
{
    auto query = store.prepare(R"sql(
        SELECT s.contact_id, s.code, c.name
          FROM staff AS s
          JOIN contact AS c ON c.id = s.contact_id
         ORDER BY s.code_key)sql");
    std::vector<Staff> staff;
    while (query.step())
        staff.push_back(read_staff(query));
    return staff;
}

std::string code_of(Store& store, const Contact& person)
{
    auto query = store.prepare("SELECT code FROM staff WHERE contact_id = :id");
    query.bind(":id", person.id);
    if (!query.step())
        throw error(ErrorKind::rejected, "'{}' is not one of the own staff", person.name)
            .with_hint("make the person staff with --staff CODE");
    return query.string(0);
}

void make_staff(Store& store, std::int64_t person_id, const StaffData& data)
{
    check_code(data.code);
    check_deputy(person_id, data.deputy_id);
    const auto holder = staff_by_code(store, data.code);
    if (holder && holder->id != person_id)
        throw error(ErrorKind::rejected, "the staff code '{}' is taken by {}", data.code,
                    holder->name);
    store
        .prepare(R"sql(
            INSERT INTO staff (contact_id, code, code_key, extension, deputy_id)
            VALUES (:id, :code, :key, :extension, :deputy)
            ON CONFLICT (contact_id) DO UPDATE
               SET code = excluded.code, code_key = excluded.code_key,
                   extension = coalesce(excluded.extension, extension),
                   deputy_id = coalesce(excluded.deputy_id, deputy_id))sql")
        .bind(":id", person_id)
        .bind(":code", data.code)
        .bind(":key", lower(data.code))
        .bind(":extension", data.extension)
        .bind(":deputy", data.deputy_id)
        .run();
}

std::optional<std::int64_t> acting_staff(Store& store)
{
    const auto staff = staff_by_code(store, store.options().actor.user);
    return staff ? std::optional(staff->id) : std::nullopt;
}

void add_absence(Store& store, std::int64_t staff_id, Period days)
{
    refuse_second_absence(store, staff_id, days);
    store
        .prepare(
            "INSERT INTO absence (contact_id, first_day, last_day) VALUES (:staff, :first, :last)")
        .bind(":staff", staff_id)
        .bind(":first", days.first)
        .bind(":last", days.last)
        .run();
}

std::optional<Date> absent_until(Store& store, std::int64_t staff_id, Date day)
{
    auto query = store.prepare(R"sql(
        SELECT last_day FROM absence
         WHERE contact_id = :staff AND last_day >= :day AND first_day <= :day)sql");
    query.bind(":staff", staff_id).bind(":day", day);
    return query.step() ? query.date(0) : std::nullopt;
}

bool absent_on(Store& store, std::int64_t staff_id, Date day)
{
    return absent_until(store, staff_id, day).has_value();
}

std::int64_t contacts_managed_by(Store& store, std::int64_t staff_id)
{
    auto query = store.prepare("SELECT count(*) FROM contact WHERE manager_id = :staff");
    query.bind(":staff", staff_id).step();
    return query.integer(0);
}

std::int64_t hand_over(Store& store, std::int64_t from_staff, std::int64_t to_staff)
{
    if (from_staff == to_staff)
        throw error(ErrorKind::rejected, "contacts can only be handed over to somebody else");
    store.prepare("UPDATE contact SET manager_id = :to WHERE manager_id = :from")
        .bind(":to", to_staff)
        .bind(":from", from_staff)
        .run();
    return store.changes();
}

} // namespace crm

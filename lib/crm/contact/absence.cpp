// SPDX-License-Identifier: MIT
#include "crm/contact/absence.hpp"

#include "crm/base/error.hpp"
#include "crm/contact/contact.hpp"
#include "crm/contact/staff.hpp"

#include <array>
#include <vector>

namespace crm
{

namespace
{

constexpr std::array<Column<Absence>, 5> columns = {{
    {"id", "ID", Kind::integer, [](const Absence& a) -> Cell { return a.id; }},
    {"staff", "STAFF", Kind::text, [](const Absence& a) { return text_cell(a.staff); }},
    {"name", "NAME", Kind::text, [](const Absence& a) { return text_cell(a.name); }},
    {"from", "FROM", Kind::date, [](const Absence& a) -> Cell { return a.first_day; }},
    {"to", "TO", Kind::date, [](const Absence& a) -> Cell { return a.last_day; }},
}};

std::vector<Absence> on_days(Store& store, std::int64_t staff_id, Period days)
{
    std::vector<Absence> found;
    list_absences(store, staff_id, days.first, [&](const Absence& absence) {
        if (absence.first_day <= days.last)
            found.push_back(absence);
        return true;
    });
    return found;
}

void end_absence(Store& store, std::int64_t id, Date last_day)
{
    store.prepare("UPDATE absence SET last_day = :last WHERE id = :id")
        .bind(":last", last_day)
        .bind(":id", id)
        .run();
}

void remove_absence(Store& store, std::int64_t id)
{
    store.prepare("DELETE FROM absence WHERE id = :id").bind(":id", id).run();
}

} // namespace

std::span<const Column<Absence>> absence_columns()
{
    return columns;
}

void list_absences(Store& store, std::optional<std::int64_t> staff_id,
                   std::optional<Date> not_before, const std::function<bool(const Absence&)>& use)
{
    auto query = store.prepare(R"sql(
        SELECT a.id, s.code, c.name, a.first_day, a.last_day
          FROM absence AS a
          JOIN staff AS s ON s.contact_id = a.contact_id
          JOIN contact AS c ON c.id = a.contact_id
         WHERE coalesce(a.contact_id = :staff, 1) AND coalesce(a.last_day >= :day, 1)
         ORDER BY a.first_day, s.code_key)sql");
    query.bind(":staff", staff_id).bind(":day", not_before);
    while (query.step())
        if (!use({query.integer(0), query.string(1), query.string(2),
                  query.date(3).value_or(Date{}), query.date(4).value_or(Date{})}))
            return;
}

void take_back_absence(Store& store, std::int64_t staff_id, Date first, std::optional<Date> last)
{
    const auto until = last ? last : absent_until(store, staff_id, first);
    const auto taken = on_days(store, staff_id, {first, until.value_or(first)});
    if (taken.empty())
        throw error(ErrorKind::rejected, "{} is not absent on {}",
                    contact_by_id(store, staff_id).name, to_string(first))
            .with_hint("'crm contact absences' shows who is away, and when");
    const auto day_before = first - std::chrono::days(1);
    const auto day_after = until.value_or(first) + std::chrono::days(1);
    for (const auto& absence : taken) {
        if (absence.first_day < first)
            end_absence(store, absence.id, day_before);
        else
            remove_absence(store, absence.id);
        if (absence.last_day >= day_after)
            add_absence(store, staff_id, {day_after, absence.last_day});
    }
}

} // namespace crm

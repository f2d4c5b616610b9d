// SPDX-License-Identifier: MIT
#include "crm/log/follow_up.hpp"

#include "crm/base/error.hpp"
#include "crm/base/items.hpp"
#include "crm/contact/contact.hpp"
#include "crm/contact/staff.hpp"
#include "crm/format/ical.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

constexpr const char* select_rows = R"sql(
    SELECT l.id, l.follow_up, c.number, c.name, p.name,
           coalesce(e.phone, p.phone, p.mobile, c.phone), l.subject, s.code, l.at
      FROM log_entry AS l
      JOIN contact AS c ON c.id = coalesce(l.company_id, l.person_id)
      LEFT JOIN contact AS p ON p.id = l.person_id
      LEFT JOIN employment AS e
        ON e.id = (SELECT w.id
                     FROM employment AS w
                    WHERE w.person_id = l.person_id AND w.company_id = l.company_id
                      AND coalesce(w.first_day, :today) <= :today
                      AND coalesce(w.last_day, :today) >= :today
                    ORDER BY w.id DESC
                    LIMIT 1)
      LEFT JOIN staff AS s ON s.contact_id = l.follow_up_staff_id
     WHERE l.follow_up IS NOT NULL AND l.done_on IS NULL AND l.follow_up <= :until
       AND (:staff IS NULL OR l.follow_up_staff_id = :staff)
     ORDER BY l.follow_up, l.id)sql";

FollowUpRow read_row(const Statement& query)
{
    FollowUpRow row;
    row.id = query.integer(0);
    row.follow_up = query.date(1).value_or(Date{});
    row.number = query.text(2);
    row.name = query.text(3);
    row.person = query.text(4);
    row.phone = first_item(query.text(5));
    row.subject = query.text(6);
    row.staff = query.text(7);
    row.at = query.text(8);
    return row;
}

using Row = FollowUpRow;
constexpr std::array<Column<Row>, 8> columns = {{
    {"id", "ID", Kind::integer, [](const Row& r) { return Cell(r.id); }},
    {"follow_up", "FOLLOW-UP", Kind::date, [](const Row& r) { return Cell(r.follow_up); }},
    {"number", "NUMBER", Kind::text, [](const Row& r) { return text_cell(r.number); }},
    {"name", "NAME", Kind::text, [](const Row& r) { return text_cell(r.name); }},
    {"person", "PERSON", Kind::text, [](const Row& r) { return text_cell(r.person); }},
    {"phone", "PHONE", Kind::text, [](const Row& r) { return text_cell(r.phone); }},
    {"subject", "SUBJECT", Kind::text, [](const Row& r) { return text_cell(r.subject); }},
    {"staff", "STAFF", Kind::text, [](const Row& r) { return text_cell(r.staff); }},
}};

/// The right side of the events' identities: two companies' entries have the same ids.
std::string calendar_name(Store& store)
{
    auto name = name_key(contact_by_id(store, own_company).name);
    std::ranges::replace(name, ' ', '-');
    return name.append(".crm");
}

} // namespace

std::span<const Column<FollowUpRow>> follow_up_columns()
{
    return columns;
}

void list_follow_ups(Store& store, Date until, std::optional<std::int64_t> staff_id, Date today,
                     const std::function<bool(const FollowUpRow&)>& use)
{
    auto query = store.prepare(select_rows);
    query.bind(":until", until).bind(":staff", staff_id).bind(":today", today);
    while (query.step())
        if (!use(read_row(query)))
            return;
}

std::int64_t write_follow_up_calendar(Store& store, Date until,
                                      std::optional<std::int64_t> staff_id, Date today,
                                      std::int64_t limit, std::ostream& out)
{
    const auto domain = calendar_name(store);
    CalendarWriter calendar(out);
    std::int64_t events = 0;
    list_follow_ups(store, until, staff_id, today, [&](const FollowUpRow& row) {
        if (events == limit)
            return false;
        std::string description;
        for (const auto& part : {row.person == row.name ? std::string() : row.person, row.phone})
            if (!part.empty())
                description.append(description.empty() ? "" : ", ").append(part);
        calendar.event({"log-" + std::to_string(row.id) + "@" + domain, parse_time(row.at, today),
                        row.follow_up, row.name + ": " + row.subject, description});
        ++events;
        return true;
    });
    calendar.finish();
    return events;
}

void finish_follow_up(Store& store, std::int64_t id, const std::optional<std::string>& note,
                      Date today)
{
    auto query = store.prepare("SELECT follow_up, done_on FROM log_entry WHERE id = :id");
    query.bind(":id", id);
    if (!query.step())
        throw error(ErrorKind::not_found, "there is no log entry {}", id);
    if (query.is_null(0))
        throw error(ErrorKind::rejected, "log entry {} has no follow-up", id);
    if (!query.is_null(1))
        throw error(ErrorKind::rejected, "the follow-up of log entry {} was done on {}", id,
                    query.text(1));
    store
        .prepare(R"sql(
            UPDATE log_entry SET done_on = :today, done_staff_id = :staff, done_note = :note
             WHERE id = :id)sql")
        .bind(":today", today)
        .bind(":staff", acting_staff(store))
        .bind(":note", note)
        .bind(":id", id)
        .run();
}

std::int64_t hand_over_follow_ups(Store& store, std::int64_t from_staff, std::int64_t to_staff)
{
    store
        .prepare(R"sql(
            UPDATE log_entry
               SET follow_up_staff_id = :to
             WHERE follow_up IS NOT NULL AND done_on IS NULL AND follow_up_staff_id = :from)sql")
        .bind(":from", from_staff)
        .bind(":to", to_staff)
        .run();
    return store.changes();
}

} // namespace crm

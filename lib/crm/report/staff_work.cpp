// SPDX-License-Identifier: MIT
#include "crm/report/staff_work.hpp"

#include "crm/store/snapshot.hpp"
#include "crm/store/store.hpp"

#include <algorithm>
#include <map>

namespace crm
{

namespace
{

using Work = std::map<std::string, StaffWork>;

// What the program wrote by itself is nobody's work.
constexpr const char* entries_sql = R"sql(
    SELECT staff, count(*),
           count(DISTINCT CASE WHEN channel <> 'note' THEN coalesce(company_id, person_id) END),
           sum(agreement)
      FROM log_entries
     WHERE at >= :first AND at < :after AND channel <> 'system'
     GROUP BY staff)sql";

constexpr const char* follow_ups_sql = R"sql(
    SELECT coalesce(follow_up_staff, staff), count(*)
      FROM log_entries
     WHERE follow_up BETWEEN :first AND :last
       AND (done_on > follow_up OR (done_on IS NULL AND follow_up < :today))
     GROUP BY 1)sql";

// 'U' comes after the T before the time of day.
constexpr std::string_view orders_sql = R"sql(
    SELECT m.code, s.date,
           coalesce((SELECT max(l.at) FROM log_entry AS l
                      WHERE l.company_id = s.contact_id AND l.at < s.date || 'U' AND l.channel NOT IN ('note', 'system')), ''),
           coalesce((SELECT max(l.at) FROM log_entry AS l
                      WHERE l.person_id = s.contact_id AND l.at < s.date || 'U' AND l.channel NOT IN ('note', 'system')), '')
      FROM (SELECT min(date) AS date, order_id, contact_id, manager_id
              FROM {}_sales
             WHERE date BETWEEN :first AND :last AND counted IS NOT NULL AND order_id IS NOT NULL
             GROUP BY order_id) AS s
      JOIN contact AS c ON c.id = s.contact_id
      LEFT JOIN staff AS m ON m.contact_id = coalesce(s.manager_id, c.manager_id)
     WHERE NOT EXISTS (SELECT 1 FROM log_entry AS l
                        WHERE l.order_id = s.order_id AND l.channel <> 'system'))sql";

StaffWork& of(Work& work, std::string_view staff)
{
    auto& row = work[std::string(staff)];
    row.staff = staff;
    return row;
}

void add_staff(Store& store, Work& work)
{
    auto staff = store.prepare(R"sql(
        SELECT s.code FROM staff_members AS s
          JOIN contacts AS c ON c.id = s.contact_id
         WHERE c.archived_on IS NULL)sql");
    while (staff.step())
        of(work, staff.text(0));
}

Statement entries_of(Store& store, const Period& period)
{
    auto entries = store.prepare(entries_sql);
    entries.bind(":first", period.first).bind(":after", period.last + std::chrono::days(1));
    return entries;
}

void add_entries(Store& store, const ReportQuery& query, Work& work)
{
    auto entries = entries_of(store, query.period);
    while (entries.step()) {
        auto& row = of(work, entries.text(0));
        row.entries = entries.integer(1);
        row.contacts = entries.integer(2);
        row.agreements = entries.integer(3);
    }
    if (!query.previous)
        return;
    auto before = entries_of(store, query.previous->days);
    while (before.step())
        of(work, before.text(0)).entries_before = before.integer(1);
}

void add_follow_ups(Store& store, const ReportQuery& query, Work& work)
{
    auto late = store.prepare(follow_ups_sql);
    late.bind(":first", query.period.first)
        .bind(":last", query.period.last)
        .bind(":today", query.today);
    while (late.step())
        of(work, late.text(0)).follow_ups_late = late.integer(1);
}

void add_orders(Store& store, const ReportQuery& query, Work& work)
{
    auto orders = store.prepare(fmt::format(orders_sql, to_string(query.basis)));
    orders.bind(":first", query.period.first).bind(":last", query.period.last);
    while (orders.step()) {
        const auto talk = std::max(orders.text(2), orders.text(3)).substr(0, 10);
        const auto day = parse_iso_date(talk);
        if (!day || *day < orders.date(1).value() - talk_before_order)
            ++of(work, orders.text(0)).orders_without_entry;
    }
}

} // namespace

std::vector<StaffWork> staff_work(Store& store, const ReportQuery& query)
{
    const Snapshot snapshot(store);
    Work work;
    add_staff(store, work);
    add_entries(store, query, work);
    add_follow_ups(store, query, work);
    add_orders(store, query, work);
    std::vector<StaffWork> rows;
    for (auto& [code, row] : work)
        rows.push_back(std::move(row));
    std::ranges::stable_sort(rows, std::greater<>(), &StaffWork::entries);
    return rows;
}

} // namespace crm

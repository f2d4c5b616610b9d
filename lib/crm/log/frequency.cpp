// SPDX-License-Identifier: MIT
#include "crm/log/frequency.hpp"

#include "crm/contact/contact.hpp"
#include "crm/log/target.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

// Above every target, so that two fit into one number.
constexpr std::int64_t target_unit = 1'000'000;
constexpr std::int64_t no_latest = target_unit - 1;
static_assert(longest_target < no_latest);

// What a period counts; without one the index has it (contact/activity.hpp).
constexpr std::string_view of_companies = R"sql(
    WITH activity AS MATERIALIZED (
        SELECT company_id AS contact_id, count(*) AS contacts, substr(min(at), 1, 10) AS first_contact,
               substr(max(at), 1, 10) AS last_contact
          FROM log_entry
         WHERE company_id IS NOT NULL AND channel NOT IN ('note', 'system')
           AND at >= :since AND at < :after
         GROUP BY company_id))sql";
constexpr std::string_view of_persons = R"sql(
    WITH part AS (
        SELECT person_id AS contact_id, at, channel FROM log_entry
         WHERE person_id IS NOT NULL AND at >= :since AND at < :after
        UNION ALL
        SELECT p.person_id, l.at, l.channel
          FROM log_participant AS p
          JOIN log_entry AS l ON l.id = p.log_id
         WHERE l.at >= :since AND l.at < :after),
    activity AS MATERIALIZED (
        SELECT contact_id, count(*) AS contacts, substr(min(at), 1, 10) AS first_contact,
               substr(max(at), 1, 10) AS last_contact
          FROM part
         WHERE channel NOT IN ('note', 'system')
         GROUP BY contact_id))sql";

constexpr std::string_view of_all_time = " WITH activity AS (SELECT * FROM contact_activity_index)";

// A target of the contact's own goes before those of tags, of which the strictest counts; ideal and
// latest are put into one number, so that the least of them is the strictest.
constexpr std::string_view select_rows = R"sql(
    SELECT c.number, c.name, m.code, a.contacts, a.first_contact, a.last_contact,
           coalesce(t.ideal * :unit + coalesce(t.latest, :no_latest),
                    CASE WHEN :tagged
                         THEN (SELECT min(g.ideal * :unit + coalesce(g.latest, :no_latest))
                                 FROM contact_tag AS tag
                                 JOIN contact_target AS g ON g.tag_key = tag.tag_key
                                WHERE tag.contact_id = c.id) END)
      FROM contact AS c
      LEFT JOIN activity AS a ON a.contact_id = c.id
      LEFT JOIN contact_target AS t ON t.contact_id = c.id)sql";

// People without a manager of their own have that of their company.
constexpr std::string_view company_manager = R"sql(
      LEFT JOIN staff AS m ON m.contact_id = c.manager_id
     WHERE c.kind = 'company' AND c.id <> :own)sql";
constexpr std::string_view person_manager = R"sql(
      LEFT JOIN employment AS e
        ON e.id = (SELECT w.id
                     FROM employment AS w
                    WHERE w.person_id = c.id
                      AND coalesce(w.first_day, :today) <= :today
                      AND coalesce(w.last_day, :today) >= :today
                    ORDER BY w.main DESC, w.id
                    LIMIT 1)
      LEFT JOIN contact AS k ON k.id = e.company_id
      LEFT JOIN staff AS m ON m.contact_id = coalesce(c.manager_id, k.manager_id)
     WHERE c.kind = 'person' AND coalesce(e.company_id, 0) <> :own
       AND c.id NOT IN (SELECT contact_id FROM staff))sql";

struct Span {
    Date since;
    Date after;
};

/// What has to be counted entry by entry: a period, and all time if there are entries of days to
/// come, which the index counts, too.
std::optional<Span> period_of(Store& store, const FrequencyQuery& wanted, Date today)
{
    const auto after = wanted.until.value_or(today) + std::chrono::days(1);
    if (!wanted.since && !wanted.until &&
        !store.prepare("SELECT 1 FROM log_entry WHERE at >= :after").bind(":after", after).step())
        return std::nullopt;
    return Span{wanted.since.value_or(Date{std::chrono::year(1900) / 1 / 1}), after};
}

Statement prepare(Store& store, const FrequencyQuery& wanted, Date today)
{
    const auto period = period_of(store, wanted, today);
    std::string sql(!period ? of_all_time : wanted.persons ? of_persons : of_companies);
    sql.append(select_rows).append(wanted.persons ? person_manager : company_manager);
    sql += " AND c.merged_into_id IS NULL AND c.archived_on IS NULL";
    if (wanted.customers)
        sql += " AND c.customer";
    if (wanted.contact_id)
        sql += " AND c.id = :contact";
    if (wanted.manager_id)
        sql += " AND m.contact_id = :manager";
    if (wanted.not_since)
        sql += " AND (a.last_contact IS NULL OR a.last_contact < :not_since)";
    auto query = store.prepare(sql + " ORDER BY c.number_key");
    query.bind(":unit", target_unit)
        .bind(":no_latest", no_latest)
        .bind(":tagged",
              store.prepare("SELECT 1 FROM contact_target WHERE tag_key IS NOT NULL").step())
        .bind(":own", own_company);
    if (wanted.persons)
        query.bind(":today", today);
    if (period)
        query.bind(":since", period->since).bind(":after", period->after);
    if (wanted.contact_id)
        query.bind(":contact", *wanted.contact_id);
    if (wanted.manager_id)
        query.bind(":manager", *wanted.manager_id);
    if (wanted.not_since)
        query.bind(":not_since", *wanted.not_since);
    return query;
}

std::int64_t days_between(Date first, Date last)
{
    return (last - first).count();
}

/// Rounded to a tenth, half up.
Quantity mean(std::int64_t days, std::int64_t intervals)
{
    const auto tenths = (20 * days + intervals) / (2 * intervals);
    return Quantity{100 * tenths};
}

std::string state_of(const FrequencyRow& row, std::optional<std::int64_t> latest)
{
    if (!row.days_since)
        return "never";
    if (!row.target)
        return "";
    if (latest && *row.days_since > *latest)
        return "late";
    return *row.days_since > *row.target ? "due" : "ok";
}

void read_row(const Statement& query, Date key_day, FrequencyRow& row)
{
    row.number = query.text(0);
    row.name = query.text(1);
    row.manager = query.text(2);
    row.contacts = query.integer(3);
    row.first_contact = query.date(4);
    row.last_contact = query.date(5);
    row.days_since.reset();
    row.mean_interval.reset();
    row.target.reset();
    if (row.last_contact)
        row.days_since = days_between(*row.last_contact, key_day);
    if (row.contacts > 1)
        row.mean_interval =
            mean(days_between(*row.first_contact, *row.last_contact), row.contacts - 1);
    std::optional<std::int64_t> latest;
    if (const auto target = query.optional_integer(6)) {
        row.target = *target / target_unit;
        if (*target % target_unit != no_latest)
            latest = *target % target_unit;
    }
    row.state = state_of(row, latest);
}

using Row = FrequencyRow;
constexpr std::array<Column<Row>, 10> columns = {{
    {"number", "NUMBER", Kind::text, [](const Row& r) { return text_cell(r.number); }},
    {"name", "NAME", Kind::text, [](const Row& r) { return text_cell(r.name); }},
    {"manager", "MANAGER", Kind::text, [](const Row& r) { return text_cell(r.manager); }},
    {"contacts", "CONTACTS", Kind::integer, [](const Row& r) { return Cell(r.contacts); }},
    {"first_contact", "FIRST CONTACT", Kind::date,
     [](const Row& r) { return cell(r.first_contact); }},
    {"last_contact", "LAST CONTACT", Kind::date, [](const Row& r) { return cell(r.last_contact); }},
    {"days_since", "DAYS SINCE", Kind::integer, [](const Row& r) { return cell(r.days_since); }},
    {"mean_interval_days", "MEAN INTERVAL", Kind::quantity,
     [](const Row& r) { return cell(r.mean_interval); }},
    {"target_days", "TARGET", Kind::integer, [](const Row& r) { return cell(r.target); }},
    {"state", "STATE", Kind::text, [](const Row& r) { return text_cell(r.state); }},
}};

} // namespace

std::span<const Column<FrequencyRow>> frequency_columns()
{
    return columns;
}

void list_frequency(Store& store, const FrequencyQuery& wanted, Date today,
                    const std::function<bool(const FrequencyRow&)>& use)
{
    auto query = prepare(store, wanted, today);
    const auto key_day = wanted.until ? std::min(*wanted.until, today) : today;
    FrequencyRow row; // one for all, so that its strings keep their room
    while (query.step()) {
        read_row(query, key_day, row);
        if (wanted.late && row.state != "late")
            continue;
        if (!use(row))
            return;
    }
}

} // namespace crm

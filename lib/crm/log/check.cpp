// SPDX-License-Identifier: MIT
#include "crm/log/check.hpp"

#include "crm/base/date.hpp"
#include "crm/base/error.hpp"
#include "crm/log/text_index.hpp"

#include <array>

namespace crm
{

namespace
{

/// Whether a text is a local time just as the log writes it.
bool is_time(std::string_view text)
{
    try {
        return to_string(parse_time(text, Date{})) == text;
    } catch (const Error&) {
        return false;
    }
}

void check_entries(Store& store, const Report& report)
{
    report_rows(store, report, R"sql(
        SELECT l.id, c.number
          FROM log_entry AS l
          JOIN contact AS c ON c.id = l.company_id
         WHERE c.kind <> 'company')sql",
                "log entry {} is one of the company {}, which is a person");
    report_rows(store, report, R"sql(
        SELECT l.id, c.number
          FROM log_entry AS l
          JOIN contact AS c ON c.id = l.person_id
         WHERE c.kind <> 'person'
        UNION ALL
        SELECT o.log_id, c.number
          FROM log_participant AS o
          JOIN contact AS c ON c.id = o.person_id
         WHERE c.kind <> 'person')sql",
                "in log entry {} takes part {}, which is a company");
    report_rows(store, report, R"sql(
        SELECT l.id, c.number
          FROM log_participant AS o
          JOIN log_entry AS l ON l.id = o.log_id
          JOIN contact AS c ON c.id = o.person_id
         WHERE l.person_id IS NULL OR l.person_id = o.person_id)sql",
                "in log entry {} takes part {} besides, but nobody else first");
    report_rows(store, report, R"sql(
        SELECT l.id, c.number
          FROM contact AS c
         CROSS JOIN log_entry AS l -- in this order: few contacts are merged
         WHERE c.merged_into_id IS NOT NULL AND (l.company_id = c.id OR l.person_id = c.id)
        UNION
        SELECT o.log_id, c.number
          FROM contact AS c
          JOIN log_participant AS o ON o.person_id = c.id
         WHERE c.merged_into_id IS NOT NULL)sql",
                "log entry {} is still one of {}, which was merged into another");
    auto times = store.prepare("SELECT id, at FROM log_entry");
    while (times.step())
        if (!is_time(times.text(1)))
            report(format("log entry {} has the time '{}', which is none", times.integer(0),
                          times.text(1)));
}

void check_follow_ups(Store& store, const Report& report)
{
    auto days = store.prepare(R"sql(
        SELECT id, follow_up, substr(at, 1, 10), done_on FROM log_entry
         WHERE follow_up IS NOT NULL)sql");
    while (days.step()) {
        if (!parse_iso_date(days.text(1)) || days.text(1) < days.text(2))
            report(
                format("the follow-up of log entry {} lies on '{}', before the entry or on no day",
                       days.integer(0), days.text(1)));
        if (!days.is_null(3) && !parse_iso_date(days.text(3)))
            report(format("the follow-up of log entry {} was done on '{}', which is no day",
                          days.integer(0), days.text(3)));
    }
    report_rows(store, report, R"sql(
        SELECT id FROM log_entry
         WHERE follow_up IS NULL
           AND (done_on IS NOT NULL OR follow_up_staff_id IS NOT NULL OR done_note IS NOT NULL
                OR done_staff_id IS NOT NULL))sql",
                "log entry {} has no follow-up, but somebody to do it or who did");
    report_rows(store, report, R"sql(
        SELECT l.id FROM log_entry AS l
         WHERE done_on IS NULL AND (done_note IS NOT NULL OR done_staff_id IS NOT NULL))sql",
                "the follow-up of log entry {} is not done, but has a note about it");
}

void check_activity(Store& store, const Report& report)
{
    report_rows(store, report, R"sql(
        WITH part AS (
            SELECT company_id AS contact_id, count(*) AS contacts, min(at) AS first, max(at) AS last
              FROM log_entry
             WHERE company_id IS NOT NULL AND channel NOT IN ('note', 'system')
             GROUP BY company_id
            UNION ALL
            SELECT person_id, count(*), min(at), max(at)
              FROM log_entry
             WHERE person_id IS NOT NULL AND channel NOT IN ('note', 'system')
             GROUP BY person_id
            UNION ALL
            SELECT o.person_id, count(*), min(l.at), max(l.at)
              FROM log_participant AS o
              JOIN log_entry AS l ON l.id = o.log_id
             WHERE l.channel NOT IN ('note', 'system') AND l.person_id IS NOT o.person_id
             GROUP BY o.person_id),
        wanted AS (
            SELECT contact_id, sum(contacts) AS contacts, substr(min(first), 1, 10) AS first,
                   substr(max(last), 1, 10) AS last
              FROM part
             GROUP BY contact_id),
        wrong AS (
            SELECT w.contact_id
              FROM wanted AS w
              LEFT JOIN contact_activity_index AS a ON a.contact_id = w.contact_id
             WHERE (a.contacts, a.first_contact, a.last_contact) IS NOT
                   (w.contacts, w.first, w.last)
            UNION ALL
            SELECT contact_id FROM contact_activity_index
             WHERE contact_id NOT IN (SELECT contact_id FROM wanted))
        SELECT coalesce(c.number, w.contact_id)
          FROM wrong AS w
          LEFT JOIN contact AS c ON c.id = w.contact_id
         ORDER BY w.contact_id)sql",
                "how often {} was spoken to, and when, is not what the log says");
}

constexpr std::array<Check, 4> checks = {{
    {"log", "log entries are those of companies and of persons who took part", check_entries},
    {"follow-ups", "follow-ups come after what they follow, and are done once", check_follow_ups},
    {"log-activity", "how often and when a contact was spoken to is what the log says",
     check_activity},
    {"log-search", "every log entry is found by its words and no others", check_log_text},
}};

} // namespace

std::span<const Check> log_checks()
{
    return checks;
}

} // namespace crm

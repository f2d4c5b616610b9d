// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/contact/activity.hpp"
#include "crm/contact/staff.hpp"
#include "crm/log/activity.hpp"
#include "crm/log/entry.hpp"
#include "crm/log/text_index.hpp"

#include <set>

namespace crm
{

namespace
{

void check(const LogEntry& entry)
{
    if (trim(entry.subject).empty())
        throw error(ErrorKind::rejected, "a log entry needs a subject");
    if (entry.follow_up && *entry.follow_up < entry.at.day)
        throw error(ErrorKind::rejected, "the follow-up ({}) would lie before the entry ({})",
                    to_string(*entry.follow_up), to_string(entry.at.day));
}

constexpr const char* insert_sql = R"sql(
    INSERT INTO log_entry (at, contact_id, company_id, person_id, channel, direction, staff_id,
                           subject, text, outcome, minutes, agreement, follow_up,
                           follow_up_staff_id, done_on, done_staff_id, done_note, message_id,
                           order_id, company_given)
    VALUES (:at, :contact, :company, :person, :channel, :direction, :staff, :subject, :text,
            :outcome, :minutes, :agreement, :follow_up, :follow_up_staff, :done_on, :done_staff,
            :done_note, :message_id, :order, :company_given))sql";

constexpr const char* update_sql = R"sql(
    UPDATE log_entry
       SET at = :at, contact_id = :contact, company_id = :company, person_id = :person,
           channel = :channel, direction = :direction, staff_id = :staff, subject = :subject,
           text = :text, outcome = :outcome, minutes = :minutes, agreement = :agreement,
           follow_up = :follow_up, follow_up_staff_id = :follow_up_staff, done_on = :done_on,
           done_staff_id = :done_staff, done_note = :done_note, message_id = :message_id,
           order_id = :order, company_given = :company_given
     WHERE id = :id)sql";

Statement& bind(Statement& statement, const LogEntry& entry)
{
    return statement.bind(":at", to_string(entry.at))
        .bind(":contact", entry.contact_id)
        .bind(":company", entry.company_id)
        .bind(":person", entry.person_id)
        .bind(":channel", entry.channel)
        .bind(":direction", entry.direction)
        .bind(":staff", entry.staff_id)
        .bind(":subject", entry.subject)
        .bind(":text", entry.text)
        .bind(":outcome", entry.outcome)
        .bind(":minutes", entry.minutes)
        .bind(":agreement", entry.agreement)
        .bind(":follow_up", entry.follow_up)
        .bind(":follow_up_staff", entry.follow_up_staff_id)
        .bind(":done_on", entry.done_on)
        .bind(":done_staff", entry.done_staff_id)
        .bind(":done_note", entry.done_note)
        .bind(":message_id", entry.message_id)
        .bind(":order", entry.order_id)
        .bind(":company_given", entry.company_given);
}

void write_others(Store& store, std::int64_t id, const LogEntry& entry)
{
    for (const auto person : entry.others)
        store.prepare("INSERT INTO log_participant (log_id, person_id) VALUES (:id, :person)")
            .bind(":id", id)
            .bind(":person", person)
            .run();
}

/// Everybody whose activity an entry is part of.
std::set<std::int64_t> parties(const LogEntry& entry)
{
    std::set<std::int64_t> ids(entry.others.begin(), entry.others.end());
    if (entry.company_id)
        ids.insert(*entry.company_id);
    if (entry.person_id)
        ids.insert(*entry.person_id);
    return ids;
}

/// Keeps the entry as it is now; names of columns become names of members.
void keep_version(Store& store, std::int64_t id)
{
    store
        .prepare(R"sql(
            INSERT INTO log_version (log_id, amended_at, staff_id, content)
            SELECT id, :now, :staff,
                   json_object('at', at, 'contact_id', contact_id, 'company_id', company_id,
                               'person_id', person_id, 'channel', channel, 'direction', direction,
                               'staff_id', staff_id, 'subject', subject, 'text', text,
                               'outcome', outcome, 'minutes', minutes, 'agreement', agreement,
                               'follow_up', follow_up, 'follow_up_staff_id', follow_up_staff_id,
                               'done_on', done_on, 'done_staff_id', done_staff_id,
                               'done_note', done_note, 'message_id', message_id,
                               'order_id', order_id, 'company_given', company_given,
                               'others', (SELECT json_group_array(person_id)
                                            FROM (SELECT person_id FROM log_participant
                                                   WHERE log_id = log_entry.id ORDER BY id)))
              FROM log_entry
             WHERE id = :id)sql")
        .bind(":id", id)
        .bind(":now", store.options().clock ? store.options().clock() : "1970-01-01T00:00:00Z")
        .bind(":staff", acting_staff(store))
        .run();
}

} // namespace

std::int64_t add_log_entry(Store& store, const LogEntry& entry)
{
    check(entry);
    auto insert = store.prepare(insert_sql);
    bind(insert, entry).run();
    const auto id = store.last_id();
    write_others(store, id, entry);
    add_log_text(store, id, entry.subject, entry.text.value_or(""));
    if (counts_as_contact(entry.channel))
        for (const auto party : parties(entry))
            count_contact(store, party, entry.at.day);
    return id;
}

void amend_log_entry(Store& store, std::int64_t id, const LogEntry& entry)
{
    check(entry);
    const auto former = log_entry(store, id);
    keep_version(store, id);
    auto update = store.prepare(update_sql);
    bind(update, entry).bind(":id", id).run();
    store.prepare("DELETE FROM log_participant WHERE log_id = :id").bind(":id", id).run();
    write_others(store, id, entry);
    remove_log_text(store, id, former.subject, former.text.value_or(""));
    add_log_text(store, id, entry.subject, entry.text.value_or(""));
    auto affected = parties(former);
    affected.merge(parties(entry));
    for (const auto party : affected)
        recompute_activity(store, party);
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/openitems/dunning/run.hpp"

#include "crm/base/error.hpp"
#include "crm/base/items.hpp"
#include "crm/contact/contact.hpp"
#include "crm/contact/staff.hpp"
#include "crm/log/entry.hpp"
#include "crm/openitems/dunning/letter.hpp"
#include "crm/openitems/dunning/posted.hpp"
#include "crm/openitems/payment.hpp"

namespace crm
{

namespace
{

void refuse_before_last_run(Store& store, Date day)
{
    auto query = store.prepare(R"sql(
        SELECT id, date FROM dunning_run
         WHERE date > :day AND undone_on IS NULL
         ORDER BY date DESC
         LIMIT 1)sql");
    query.bind(":day", day);
    if (query.step())
        throw error(ErrorKind::rejected, "run {} of {} is posted already", query.integer(0),
                    query.text(1))
            .with_hint("reminders of an earlier day can only be previewed");
}

/// Until it was undone a run counts, with its levels and claims: what is posted for a day before
/// that would rise from them.
void refuse_before_last_undo(Store& store, Date day)
{
    auto query = store.prepare(R"sql(
        SELECT id, undone_on FROM dunning_run
         WHERE undone_on > :day
         ORDER BY undone_on DESC
         LIMIT 1)sql");
    query.bind(":day", day);
    if (query.step())
        throw error(ErrorKind::rejected, "run {} was undone on {}, after {}", query.integer(0),
                    query.text(1), to_string(day))
            .with_hint("a run can be posted for that day or a later one");
}

std::int64_t new_run(Store& store, Date day)
{
    store.prepare("INSERT INTO dunning_run (date, staff_id) VALUES (:day, :staff)")
        .bind(":day", day)
        .bind(":staff", acting_staff(store))
        .run();
    return store.last_id();
}

std::int64_t log_reminder(Store& store, std::int64_t contact_id, LocalTime at, std::string subject)
{
    LogEntry entry;
    entry.at = at;
    entry.channel = "system";
    entry.staff_id = acting_staff(store);
    entry.subject = std::move(subject);
    place_entry(store, entry, contact_by_id(store, contact_id), {}, std::nullopt);
    return add_log_entry(store, entry);
}

std::string subject_of(const Reminder& reminder)
{
    std::vector<std::string> documents;
    for (const auto& item : reminder.items)
        documents.push_back(item.document);
    return format("payment reminder, level {}, {} {}: {}", reminder.level,
                  to_string(reminder.total()), reminder.currency, joined(documents));
}

/// Posts what reminders claim.
class Claims
{
  public:
    Claims(Store& store, const Reminder& reminder) : store_(store), reminder_(reminder) {}

    /// The id of the claim; nothing if there is nothing to claim.
    std::optional<std::int64_t> post(const RemindedItem& item, DocumentKind kind, Money amount,
                                     std::string& number)
    {
        if (amount == Money{})
            return std::nullopt;
        Document claim;
        claim.kind = kind;
        claim.contact_id = reminder_.contact_id;
        claim.date = reminder_.date;
        claim.due = reminder_.term;
        claim.currency = reminder_.currency;
        claim.reference = item.document;
        claim.claim_id = item.document_id;
        claim.net = amount;
        const auto posted = post_plain_document(store_, claim);
        number = posted.number;
        return posted.id;
    }

  private:
    Store& store_;
    const Reminder& reminder_;
};

void post(Store& store, std::int64_t run_id, Reminder& reminder, LocalTime at)
{
    Claims claims(store, reminder);
    const auto log_id = log_reminder(store, reminder.contact_id, at, subject_of(reminder));
    auto insert = store.prepare(R"sql(
        INSERT INTO dunning_line (run_id, contact_id, document_id, level, open, days_overdue,
                                  interest, total, term, fee_id, interest_id, lumpsum_id, channel,
                                  log_id)
        VALUES (:run, :contact, :document, :level, :open, :days, :interest, :total, :term, :fee,
                :interest_claim, :lumpsum, :channel, :log))sql");
    for (auto& item : reminder.items) {
        insert.bind(":fee", claims.post(item, DocumentKind::fee, item.fee, item.fee_number))
            .bind(":interest_claim", claims.post(item, DocumentKind::interest, item.new_interest,
                                                 item.interest_number))
            .bind(":lumpsum",
                  claims.post(item, DocumentKind::lumpsum, item.lumpsum, item.lumpsum_number))
            .bind(":run", run_id)
            .bind(":contact", reminder.contact_id)
            .bind(":document", item.document_id)
            .bind(":level", item.level)
            .bind(":open", item.open)
            .bind(":days", item.days_overdue)
            .bind(":interest", item.interest)
            .bind(":total", item.total)
            .bind(":term", reminder.term)
            .bind(":channel", reminder.channel)
            .bind(":log", log_id)
            .run();
    }
}

/// The day of a run that can be undone.
Date day_to_undo(Store& store, std::int64_t run_id)
{
    auto query = store.prepare("SELECT date, undone_on FROM dunning_run WHERE id = :run");
    query.bind(":run", run_id);
    if (!query.step())
        throw error(ErrorKind::not_found, "there is no run of reminders {}", run_id);
    if (!query.is_null(1))
        throw error(ErrorKind::rejected, "run {} was undone on {}", run_id, query.text(1));
    const auto day = query.date(0).value();
    auto later = store.prepare(R"sql(
        SELECT d.number, r.id
          FROM dunning_line AS l
          JOIN dunning_line AS n ON n.document_id = l.document_id AND n.run_id > l.run_id
          JOIN dunning_run AS r ON r.id = n.run_id AND r.undone_on IS NULL
          JOIN document AS d ON d.id = l.document_id
         WHERE l.run_id = :run
         ORDER BY r.id DESC
         LIMIT 1)sql");
    later.bind(":run", run_id);
    if (later.step())
        throw error(ErrorKind::rejected, "{} was reminded of again, in run {}", later.text(0),
                    later.integer(1))
            .with_hint("undo that one first");
    return day;
}

/// What somebody paid of a claim is not owed any more once the claim is taken back, so that has to
/// be seen to before.
void refuse_paid(Store& store, std::int64_t run_id)
{
    auto query = store.prepare(R"sql(
        SELECT d.number, sum(a.amount), coalesce(p.number, c.number)
          FROM dunning_line AS l
          JOIN document AS d ON d.id IN (l.fee_id, l.interest_id, l.lumpsum_id)
          JOIN allocation AS a ON a.document_id = d.id AND a.kind IN ('payment', 'credit')
          LEFT JOIN payment AS p ON p.id = a.payment_id
          LEFT JOIN document AS c ON c.id = a.credit_id
         WHERE l.run_id = :run
         GROUP BY d.id, a.payment_id, a.credit_id
        HAVING sum(a.amount) > 0
         ORDER BY d.id, p.id
         LIMIT 1)sql");
    query.bind(":run", run_id);
    if (query.step())
        throw error(ErrorKind::rejected, "{} of {} is paid already, with {}",
                    to_string(query.money(1)), query.text(0), query.text(2))
            .with_hint("take that back with `crm openitems reverse {}`, record it anew afterwards",
                       query.text(2));
}

std::vector<std::int64_t> integers(Store& store, std::string_view sql, std::int64_t run_id)
{
    auto query = store.prepare(sql);
    query.bind(":run", run_id);
    std::vector<std::int64_t> found;
    while (query.step())
        found.push_back(query.integer(0));
    return found;
}

} // namespace

DunningRun post_reminders(Store& store, const ReminderQuery& query, LocalTime at,
                          const std::string& template_folder)
{
    const LetterWriter letters(store, query.key_date, template_folder);
    refuse_before_last_run(store, query.key_date);
    refuse_before_last_undo(store, query.key_date);
    DunningRun run;
    for_each_reminder(store, query, [&](const Reminder& reminder) {
        run.reminders.push_back(reminder);
        return true;
    });
    if (run.reminders.empty())
        return run;
    run.id = new_run(store, query.key_date);
    for (auto& reminder : run.reminders) {
        post(store, run.id, reminder, at);
        keep_letter(store, run.id, reminder, letters.compose(reminder));
    }
    return run;
}

UndoneRun undo_run(Store& store, std::int64_t run_id, LocalTime at)
{
    const auto day = std::max(at.day, day_to_undo(store, run_id));
    refuse_paid(store, run_id);
    const auto reason = format("run of reminders {} undone", run_id);
    UndoneRun undone;
    for (const auto id : integers(store, R"sql(
            SELECT d.id
              FROM dunning_line AS l
              JOIN document AS d ON d.id IN (l.fee_id, l.interest_id, l.lumpsum_id)
             WHERE l.run_id = :run
             ORDER BY d.id)sql",
                                  run_id)) {
        take_back(store, id, reason, day);
        ++undone.claims;
    }
    for (const auto id : integers(store, R"sql(
            SELECT DISTINCT coalesce(c.merged_into_id, c.id)
              FROM dunning_line AS l
              JOIN contact AS c ON c.id = l.contact_id
             WHERE l.run_id = :run)sql",
                                  run_id)) {
        log_reminder(store, id, at, reason);
        ++undone.reminders;
    }
    store.prepare("UPDATE dunning_run SET undone_on = :day WHERE id = :run")
        .bind(":day", day)
        .bind(":run", run_id)
        .run();
    return undone;
}

} // namespace crm

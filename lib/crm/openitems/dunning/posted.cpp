// SPDX-License-Identifier: MIT
#include "crm/openitems/dunning/posted.hpp"

#include "crm/base/error.hpp"
#include "crm/base/items.hpp"
#include "crm/openitems/item_letter_text.hpp"
#include "crm/store/erasure.hpp"

namespace crm
{

namespace
{

/// When a run was undone, if it was.
std::optional<Date> undone_on(Store& store, std::int64_t run_id)
{
    auto query = store.prepare("SELECT undone_on FROM dunning_run WHERE id = :run");
    query.bind(":run", run_id);
    if (!query.step())
        throw error(ErrorKind::not_found, "there is no run of reminders {}", run_id);
    return query.date(0);
}

Reminder read_reminder(const Statement& query)
{
    Reminder reminder;
    reminder.contact_id = query.integer(0);
    reminder.contact_number = query.string(1);
    reminder.contact = query.string(2);
    reminder.currency = query.string(3);
    reminder.channel = query.string(4);
    reminder.email = query.string(5);
    reminder.address = lines_of(query.text(6));
    return reminder;
}

RemindedItem read_item(const Statement& query)
{
    RemindedItem item;
    item.document = query.string(7);
    item.due = query.date(8).value_or(Date{});
    item.days_overdue = query.integer(9);
    item.open = query.money(10);
    item.level = static_cast<int>(query.integer(11));
    item.fee = query.money(12);
    item.interest = query.money(13);
    item.lumpsum = query.money(14);
    item.total = query.money(15);
    return item;
}

/// The letters to a contact, or that name a person there, of runs up to a day.
std::vector<std::int64_t> letters_of(Store& store, std::int64_t contact_id, Date last_run)
{
    auto query = store.prepare(R"sql(
        SELECT id
          FROM dunning_letter
         WHERE (contact_id = :contact OR person_id = :contact)
           AND run_id IN (SELECT id FROM dunning_run WHERE date <= :last)
         ORDER BY id)sql");
    query.bind(":contact", contact_id).bind(":last", last_run);
    std::vector<std::int64_t> ids;
    while (query.step())
        ids.push_back(query.integer(0));
    return ids;
}

} // namespace

PostedRun posted_run(Store& store, std::int64_t run_id)
{
    PostedRun posted;
    posted.run.id = run_id;
    posted.undone_on = undone_on(store, run_id);
    auto query = store.prepare(R"sql(
        SELECT l.contact_id, c.number, coalesce(t.contact, c.name), d.currency, l.channel, t.email,
               t.address, d.number, d.due, l.days_overdue, l.open, l.level, f.gross, l.interest,
               u.gross, l.total
          FROM dunning_line AS l
          JOIN contact AS c ON c.id = l.contact_id
          JOIN document AS d ON d.id = l.document_id
          JOIN dunning_letter AS t ON t.run_id = l.run_id AND t.contact_id = l.contact_id
                                  AND t.currency = d.currency
          LEFT JOIN document AS f ON f.id = l.fee_id
          LEFT JOIN document AS u ON u.id = l.lumpsum_id
         WHERE l.run_id = :run
         ORDER BY l.id)sql");
    query.bind(":run", run_id);
    auto& reminders = posted.run.reminders;
    while (query.step()) {
        if (reminders.empty() || reminders.back().contact_id != query.integer(0) ||
            reminders.back().currency != query.text(3))
            reminders.push_back(read_reminder(query));
        reminders.back().items.push_back(read_item(query));
    }
    return posted;
}

std::vector<std::string>
for_each_posted_letter(Store& store, std::int64_t run_id,
                       const std::function<void(const WrittenLetter&)>& use)
{
    if (const auto day = undone_on(store, run_id))
        throw error(ErrorKind::rejected, "run {} was undone on {}", run_id, to_string(*day))
            .with_hint("nobody owes any more what its letters claim");
    auto query = store.prepare(R"sql(
        SELECT t.content, c.number
          FROM dunning_letter AS t
          JOIN contact AS c ON c.id = t.contact_id
         WHERE t.run_id = :run
         ORDER BY t.id)sql");
    query.bind(":run", run_id);
    std::vector<std::string> erased;
    while (query.step()) {
        if (query.is_null(0))
            erased.push_back(query.string(1));
        else
            use(write_letter(letter_from_text(query.text(0))));
    }
    return erased;
}

void keep_letter(Store& store, std::int64_t run_id, const Reminder& reminder,
                 const ItemLetter& letter)
{
    store
        .prepare(R"sql(
            INSERT INTO dunning_letter (run_id, contact_id, person_id, currency, contact, email,
                                        address, content)
            VALUES (:run, :contact, :person, :currency, :name, :email, :address, :content))sql")
        .bind(":run", run_id)
        .bind(":contact", reminder.contact_id)
        .bind(":person", reminder.person_id)
        .bind(":currency", reminder.currency)
        .bind(":name", reminder.contact)
        .bind_or_null(":email", reminder.email)
        .bind_or_null(":address", joined(reminder.address, "\n"))
        .bind(":content", letter_as_text(letter))
        .run();
}

void erase_letters(Store& store, std::int64_t contact_id, Date last_run)
{
    const auto letters = letters_of(store, contact_id, last_run);
    for (const auto id : letters)
        store
            .prepare(R"sql(
                UPDATE dunning_letter
                   SET person_id = NULL, contact = NULL, email = NULL, address = NULL,
                       content = NULL
                 WHERE id = :id)sql")
            .bind(":id", id)
            .run();
    erase_audit_values(store, "dunning_letter", letters); // one to a company is filed with that
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/openitems/dunning/block.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/contact/resolve.hpp"
#include "crm/contact/staff.hpp"
#include "crm/openitems/document.hpp"
#include "crm/openitems/payment.hpp"

namespace crm
{

namespace
{

bool is_document(Store& store, std::string_view number)
{
    auto query = store.prepare("SELECT 1 FROM document WHERE number_key = :key LIMIT 1");
    query.bind(":key", natural_key(trim(number)));
    return query.step();
}

Contact contact_of(Store& store, std::string_view who)
{
    try {
        return contact_to_change(store, who);
    } catch (const Error& failure) {
        if (failure.kind == ErrorKind::not_found && failure.candidates.empty())
            throw error(ErrorKind::not_found, "there is no document or contact '{}'", who);
        throw;
    }
}

/// What a customer owes is not reminded of, what we owe a supplier is not paid.
void refuse_credit(Store& store, std::int64_t document_id)
{
    const auto document = document_by_id(store, document_id);
    if (document.opens() <= Money{})
        throw error(ErrorKind::rejected, "{} is nothing that anybody owes", document.number);
}

/// A document of a customer; ours are not reminded of.
Document receivable(Store& store, std::int64_t document_id)
{
    auto document = document_by_id(store, document_id);
    if (document.side != Side::receivable || document.kind == DocumentKind::credit)
        throw error(ErrorKind::rejected, "{} is nothing that a customer owes", document.number);
    return document;
}

} // namespace

DunningTarget dunning_target(Store& store, std::string_view who)
{
    DunningTarget target;
    if (!is_document(store, who)) {
        const auto contact = contact_of(store, who);
        target.contact_id = contact.id;
        target.number = contact.number;
        return target;
    }
    if (const auto contact = contact_by_number(store, who))
        throw error(ErrorKind::not_found, "'{}' is a document and a contact", who)
            .with_candidates({fmt::format("{} {}", contact->number, contact->name)})
            .with_hint("name the contact instead of its number");
    return dunning_target(store, document_id_by_number(store, who));
}

DunningTarget dunning_target(Store& store, std::int64_t document_id)
{
    DunningTarget target;
    target.document_id = document_id;
    target.number = document_by_id(store, document_id).number;
    return target;
}

std::int64_t block_reminders(Store& store, const DunningTarget& target, Date day,
                             std::optional<Date> until, const std::string& reason)
{
    if (trim(reason).empty())
        throw error(ErrorKind::rejected, "a block needs a reason");
    if (until && *until < day)
        throw error(ErrorKind::rejected, "{} has passed: a block until then blocks nothing",
                    to_string(*until));
    if (target.document_id)
        refuse_credit(store, *target.document_id);
    store
        .prepare(R"sql(
            INSERT INTO dunning_block (contact_id, document_id, first_day, last_day, reason, staff_id)
            VALUES (:contact, :document, :first, :last, :reason, :staff))sql")
        .bind(":contact", target.contact_id)
        .bind(":document", target.document_id)
        .bind(":first", day)
        .bind(":last", until)
        .bind(":reason", trim(reason))
        .bind(":staff", acting_staff(store))
        .run();
    return store.last_id();
}

void unblock_reminders(Store& store, const DunningTarget& target, Date day)
{
    store
        .prepare(R"sql(
            UPDATE dunning_block SET last_day = :before
             WHERE (contact_id = :contact OR document_id = :document)
               AND coalesce(last_day, :day) >= :day)sql")
        .bind(":before", day - std::chrono::days(1))
        .bind(":contact", target.contact_id)
        .bind(":document", target.document_id)
        .bind(":day", day)
        .run();
    if (store.changes() == 0)
        throw error(ErrorKind::rejected, "{} is not blocked", target.number);
}

std::int64_t record_promise(Store& store, std::int64_t document_id, Date made_on, Date date,
                            std::optional<Money> amount)
{
    const auto document = receivable(store, document_id);
    const auto open = open_of_document(store, document_id);
    if (date < made_on)
        throw error(ErrorKind::rejected, "{} has passed", to_string(date));
    if (open <= Money{})
        throw error(ErrorKind::rejected, "nothing is open of {}", document.number);
    if (amount && (*amount <= Money{} || *amount > open))
        throw error(ErrorKind::rejected, "{} cannot be promised of {}, of which {} are open",
                    to_string(*amount), document.number, to_string(open));
    store
        .prepare(R"sql(
            INSERT INTO payment_promise (document_id, made_on, date, amount, staff_id)
            VALUES (:document, :made_on, :date, :amount, :staff))sql")
        .bind(":document", document_id)
        .bind(":made_on", made_on)
        .bind(":date", date)
        .bind(":amount", amount)
        .bind(":staff", acting_staff(store))
        .run();
    return store.last_id();
}

void merge_blocked_reminders(Store& store, std::int64_t keep_id, std::int64_t drop_id)
{
    store.prepare("UPDATE dunning_block SET contact_id = :keep WHERE contact_id = :drop")
        .bind(":keep", keep_id)
        .bind(":drop", drop_id)
        .run();
}

void erase_block_reasons(Store& store, std::int64_t contact_id)
{
    store
        .prepare(R"sql(
            UPDATE dunning_block SET reason = 'erased'
             WHERE contact_id = :contact
                OR document_id IN (SELECT id FROM document WHERE contact_id = :contact))sql")
        .bind(":contact", contact_id)
        .run();
}

} // namespace crm

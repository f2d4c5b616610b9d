// SPDX-License-Identifier: MIT
#include "crm/openitems/sepa/file.hpp"

#include "crm/base/error.hpp"
#include "crm/contact/staff.hpp"
#include "crm/openitems/bank/account.hpp"
#include "crm/openitems/sepa/own_account.hpp"
#include "crm/openitems/sepa/pain.hpp"
#include "crm/openitems/sepa/pending.hpp"

#include <array>
#include <set>

namespace crm
{

namespace
{

using Row = SepaFileRow;

constexpr std::array<Column<Row>, 7> columns = {{
    {"file", "FILE", Kind::text, [](const Row& r) { return text_cell(r.file); }},
    {"kind", "KIND", Kind::text, [](const Row& r) { return text_cell(r.kind); }},
    {"at", "AT", Kind::time, [](const Row& r) { return text_cell(r.at); }},
    {"account", "ACCOUNT", Kind::text, [](const Row& r) { return text_cell(r.account); }},
    {"items", "ITEMS", Kind::integer, [](const Row& r) { return Cell(r.items); }},
    {"amount", "AMOUNT", Kind::money, [](const Row& r) { return Cell(r.amount); }},
    {"state", "STATE", Kind::text, [](const Row& r) { return text_cell(r.state); }},
}};

std::int64_t number_of(Store& store, const char* sql)
{
    auto query = store.prepare(sql);
    query.step();
    return query.integer(0);
}

/// The day and how many files there were: a bank takes an id once.
std::string next_message_id(Store& store, Date day)
{
    std::string digits = to_string(day);
    std::erase(digits, '-');
    return fmt::format("CRM-{}-{}", digits, number_of(store, "SELECT count(*) + 1 FROM sepa_file"));
}

/// The messages of files of which something is still under way.
std::set<std::string> under_way(Store& store)
{
    std::set<std::string> files;
    for (const auto& [document, pending] : pending_payments(store))
        files.insert(pending.message_ids.begin(), pending.message_ids.end());
    return files;
}

} // namespace

SepaFile make_sepa_file(Store& store, SepaKind kind, const std::vector<SepaPayment>& payments,
                        const std::optional<std::string>& account, LocalTime now)
{
    if (payments.empty())
        throw error(ErrorKind::rejected, "nothing is to be {}",
                    kind == SepaKind::debit ? tr("collected") : tr("paid"));
    PainMessage message;
    message.message_id = next_message_id(store, now.day);
    message.created = now;
    message.own = own_party(store, account);
    if (kind == SepaKind::debit)
        message.creditor_id = creditor_id(store);
    message.payments = payments;
    SepaFile file;
    file.message_id = message.message_id;
    file.kind = kind;
    file.account = message.own.iban;
    file.bytes = kind == SepaKind::debit ? pain_debit(message) : pain_transfer(message);
    file.payments = payments;
    for (const auto& payment : payments)
        file.amount += payment.amount;
    return file;
}

void record_sepa_file(Store& store, const SepaFile& file, LocalTime now,
                      const std::string& checksum)
{
    store
        .prepare(R"sql(
            INSERT INTO sepa_file (kind, message_id, account_id, at, items, amount, checksum,
                                   staff_id)
            VALUES (:kind, :message, :account, :at, :items, :amount, :checksum, :staff))sql")
        .bind(":kind", to_string(file.kind))
        .bind(":message", file.message_id)
        .bind(":account", bank_account_of(store, file.account))
        .bind(":at", to_string(now))
        .bind(":items", static_cast<std::int64_t>(file.payments.size()))
        .bind(":amount", file.amount)
        .bind(":checksum", checksum)
        .bind(":staff", acting_staff(store))
        .run();
    const auto id = store.last_id();
    const auto last = number_of(store, "SELECT coalesce(max(id), 0) FROM allocation");
    auto insert = store.prepare(R"sql(
        INSERT INTO sepa_item (file_id, document_id, mandate_id, sequence, date, amount, skonto,
                               end_to_end, last_allocation)
        VALUES (:file, :document, :mandate, :sequence, :date, :amount, :skonto, :end_to_end,
                :last))sql");
    for (const auto& payment : file.payments) {
        insert.bind(":file", id)
            .bind(":document", payment.document_id)
            .bind(":mandate", payment.mandate ? std::optional(payment.mandate->id) : std::nullopt)
            .bind_or_null(":sequence", payment.sequence)
            .bind(":date", payment.date)
            .bind(":amount", payment.amount)
            .bind(":skonto", payment.skonto)
            .bind(":end_to_end", payment.end_to_end)
            .bind(":last", last)
            .run();
    }
}

void undo_sepa_file(Store& store, std::string_view message_id, Date today)
{
    auto query = store.prepare(R"sql(
        SELECT id, undone_on,
               (SELECT d.number
                  FROM sepa_item AS i
                  JOIN document AS d ON d.id = i.document_id
                  JOIN allocation AS a ON a.document_id = d.id AND a.id > i.last_allocation
                  JOIN payment AS p ON p.id = a.payment_id
                  JOIN bank_line AS l ON l.id = p.bank_line_id AND l.end_to_end = i.end_to_end
                 WHERE i.file_id = f.id
                 ORDER BY i.id
                 LIMIT 1)
          FROM sepa_file AS f
         WHERE message_id = upper(:message))sql");
    query.bind(":message", message_id);
    if (!query.step())
        throw error(ErrorKind::not_found, "there is no payment file '{}'", message_id)
            .with_hint("`crm openitems sepa list` shows them");
    if (!query.is_null(1))
        throw error(ErrorKind::rejected, "{} was taken back on {} already", message_id,
                    query.text(1));
    if (!query.is_null(2))
        throw error(ErrorKind::rejected, "the bank has carried {} out: its line of {} is booked",
                    message_id, query.text(2));
    const auto id = query.integer(0);
    store.prepare("UPDATE sepa_file SET undone_on = :day WHERE id = :id")
        .bind(":day", today)
        .bind(":id", id)
        .run();
}

std::span<const Column<SepaFileRow>> sepa_file_columns()
{
    return columns;
}

void list_sepa_files(Store& store, const std::function<bool(const SepaFileRow&)>& use)
{
    const auto pending = under_way(store);
    auto query = store.prepare(R"sql(
        SELECT f.message_id, f.kind, f.at, a.iban, f.items, f.amount, f.undone_on IS NOT NULL
          FROM sepa_file AS f
          JOIN bank_account AS a ON a.id = f.account_id
         ORDER BY f.id)sql");
    Row row;
    while (query.step()) {
        row.file = query.text(0);
        row.kind = query.text(1);
        row.at = query.text(2);
        row.account = query.text(3);
        row.items = query.integer(4);
        row.amount = query.money(5);
        row.state = query.boolean(6) ? "undone" : pending.contains(row.file) ? "pending" : "booked";
        if (!use(row))
            return;
    }
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/openitems/payment_import.hpp"

#include "crm/base/currency.hpp"
#include "crm/base/error.hpp"
#include "crm/contact/contact.hpp"
#include "crm/contact/fields.hpp"
#include "crm/contact/staff.hpp"
#include "crm/openitems/imported_payments.hpp"
#include "crm/openitems/payable_item.hpp"
#include "crm/store/settings.hpp"

#include <array>

namespace crm
{

namespace
{

/// In the order of PaymentKey.
constexpr std::array<std::string_view, 8> names = {
    "document", "contact_number", "date", "amount", "reference", "skonto", "side", "currency"};
static_assert(names.size() == static_cast<std::size_t>(PaymentKey::currency) + 1);

class Import
{
  public:
    Import(Store& store, const LedgerImportOptions& options, const ImportedFile& file,
           const ImportEvents& events)
        : store_(store), options_(options), file_(file), events_(events), imported_(store),
          costs_first_(setting(store, "payment.order") == "367"),
          currency_(setting(store, "currency"))
    {
    }

    RowOutcome take(const KeyedRow& row);
    [[nodiscard]] std::int64_t id() const { return imported_.import_id(); }

  private:
    [[nodiscard]] Payer read(const KeyedRow& row);
    void name_payer(Payer& payer, const KeyedRow& row);
    void read_skonto(Payer& payer, std::string_view typed) const;
    static void refuse_doubtful(const RowOfPayment& row, const KnownPayment& known);
    void tell_known(std::int64_t line, const KnownPayment& known) const;

    Store& store_;
    const LedgerImportOptions& options_;
    const ImportedFile& file_;
    const ImportEvents& events_;
    ImportedPayments imported_;
    bool costs_first_;
    std::string currency_; ///< of the books
};

RowOutcome Import::take(const KeyedRow& row)
{
    const auto payer = read(row);
    const RowOfPayment named{payer, !row[PaymentKey::date].empty(), !row[PaymentKey::side].empty()};
    if (!file_.again)
        if (const auto known = imported_.take_known(named)) {
            refuse_doubtful(named, *known);
            tell_known(row.line(), *known);
            return RowOutcome::skipped;
        }
    const auto paid = pay(store_, payer);
    imported_.remember(named, paid.payment.id);
    for (const auto& settled : paid.settled)
        if (settled.beyond_terms)
            events_.warned(row.line(),
                           format("a discount of {} on {} is more than the terms of {} allow",
                                  to_string(settled.skonto), to_string(payer.date),
                                  settled.document));
    if (payer.date > options_.today)
        events_.warned(row.line(), format("{} is still to come", to_string(payer.date)));
    return RowOutcome::added;
}

/// The same amount of the same contact, and nothing that tells one payment from another.
void Import::refuse_doubtful(const RowOfPayment& row, const KnownPayment& known)
{
    const bool says_nothing =
        !row.dated && row.payer.document_ids.empty() && row.payer.reference.empty();
    if (says_nothing)
        throw error(ErrorKind::rejected,
                    "the row may be {} once more, or another payment: it has neither date nor "
                    "reference",
                    known.number);
}

void Import::tell_known(std::int64_t line, const KnownPayment& known) const
{
    events_.skipped(line, known.reversed
                              ? format("imported already as {}, which was reversed: 'crm "
                                       "openitems pay' books it again",
                                       known.number)
                              : format("imported already as {}", known.number));
}

Payer Import::read(const KeyedRow& row)
{
    Payer payer;
    payer.currency = currency_;
    name_payer(payer, row);
    const auto date = row[PaymentKey::date];
    payer.date = date.empty() ? options_.today : parse_date(date, options_.today);
    payer.costs_first = costs_first_;
    const auto amount = parse_money_in_file(row[PaymentKey::amount], options_.decimal);
    payer.refund = amount < Money{};
    payer.amount = payer.refund ? -amount : amount;
    payer.reference = row[PaymentKey::reference];
    if (const auto currency = row[PaymentKey::currency]; !currency.empty())
        payer.currency = checked_currency(currency);
    read_skonto(payer, row[PaymentKey::skonto]);
    if (payer.skonto_amount && payer.document_ids.empty())
        throw error(ErrorKind::rejected, "a discount of {} needs the document that it is of",
                    to_string(*payer.skonto_amount));
    return payer;
}

void Import::name_payer(Payer& payer, const KeyedRow& row)
{
    const auto document = row[PaymentKey::document];
    const auto contact = row[PaymentKey::contact_number];
    if (contact.empty() && document.empty())
        throw error(ErrorKind::rejected, "the row names neither a document nor a contact");
    if (!contact.empty()) {
        const auto known = contact_by_number(store_, contact);
        if (!known)
            throw error(ErrorKind::rejected, "there is no contact '{}'", contact);
        payer.contact_id = known->id;
        payer.side = usual_side(store_, payer.contact_id);
    }
    if (!document.empty()) {
        const auto id = contact.empty() ? document_id_by_number(store_, document)
                                        : document_of(store_, payer.contact_id, document);
        const auto item = payable_item(store_, id);
        payer.document_ids = {id};
        payer.side = item.side;
        payer.currency = item.currency;
        if (contact.empty())
            payer.contact_id = item.contact_id;
    }
    if (const auto side = row[PaymentKey::side]; !side.empty())
        payer.side = parse_side(side);
}

void Import::read_skonto(Payer& payer, std::string_view typed) const
{
    if (typed.empty())
        return;
    if (const auto answer = parse_boolean(typed)) {
        payer.skonto = *answer;
        return;
    }
    const auto amount = parse_money_in_file(typed, options_.decimal);
    payer.skonto = amount != Money{};
    if (payer.skonto)
        payer.skonto_amount = amount;
}

/// Where bad rows were left out, the file may bring them later, when they are bad no more.
void refuse_known(Store& store, const ImportedFile& file)
{
    auto query = store.prepare(R"sql(
        SELECT file, substr(at, 1, 10) FROM payment_import
         WHERE checksum = :checksum AND rejected = 0
         ORDER BY id DESC
         LIMIT 1)sql");
    query.bind(":checksum", file.checksum);
    if (!file.again && query.step())
        throw error(ErrorKind::rejected, "'{}' was imported already, on {} as '{}'", file.name,
                    query.text(1), query.text(0))
            .with_hint("its payments would be booked twice: --force does that");
}

void remember(Store& store, const ImportedFile& file, std::int64_t id, const ImportResult& result)
{
    store
        .prepare(R"sql(
            INSERT INTO payment_import (id, at, file, payments, rejected, checksum, staff_id)
            VALUES (:id, :at, :file, :payments, :rejected, :checksum, :staff))sql")
        .bind(":id", id)
        .bind(":at", to_string(file.now))
        .bind(":file", file.name)
        .bind(":payments", result.added)
        .bind(":rejected", result.rejected)
        .bind(":checksum", file.checksum)
        .bind(":staff", acting_staff(store))
        .run();
}

} // namespace

const TableKeys& payment_import_keys()
{
    static const TableKeys keys = {names, {{"document", "contact_number"}, {"amount"}}};
    return keys;
}

ImportResult import_payments(Store& store, KeyedTable& table, const LedgerImportOptions& options,
                             const ImportedFile& file, const ImportEvents& events)
{
    Transaction transaction(store);
    refuse_known(store, file);
    Import import(store, options, file, events);
    const auto result = import_keyed(store, table, options.skip_errors, events,
                                     [&](const KeyedRow& row) { return import.take(row); });
    if (result.added > 0)
        remember(store, file, import.id(), result);
    transaction.commit();
    return result;
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/openitems/imported_payments.hpp"

namespace crm
{

namespace
{

std::int64_t next_import(Store& store)
{
    auto query = store.prepare("SELECT coalesce(max(id), 0) + 1 FROM payment_import");
    query.step();
    return query.integer(0);
}

void bind_row(Statement& statement, const RowOfPayment& row)
{
    const auto& documents = row.payer.document_ids;
    statement.bind(":document", documents.empty() ? std::nullopt : std::optional(documents.front()))
        .bind(":dated", row.dated)
        .bind_or_null(":side", row.sided ? to_string(row.payer.side) : std::string_view());
}

} // namespace

ImportedPayments::ImportedPayments(Store& store)
    : of_document_(store.prepare(R"sql(
          SELECT p.id, p.number, EXISTS (SELECT 1 FROM payment AS r WHERE r.reverses_id = p.id)
            FROM imported_payment AS i
            JOIN payment AS p ON p.id = i.payment_id
           WHERE i.document_id = :document AND (i.dated, i.side) IS (:dated, :side)
             AND i.import_id < :import AND (:dated = 0 OR p.date = :date) AND p.amount = :amount
             AND p.currency = :currency AND p.reference IS :reference
           ORDER BY p.id)sql")),
      of_contact_(store.prepare(R"sql(
          SELECT p.id, p.number, EXISTS (SELECT 1 FROM payment AS r WHERE r.reverses_id = p.id)
            FROM payment AS p
            JOIN imported_payment AS i ON i.payment_id = p.id
           WHERE p.contact_id IN (SELECT id FROM contact
                                   WHERE id = :contact OR merged_into_id = :contact)
             AND p.date BETWEEN :first AND :last AND p.amount = :amount
             AND p.currency = :currency AND p.reference IS :reference
             AND i.import_id < :import
             AND (i.document_id, i.dated, i.side) IS (:document, :dated, :side)
           ORDER BY p.id)sql")),
      insert_(store.prepare(R"sql(
          INSERT INTO imported_payment (payment_id, import_id, document_id, dated, side)
          VALUES (:payment, :import, :document, :dated, :side))sql")),
      import_id_(next_import(store))
{
}

std::optional<KnownPayment> ImportedPayments::take_known(const RowOfPayment& row)
{
    if (import_id_ == 1) // nothing was ever imported
        return std::nullopt;
    const auto& payer = row.payer;
    auto& query = payer.document_ids.empty() ? of_contact_ : of_document_;
    bind_row(query, row);
    if (payer.document_ids.empty())
        query.bind(":contact", payer.contact_id)
            .bind(":first", row.dated ? to_string(payer.date) : std::string())
            .bind(":last", row.dated ? to_string(payer.date) : std::string("9999-12-31"));
    else
        query.bind(":date", payer.date);
    query.bind(":import", import_id_)
        .bind(":amount", payer.refund ? -payer.amount : payer.amount)
        .bind(":currency", payer.currency)
        .bind_or_null(":reference", payer.reference);
    std::optional<KnownPayment> known;
    while (!known && query.step())
        if (taken_.insert(query.integer(0)).second)
            known = {query.string(1), query.boolean(2)};
    query.reset();
    return known;
}

void ImportedPayments::remember(const RowOfPayment& row, std::int64_t payment_id)
{
    bind_row(insert_, row);
    insert_.bind(":payment", payment_id).bind(":import", import_id_).run();
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/openitems/ledger_check.hpp"

#include "crm/base/error.hpp"

namespace crm
{

void check_open_items(Store& store, const Report& report)
{
    report_rows(store, report, R"sql(
        WITH part (item_id, open) AS (
            SELECT id, iif(kind = 'credit', -gross, gross) - settled_before FROM document
             WHERE NOT historical
            UNION ALL
            SELECT -id, -amount FROM payment
            UNION ALL
            SELECT coalesce(document_id, -refund_id), -amount FROM allocation
             WHERE document_id IS NOT NULL OR refund_id IS NOT NULL
            UNION ALL
            SELECT -payment_id, amount FROM allocation WHERE payment_id IS NOT NULL AND kind <> 'skonto'
            UNION ALL
            SELECT credit_id, amount FROM allocation WHERE credit_id IS NOT NULL),
        item AS MATERIALIZED (
            SELECT item_id, sum(open) AS open FROM part GROUP BY item_id HAVING sum(open) <> 0),
        should AS MATERIALIZED (
            SELECT i.item_id, d.number, d.contact_id, d.side, d.currency, d.due, i.open
              FROM item AS i
              JOIN document AS d ON d.id = i.item_id
            UNION ALL
            SELECT i.item_id, p.number, p.contact_id, p.side, p.currency, p.date, i.open
              FROM item AS i
              JOIN payment AS p ON p.id = -i.item_id)
        SELECT s.number
          FROM should AS s
          LEFT JOIN open_item_index AS i ON i.item_id = s.item_id
         WHERE (i.contact_id, i.side, i.currency, i.due, i.open) IS NOT
               (s.contact_id, s.side, s.currency, s.due, s.open)
        UNION ALL
        SELECT coalesce((SELECT number FROM document WHERE id = item_id),
                        (SELECT number FROM payment WHERE id = -item_id), item_id)
          FROM open_item_index
         WHERE item_id NOT IN (SELECT item_id FROM should))sql",
                "what is open of {} is not what its amount and what settled it say");
    report_rows(store, report, R"sql(
        SELECT DISTINCT d.number
          FROM document AS d
          LEFT JOIN personal_account AS a ON a.contact_id = d.contact_id AND a.side = d.side
         WHERE a.number IS NULL AND NOT d.historical)sql",
                "{} is booked on no account");
}

namespace
{

/// No allocation takes more than its payment or credit has, or settles more than a document is.
void check_amounts(Store& store, const Report& report)
{
    report_rows(store, report, R"sql(
        SELECT d.number
          FROM allocation AS a
          JOIN document AS d ON d.id = a.document_id
         GROUP BY d.id
        HAVING sum(a.amount) < 0 OR sum(a.amount) > d.gross - d.settled_before OR d.kind = 'credit'
            OR d.historical)sql",
                "{} is settled with more than it is, or with less than nothing");
    report_rows(store, report, R"sql(
        SELECT d.number
          FROM allocation AS a
          JOIN document AS d ON d.id = a.credit_id
         GROUP BY d.id
        HAVING sum(a.amount) < 0
            OR sum(a.amount) > iif(d.kind = 'credit', d.gross, -d.gross) + d.settled_before)sql",
                "{} settles more than it is");
    report_rows(store, report, R"sql(
        SELECT p.number
          FROM payment AS p
          JOIN allocation AS a ON a.payment_id = p.id AND a.kind <> 'skonto'
         GROUP BY p.id
        HAVING sum(a.amount) NOT BETWEEN 0 AND max(p.amount, 0)
        UNION ALL
        SELECT p.number
          FROM payment AS p
          JOIN allocation AS a ON a.refund_id = p.id
         GROUP BY p.id
        HAVING sum(a.amount) NOT BETWEEN 0 AND max(-p.amount, 0))sql",
                "{} settles more than it is");
}

/// What settles and what is settled belong together, and neither is later than the allocation.
void check_sides(Store& store, const Report& report)
{
    report_rows(store, report, R"sql(
        WITH item AS (
            SELECT id, number, date, side, currency, contact_id FROM document
            UNION ALL
            SELECT -id, number, date, side, currency, contact_id FROM payment)
        SELECT a.id
          FROM allocation AS a
          JOIN item AS t ON t.id = coalesce(a.document_id, -a.refund_id, a.credit_id, -a.payment_id)
          LEFT JOIN item AS s ON s.id = coalesce(a.credit_id, -a.payment_id)
          JOIN contact AS tc ON tc.id = t.contact_id
          LEFT JOIN contact AS sc ON sc.id = s.contact_id
         WHERE t.date > a.date OR s.date > a.date OR s.side <> t.side OR s.currency <> t.currency
            OR coalesce(tc.merged_into_id, tc.id) <> coalesce(sc.merged_into_id, sc.id))sql",
                "allocation {} is not of one contact, side and currency, or is dated before them");
    report_rows(store, report, R"sql(
        SELECT a.id
          FROM allocation AS a
          JOIN allocation AS r ON r.id = a.reverses_id
         WHERE a.amount <> -r.amount OR a.date < r.date
            OR (a.kind, a.document_id, a.refund_id, a.payment_id, a.credit_id) IS NOT
               (r.kind, r.document_id, r.refund_id, r.payment_id, r.credit_id))sql",
                "allocation {} does not take back what it names");
    report_rows(store, report, R"sql(
        SELECT p.number
          FROM payment AS p
          JOIN payment AS r ON r.id = p.reverses_id
         WHERE p.amount <> -r.amount OR p.date < r.date
            OR (p.contact_id, p.side, p.currency) IS NOT (r.contact_id, r.side, r.currency))sql",
                "{} does not take back the payment that it names");
}

/// Every payment that a file brought is known with its row, or it would be booked again.
void check_imports(Store& store, const Report& report)
{
    report_rows(store, report, R"sql(
        SELECT i.file
          FROM payment_import AS i
         WHERE i.payments <> (SELECT count(*) FROM imported_payment WHERE import_id = i.id))sql",
                "of the payments that were imported from '{}' not all are known");
}

void check_allocation_taxes(Store& store, const Report& report)
{
    report_rows(store, report, R"sql(
        SELECT a.id
          FROM allocation AS a
          JOIN allocation_tax AS t ON t.allocation_id = a.id
         GROUP BY a.id
        HAVING sum(t.net + t.tax_amount) <> a.amount)sql",
                "the tax of allocation {} is not that of its amount");
}

} // namespace

void check_payments(Store& store, const Report& report)
{
    report_rows(store, report, R"sql(
        SELECT series FROM payment
         WHERE series IS NOT NULL
         GROUP BY series
        HAVING min(series_number) <> 1 OR max(series_number) <> count(*)
            OR max(series_number) IS NOT (SELECT next - 1 FROM number_series WHERE name = series)
         ORDER BY series)sql",
                "the numbers of '{}' have a gap");
    check_amounts(store, report);
    check_sides(store, report);
    check_allocation_taxes(store, report);
    check_imports(store, report);
}

} // namespace crm

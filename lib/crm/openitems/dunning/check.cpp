// SPDX-License-Identifier: MIT
#include "crm/openitems/dunning/check.hpp"

#include "crm/base/error.hpp"
#include "crm/openitems/ledger_check.hpp"

namespace crm
{

namespace
{

void check_levels(Store& store, const Report& report)
{
    report_rows(store, report, R"sql(
        SELECT d.number
          FROM (SELECT l.document_id, l.level,
                       row_number() OVER (PARTITION BY l.document_id ORDER BY r.date, r.id) AS place
                  FROM dunning_line AS l
                  JOIN dunning_run AS r ON r.id = l.run_id
                 WHERE r.undone_on IS NULL) AS n
          JOIN document AS d ON d.id = n.document_id
         WHERE n.level <> n.place
         GROUP BY d.id)sql",
                "{} does not rise one level a run");
    report_rows(store, report, R"sql(
        SELECT r.id FROM dunning_run AS r
         WHERE NOT EXISTS (SELECT 1 FROM dunning_line AS l WHERE l.run_id = r.id)
            OR r.undone_on < r.date)sql",
                "run {} has reminded nobody, or is undone before its day");
    report_rows(store, report, R"sql(
        SELECT d.number
          FROM dunning_line AS l
          JOIN dunning_run AS r ON r.id = l.run_id
          JOIN document AS d ON d.id = l.document_id
         WHERE d.side <> 'receivable' OR d.kind = 'credit' OR l.open <= 0 OR l.open > d.gross
            OR d.date > r.date OR l.term < r.date)sql",
                "the reminder of {} is not about what was open");
    auto lines = store.prepare(R"sql(
        SELECT d.number, r.date, d.due, l.days_overdue
          FROM dunning_line AS l
          JOIN dunning_run AS r ON r.id = l.run_id
          JOIN document AS d ON d.id = l.document_id)sql");
    while (lines.step()) {
        const auto overdue = lines.date(1).value_or(Date{}) - lines.date(2).value_or(Date{});
        if (overdue.count() != lines.integer(3) || overdue.count() <= 0)
            report(format("{} was not overdue as its reminder says", lines.text(0)));
    }
}

/// Each claim belongs to one line, whose run, item and customer it is.
void check_claims(Store& store, const Report& report)
{
    report_rows(store, report, R"sql(
        WITH claim (line_id, id, kind) AS (
            SELECT id, fee_id, 'fee' FROM dunning_line WHERE fee_id IS NOT NULL
            UNION ALL
            SELECT id, interest_id, 'interest' FROM dunning_line WHERE interest_id IS NOT NULL
            UNION ALL
            SELECT id, lumpsum_id, 'lumpsum' FROM dunning_line WHERE lumpsum_id IS NOT NULL)
        SELECT d.number
          FROM claim AS k
          JOIN dunning_line AS l ON l.id = k.line_id
          JOIN dunning_run AS r ON r.id = l.run_id
          JOIN document AS d ON d.id = k.id
         GROUP BY d.id
        HAVING count(*) <> 1 OR (d.kind, d.claim_id, d.contact_id, d.date, d.due) IS NOT
                                (k.kind, l.document_id, l.contact_id, r.date, l.term)
            OR d.kind = 'interest' AND d.gross > l.interest
        UNION ALL
        SELECT number FROM document
         WHERE claim_id IS NOT NULL AND id NOT IN (SELECT id FROM claim))sql",
                "{} is not what a reminder has claimed");
    report_rows(store, report, R"sql(
        SELECT d.number
          FROM document AS k
          JOIN document AS d ON d.id = k.claim_id
         WHERE k.kind = 'lumpsum'
           AND k.gross > (SELECT coalesce(sum(amount), 0) FROM allocation
                           WHERE document_id = k.id AND kind = 'undo')
         GROUP BY d.id
        HAVING count(*) > 1)sql",
                "more than one lump sum is claimed for {}");
    report_rows(store, report, R"sql(
        SELECT d.number
          FROM dunning_run AS r
          JOIN dunning_line AS l ON l.run_id = r.id
          JOIN document AS d ON d.id IN (l.fee_id, l.interest_id, l.lumpsum_id)
         WHERE r.undone_on IS NOT NULL
           AND d.gross > (SELECT coalesce(sum(amount), 0) FROM allocation
                           WHERE document_id = d.id AND amount > 0))sql",
                "{} of an undone run is not taken back");
}

/// Each contact has one letter a run and currency, which asks for no less than what was open.
void check_letters(Store& store, const Report& report)
{
    report_rows(store, report, R"sql(
        WITH reminded AS (
            SELECT l.run_id, l.contact_id, d.currency
              FROM dunning_line AS l
              JOIN document AS d ON d.id = l.document_id)
        SELECT run_id
          FROM (SELECT * FROM (SELECT * FROM reminded
                               EXCEPT SELECT run_id, contact_id, currency FROM dunning_letter)
                UNION ALL
                SELECT * FROM (SELECT run_id, contact_id, currency FROM dunning_letter
                               EXCEPT SELECT * FROM reminded))
         GROUP BY run_id)sql",
                "run {} has not one letter to each whom it reminds");
    report_rows(store, report, R"sql(
        SELECT d.number
          FROM dunning_line AS l
          JOIN document AS d ON d.id = l.document_id
          LEFT JOIN document AS f ON f.id = l.fee_id
          LEFT JOIN document AS u ON u.id = l.lumpsum_id
         WHERE l.total < l.open + coalesce(f.gross, 0) + coalesce(u.gross, 0))sql",
                "the reminder of {} does not ask for what it is about");
}

} // namespace

void check_reminders(Store& store, const Report& report)
{
    check_levels(store, report);
    check_claims(store, report);
    check_letters(store, report);
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/openitems/check.hpp"

#include "crm/base/error.hpp"
#include "crm/base/money.hpp"
#include "crm/openitems/dunning/check.hpp"
#include "crm/openitems/ledger_check.hpp"
#include "crm/openitems/sepa/pending.hpp"

#include <array>

namespace crm
{

namespace
{

void check_lines(Store& store, const Report& report)
{
    auto lines = store.prepare(R"sql(
        SELECT d.number, l.position, l.quantity, l.price, l.discount, l.net
          FROM document_line AS l
          JOIN document AS d ON d.id = l.document_id)sql");
    while (lines.step()) {
        const auto net = line_net({lines.integer(2)}, {lines.integer(3)}, {lines.integer(4)});
        if (net != lines.money(5))
            report(format("line {} of {} comes to {}, not to {}", lines.integer(1), lines.text(0),
                          to_string(net), to_string(lines.money(5))));
    }
}

/// Invariant 2: per document and rate, from the sum of the lines of that rate.
void check_taxes(Store& store, const Report& report)
{
    auto taxes = store.prepare(R"sql(
        SELECT d.number, t.rate, t.net, t.tax_amount, sum(l.net)
          FROM document_tax AS t
          JOIN document AS d ON d.id = t.document_id
          LEFT JOIN document_line AS l ON l.document_id = t.document_id AND l.tax_rate = t.rate
         WHERE d.kind IN ('invoice', 'credit')
         GROUP BY t.id)sql");
    while (taxes.step()) {
        const Rate rate{taxes.integer(1)};
        if (taxes.money(2) != taxes.money(4) || taxes.money(3) != share(taxes.money(2), rate))
            report(format("the tax of {} at {} % is not that of its lines", taxes.text(0),
                          to_string(rate)));
    }
    report_rows(store, report, R"sql(
        SELECT d.number
          FROM document AS d
         WHERE d.net <> (SELECT sum(net) FROM document_line WHERE document_id = d.id)
            OR d.kind IN ('invoice', 'credit') AND (d.net, d.tax_amount) IS NOT (SELECT sum(net), sum(tax_amount) FROM document_tax
                                              WHERE document_id = d.id))sql",
                "{} is not the sum of its lines and taxes");
}

void check_dates(Store& store, const Report& report)
{
    auto days = store.prepare("SELECT number, date, due FROM document");
    while (days.step())
        if (!parse_iso_date(days.text(1)) || !parse_iso_date(days.text(2)))
            report(format("{} has a date that is none", days.text(0)));
    report_rows(store, report, R"sql(
        SELECT d.number
          FROM document AS d
          JOIN document AS k ON k.id = d.corrects_id
         WHERE k.kind <> 'invoice' OR (k.side, k.contact_id) IS NOT (d.side, d.contact_id))sql",
                "{} corrects what is no invoice of the same contact");
}

/// Invariant 4: within a series every number from 1 on is there, once.
void check_series(Store& store, const Report& report)
{
    report_rows(store, report, R"sql(
        SELECT series FROM document
         WHERE series IS NOT NULL
         GROUP BY series
        HAVING min(series_number) <> 1 OR max(series_number) <> count(*)
            OR max(series_number) IS NOT (SELECT next - 1 FROM number_series WHERE name = series)
         ORDER BY series)sql",
                "the numbers of '{}' have a gap");
}

void check_documents(Store& store, const Report& report)
{
    check_lines(store, report);
    check_taxes(store, report);
    check_dates(store, report);
    check_series(store, report);
}

constexpr std::array<Check, 5> checks = {{
    {"documents", "invoices and credit notes are the sum of their lines and taxes, without a gap",
     check_documents},
    {"open-items", "what is open of each document is what its amount and what settled it say",
     check_open_items},
    {"payments", "payments have no gap, nothing settles more than there is, or across contacts",
     check_payments},
    {"payment-files", "files for the bank are the sum of what they pay, and pay nothing twice",
     check_payment_files},
    {"reminders", "items rise one level a run, claims are those of their reminders, once",
     check_reminders},
}};

} // namespace

std::span<const Check> open_item_checks()
{
    return checks;
}

} // namespace crm

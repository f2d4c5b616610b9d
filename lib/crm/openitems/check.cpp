// SPDX-License-Identifier: MIT
#include "crm/openitems/check.hpp"

#include "crm/base/error.hpp"
#include "crm/base/money.hpp"
#include "crm/openitems/dunning/check.hpp"
#include "crm/openitems/ledger_check.hpp"
#include "crm/openitems/parts.hpp"
#include "crm/openitems/sepa/pending.hpp"

#include <array>
#include <map>

namespace crm
{

namespace
{

/// The nets of the lines of documents, replayed in the order of posting.
class LineReplay
{
  public:
    explicit LineReplay(const Report& report) : report_(report) {}

    /// Columns: number, position, id, corrects_id, quantity, price, discount, net, and of what line
    /// of an order. The lines of one follow each other.
    void read(Statement& lines)
    {
        while (lines.step()) {
            if (lines.integer(8) != order_line_id_) {
                invoiced_ = {};
                parts_.clear();
                order_line_id_ = lines.integer(8);
            }
            const auto net = expected(lines);
            if (net != lines.money(7))
                report_(format("line {} of {} comes to {}, not to {}", lines.integer(1),
                               lines.text(0), to_string(net), to_string(lines.money(7))));
        }
    }

  private:
    /// A line of an invoice and what of it was credited.
    struct Parts {
        LinePart whole;
        LinePart credited;
    };

    Money expected(const Statement& line)
    {
        const Quantity quantity{line.integer(4)};
        const UnitPrice price{line.integer(5)};
        const Rate discount{line.integer(6)};
        const auto corrected = parts_.find(line.integer(3));
        if (corrected == parts_.end()) {
            const bool of_order = order_line_id_ != 0;
            const auto net =
                invoiced_net(of_order ? invoiced_ : LinePart{}, quantity, price, discount);
            parts_[line.integer(2)].whole = {quantity, net};
            add(invoiced_, quantity, net);
            return net;
        }
        auto& [whole, credited] = corrected->second;
        const auto net = credited_net(whole, credited, quantity, price, discount);
        add(credited, quantity, net);
        add(invoiced_, -quantity, -net);
        return net;
    }

    static void add(LinePart& sum, Quantity quantity, Money net)
    {
        sum.quantity += quantity;
        sum.net += net;
    }

    const Report& report_;
    std::int64_t order_line_id_ = 0; ///< 0: of none, each line stands for itself
    LinePart invoiced_;              ///< of the line of the order, credits deducted
    std::map<std::int64_t, Parts> parts_;
};

void check_lines(Store& store, const Report& report)
{
    LineReplay replay(report);
    auto alone = store.prepare(R"sql(
        SELECT d.number, l.position, l.id, coalesce(l.corrects_id, 0), l.quantity, l.price,
               l.discount, l.net, 0
          FROM document_line AS l
          JOIN document AS d ON d.id = l.document_id
         WHERE l.order_line_id IS NULL
         ORDER BY l.id)sql");
    replay.read(alone);
    auto ordered = store.prepare(R"sql(
        SELECT d.number, l.position, l.id, coalesce(l.corrects_id, 0), l.quantity, l.price,
               l.discount, l.net, l.order_line_id
          FROM document_line AS l
          JOIN document AS d ON d.id = l.document_id
         WHERE l.order_line_id IS NOT NULL
         ORDER BY l.order_line_id, l.id)sql");
    replay.read(ordered);
}

/// What credit notes took of the taxes of their invoices, in the order of posting.
void check_credited_taxes(Store& store, const Report& report)
{
    auto taxes = store.prepare(R"sql(
        SELECT d.number, t.rate, t.net, t.tax_amount, coalesce(i.net, t.net),
               coalesce(i.tax_amount, t.tax_amount), coalesce(sum(t.net) OVER before, 0),
               coalesce(sum(t.tax_amount) OVER before, 0),
               (SELECT sum(net) FROM document_line
                 WHERE document_id = t.document_id AND tax_rate = t.rate)
          FROM document AS d
          JOIN document_tax AS t ON t.document_id = d.id
          LEFT JOIN document_tax AS i ON i.document_id = d.corrects_id AND i.rate = t.rate
         WHERE d.corrects_id IS NOT NULL
        WINDOW before AS (PARTITION BY d.corrects_id, t.rate ORDER BY d.id
                          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING))sql");
    while (taxes.step()) {
        const Rate rate{taxes.integer(1)};
        const auto tax = credited_tax({rate, taxes.money(4), taxes.money(5)},
                                      {rate, taxes.money(6), taxes.money(7)}, taxes.money(2));
        if (taxes.money(2) != taxes.money(8) || taxes.money(3) != tax)
            report(format("the tax of {} at {} % is not that of its lines", taxes.text(0),
                          to_string(rate)));
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
         WHERE d.kind IN ('invoice', 'credit') AND d.corrects_id IS NULL
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

/// Trade abroad bears no tax, and a credit note gives back what was taxed as its invoice says.
void check_tax_cases(Store& store, const Report& report)
{
    report_rows(store, report, R"sql(
        SELECT d.number
          FROM document AS d
          JOIN document_line AS l ON l.document_id = d.id
         WHERE d.tax_case <> 'domestic' AND l.tax_case IS NULL AND l.tax_rate > 0
        UNION ALL
        SELECT d.number
          FROM document_line AS l
          JOIN document AS d ON d.id = l.document_id
         WHERE l.tax_case <> 'domestic' AND l.tax_rate > 0)sql",
                "a line of {} is trade abroad, and taxed");
    report_rows(store, report, R"sql(
        SELECT d.number
          FROM document_line AS l
          JOIN document AS d ON d.id = l.document_id
          JOIN document_line AS i ON i.id = l.corrects_id
          JOIN document AS k ON k.id = i.document_id
         WHERE coalesce(l.tax_case, d.tax_case) <> coalesce(i.tax_case, k.tax_case))sql",
                "a line of {} is taxed otherwise than the invoice that it corrects");
    report_rows(store, report, R"sql(
        SELECT number FROM document
         WHERE seller_id IS NOT NULL
           AND (side = 'payable' OR historical = 1 OR kind NOT IN ('invoice', 'credit')))sql",
                "{} says who the seller is, and is no invoice or credit note of ours");
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
    check_credited_taxes(store, report);
    check_taxes(store, report);
    check_tax_cases(store, report);
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

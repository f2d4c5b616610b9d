// SPDX-License-Identifier: MIT
#include "crm/switchboard/retention.hpp"

#include "crm/base/translate.hpp"
#include "crm/openitems/sepa/mandate.hpp"
#include "crm/store/settings.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

/// The last day of the year that lies so many years after the day's.
Date end_of_year(Date day, int years)
{
    const std::chrono::year_month_day date(day);
    return (date.year() + std::chrono::years(years)) / std::chrono::December / 31;
}

std::optional<Date> end_of_year(std::optional<Date> day, int years)
{
    return day ? std::optional(end_of_year(*day, years)) : std::nullopt;
}

constexpr Duration evidence_of_consent{0, 5 * 12};

struct TradeYears {
    int letters;
    int vouchers;
};

std::string letter_reason()
{
    return tr("business letter, § 257 HGB and § 147 AO");
}

void add_entries(Store& store, std::int64_t person_id, Date today, std::vector<HeldRecord>& held)
{
    const int years = setting_number(store, "retention.letters");
    auto query = store.prepare(R"sql(
        SELECT l.id, l.at, l.subject
          FROM log_entries AS l
          LEFT JOIN contacts AS c ON c.id = l.company_id
          LEFT JOIN contacts AS p ON p.id = l.person_id
         WHERE (l.contact_id = :person OR l.person_id = :person
                OR l.id IN (SELECT log_id FROM log_participants WHERE person_id = :person))
           AND (l.agreement = 1
                OR (l.channel IN ('letter', 'email', 'fax')
                    AND (c.customer OR c.supplier OR p.customer OR p.supplier)))
         ORDER BY l.id)sql");
    query.bind(":person", person_id);
    while (query.step()) {
        const auto day = parse_iso_date(query.text(1).substr(0, 10));
        const auto until = end_of_year(day.value_or(today), years);
        if (until >= today)
            held.push_back({.record = "log " + query.string(0),
                            .about = query.string(2),
                            .until = until,
                            .reason = letter_reason(),
                            .contact_id = person_id,
                            .log_id = query.integer(0)});
    }
}

void add_reminders(Store& store, std::int64_t person_id, Date today, std::vector<HeldRecord>& held)
{
    const int years = setting_number(store, "retention.letters");
    auto query = store.prepare(R"sql(
        WITH whose AS (SELECT id FROM contact WHERE id = :person OR merged_into_id = :person)
        SELECT 'reminder ' || run_id, contact, date, iif(contact_id IN whose, contact_id, person_id)
          FROM dunning_letters
         WHERE (contact_id IN whose OR person_id IN whose) AND content IS NOT NULL
         ORDER BY id)sql");
    query.bind(":person", person_id);
    while (query.step())
        if (const auto until = end_of_year(query.date(2).value_or(today), years); until >= today)
            held.push_back({.record = query.string(0),
                            .about = query.string(1),
                            .until = until,
                            .reason = letter_reason(),
                            .contact_id = query.integer(3)});
}

void add_conditions(Store& store, std::int64_t person_id, Date today, std::vector<HeldRecord>& held)
{
    const int years = setting_number(store, "retention.letters");
    auto query = store.prepare(R"sql(
        SELECT d.id, d.kind, d.last_day
          FROM conditions AS d
         WHERE d.contact_id = :person
            OR d.agreed_with = (SELECT number FROM contacts WHERE id = :person)
         ORDER BY d.id)sql");
    query.bind(":person", person_id);
    while (query.step()) {
        const auto last = query.date(2);
        const auto until = last ? std::optional(end_of_year(*last, years)) : std::nullopt;
        if (!until || *until >= today)
            held.push_back({.record = "condition " + query.string(0),
                            .about = query.string(1),
                            .until = until,
                            .reason = letter_reason(),
                            .contact_id = person_id});
    }
}

/// Of an order under way the end is not known yet.
void add_trade(const Statement& query, Date today, const TradeYears& years,
               std::vector<HeldRecord>& held)
{
    const auto as_letter = end_of_year(query.date(3), years.letters);
    const auto as_voucher = end_of_year(query.date(4), years.vouchers);
    auto until = std::max(as_letter, as_voucher);
    if (until < today) {
        if (!query.boolean(7))
            return;
        until.reset();
    }
    held.push_back({.record = query.string(0),
                    .about = query.string(1),
                    .until = until,
                    .reason = as_voucher >= as_letter
                                  ? tr("voucher, § 257 HGB, § 147 AO and § 14b UStG")
                                  : letter_reason(),
                    .contact_id = query.integer(5),
                    .order_id = query.optional_integer(6)});
}

/// Documents are vouchers, orders and quotes business letters, as are confirmations and delivery
/// notes; the papers of an order that was invoiced are kept as long as its last document. An own
/// order under way is a claim besides.
void add_trade(Store& store, std::int64_t person_id, Date today, std::vector<HeldRecord>& held)
{
    auto query = store.prepare(R"sql(
        WITH whose AS (SELECT id FROM contact WHERE id = :person OR merged_into_id = :person)
        SELECT 'document ' || number, kind, date, NULL, date,
               CASE WHEN contact_id IN whose THEN contact_id ELSE person_id END, NULL, 0
          FROM documents
         WHERE contact_id IN whose OR person_id IN whose
        UNION ALL
        SELECT 'order ' || number, kind, date,
               (SELECT max(day) FROM (SELECT orders.date AS day
                                      UNION ALL SELECT orders.confirmed_on
                                      UNION ALL
                                      SELECT date FROM deliveries WHERE order_id = orders.id)),
               (SELECT max(date) FROM documents WHERE order_id = orders.id),
               CASE WHEN contact_id IN whose THEN contact_id ELSE person_id END, id,
               contact_id NOT IN whose AND historical = 0 AND status IN ('confirmed', 'delivered')
          FROM orders
         WHERE contact_id IN whose OR person_id IN whose
         ORDER BY 3, 1)sql");
    query.bind(":person", person_id);
    const TradeYears years{setting_number(store, "retention.letters"),
                           setting_number(store, "retention.vouchers")};
    while (query.step())
        add_trade(query, today, years, held);
}

void add_mandates(Store& store, std::int64_t person_id, Date today, std::vector<HeldRecord>& held)
{
    list_mandates(store, person_id, [&](const Mandate& mandate) {
        if (const auto until = kept_until(mandate); until >= today)
            held.push_back({.record = "mandate " + mandate.reference,
                            .about = std::string(to_string(mandate.scheme)),
                            .until = until,
                            .reason = tr("proof of a direct debit, 14 months after the last one"),
                            .contact_id = person_id});
        return true;
    });
}

/// Whoever advertises by phone on the ground of a consent keeps its evidence for five years from
/// the day on which it was given, and after each use (§ 7a (2) UWG).
void add_calls(Store& store, std::int64_t person_id, Date today, std::vector<HeldRecord>& held)
{
    auto query = store.prepare(R"sql(
        WITH whose AS (SELECT id FROM contact WHERE id = :person OR merged_into_id = :person)
        SELECT 'consent ' || id AS record, source, coalesce(confirmed_on, substr(at, 1, 10)) AS day, 0 AS called,
               id, contact_id, NULL
          FROM consents
         WHERE contact_id IN whose AND channel = 'phone' AND state = 'allow'
        UNION ALL
        SELECT 'mailing ' || mailing, legal_basis, substr(at, 1, 10), 1, id, contact_id, recipient_id
          FROM mailing_sendings
         WHERE contact_id = :person AND channel = 'phone' AND legal_basis LIKE 'consent of %'
         ORDER BY called, 5)sql");
    query.bind(":person", person_id);
    while (query.step()) {
        const auto until = plus(query.date(2).value_or(today), evidence_of_consent);
        if (until >= today)
            held.push_back(
                {.record = query.string(0),
                 .about = query.string(1),
                 .until = until,
                 .reason = tr("evidence of a consent to calls, § 7a UWG"),
                 .contact_id = query.integer(5),
                 .consent_id = query.boolean(3) ? std::nullopt : std::optional(query.integer(4)),
                 .recipient_id = query.optional_integer(6)});
    }
}

/// Open items and orders under way: who owes something, or is owed it, has to be reached.
void add_claims(Store& store, std::int64_t person_id, std::vector<HeldRecord>& held)
{
    auto query = store.prepare(R"sql(
        WITH whose AS (SELECT id FROM contact WHERE id = :person OR merged_into_id = :person)
        SELECT 'item ' || number, kind, open, currency, contact_id, NULL
          FROM open_items
         WHERE contact_id IN whose
        UNION ALL
        SELECT 'order ' || number, kind, net + tax_amount, currency, contact_id, id
          FROM orders
         WHERE contact_id IN whose AND historical = 0 AND status IN ('confirmed', 'delivered')
         ORDER BY 1)sql");
    query.bind(":person", person_id);
    while (query.step())
        held.push_back(
            {.record = query.string(0),
             .about = format("{} {} {}", query.text(1), to_string(query.money(2)), query.text(3)),
             .until = std::nullopt,
             .reason = tr("claim that is not settled, GDPR 17 (3) e"),
             .claim = true,
             .contact_id = query.integer(4),
             .order_id = query.optional_integer(5)});
}

using Row = HeldRecord;
constexpr std::array<Column<Row>, 4> columns = {{
    {"record", "RECORD", Kind::text, [](const Row& r) { return text_cell(r.record); }},
    {"about", "ABOUT", Kind::text, [](const Row& r) { return text_cell(r.about); }},
    {"kept_until", "KEPT UNTIL", Kind::date, [](const Row& r) { return cell(r.until); }},
    {"reason", "REASON", Kind::text, [](const Row& r) { return text_cell(r.reason); }},
}};

} // namespace

std::span<const Column<HeldRecord>> held_record_columns()
{
    return columns;
}

Date last_letter_not_kept(Store& store, Date today)
{
    return end_of_year(today, -setting_number(store, "retention.letters") - 1);
}

std::vector<HeldRecord> held_records(Store& store, std::int64_t person_id, Date today)
{
    std::vector<HeldRecord> held;
    add_entries(store, person_id, today, held);
    add_reminders(store, person_id, today, held);
    add_conditions(store, person_id, today, held);
    add_trade(store, person_id, today, held);
    add_mandates(store, person_id, today, held);
    add_calls(store, person_id, today, held);
    add_claims(store, person_id, held);
    return held;
}

} // namespace crm

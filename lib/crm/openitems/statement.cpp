// SPDX-License-Identifier: MIT
#include "crm/openitems/statement.hpp"

#include "crm/base/translate.hpp"
#include "crm/store/settings.hpp"
#include "crm/store/snapshot.hpp"

#include <array>

namespace crm
{

namespace
{

using Row = StatementLine;

constexpr std::array<Column<Row>, 7> columns = {{
    {"date", "DATE", Kind::date, [](const Row& r) { return cell(r.date); }},
    {"document", "DOCUMENT", Kind::text, [](const Row& r) { return text_cell(r.document); }},
    {"kind", "KIND", Kind::text, [](const Row& r) { return text_cell(r.kind); }},
    {"text", "TEXT", Kind::text, [](const Row& r) { return text_cell(r.text); }},
    {"debit", "DEBIT", Kind::money, [](const Row& r) { return cell(r.debit); }},
    {"credit", "CREDIT", Kind::money, [](const Row& r) { return cell(r.credit); }},
    {"balance", "BALANCE", Kind::money, [](const Row& r) { return Cell(r.balance); }},
}};

// What a payment or a credit note settles changes no balance, only which item is open; what settles
// by itself does: a discount, a write-off. What we owe is below 0.
constexpr std::string_view select_lines = R"sql(
    WITH whose AS (SELECT id FROM contact WHERE id = :contact OR merged_into_id = :contact),
    line (date, rank, id, number, kind, text, amount, side) AS (
        SELECT date, 0, id, number, kind, reference,
               iif(kind = 'credit', -gross, gross) - settled_before, side
          FROM document
         WHERE contact_id IN whose AND currency = :currency AND NOT historical
        UNION ALL
        SELECT date, 1, id, number, 'payment', reference, -amount, side
          FROM payment
         WHERE contact_id IN whose AND currency = :currency
        UNION ALL
        SELECT a.date, 2, a.id, d.number, a.kind, a.reason, -a.amount, d.side
          FROM document AS d
          JOIN allocation AS a ON a.document_id = d.id
         WHERE d.contact_id IN whose AND d.currency = :currency
           AND a.kind IN ('skonto', 'write-off', 'undo')
        UNION ALL
        SELECT a.date, 2, a.id, d.number, a.kind, a.reason, a.amount, d.side
          FROM document AS d
          JOIN allocation AS a ON a.credit_id = d.id
         WHERE d.contact_id IN whose AND d.currency = :currency AND a.kind = 'write-off'
        UNION ALL
        SELECT a.date, 2, a.id, p.number, a.kind, a.reason,
               iif(a.refund_id = p.id, -a.amount, a.amount), p.side
          FROM payment AS p
          JOIN allocation AS a ON a.payment_id = p.id OR a.refund_id = p.id
         WHERE p.contact_id IN whose AND p.currency = :currency AND a.kind = 'write-off')
    SELECT date, number, kind, text, iif(side = 'payable', -amount, amount)
      FROM line
     WHERE date <= :last
     ORDER BY date, rank, id)sql";

std::string currency_of(Store& store, const StatementQuery& query)
{
    return query.currency.empty() ? setting(store, "currency") : query.currency;
}

StatementLine carried_forward(Date first, Money balance)
{
    StatementLine line;
    line.date = first;
    line.kind = "balance";
    line.text = tr("carried forward");
    line.balance = balance;
    return line;
}

} // namespace

std::span<const Column<StatementLine>> statement_columns()
{
    return columns;
}

void list_statement(Store& store, const StatementQuery& wanted,
                    const std::function<bool(const StatementLine&)>& use)
{
    const Snapshot snapshot(store);
    auto query = store.prepare(select_lines);
    query.bind(":contact", wanted.contact_id)
        .bind(":currency", currency_of(store, wanted))
        .bind(":last", wanted.last);
    Money balance;
    bool begun = !wanted.first;
    while (query.step()) {
        const auto day = query.date(0);
        if (!begun && day >= wanted.first) {
            begun = true;
            if (!use(carried_forward(*wanted.first, balance)))
                return;
        }
        const auto amount = query.money(4);
        balance += amount;
        if (!begun)
            continue;
        StatementLine line;
        line.date = day;
        line.document = query.text(1);
        line.kind = query.text(2);
        line.text = query.text(3);
        (amount < Money{} ? line.credit : line.debit) = amount < Money{} ? -amount : amount;
        line.balance = balance;
        if (!use(line))
            return;
    }
    if (!begun)
        use(carried_forward(*wanted.first, balance));
}

std::int64_t lines_in_other_currencies(Store& store, const StatementQuery& wanted)
{
    auto query = store.prepare(R"sql(
        WITH whose AS (SELECT id FROM contact WHERE id = :contact OR merged_into_id = :contact)
        SELECT (SELECT count(*) FROM document
                 WHERE contact_id IN whose AND currency <> :currency AND NOT historical)
             + (SELECT count(*) FROM payment
                 WHERE contact_id IN whose AND currency <> :currency))sql");
    query.bind(":contact", wanted.contact_id).bind(":currency", currency_of(store, wanted)).step();
    return query.integer(0);
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/openitems/bank/line.hpp"

#include "crm/base/error.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

using Row = BankLine;

constexpr std::array<Column<Row>, 11> columns = {{
    {"id", "ID", Kind::integer, [](const Row& r) { return Cell(r.id); }},
    {"account", "ACCOUNT", Kind::text, [](const Row& r) { return text_cell(r.account); }},
    {"date", "DATE", Kind::date, [](const Row& r) { return cell(r.date); }},
    {"amount", "AMOUNT", Kind::money, [](const Row& r) { return Cell(r.amount); }},
    {"name", "NAME", Kind::text, [](const Row& r) { return text_cell(r.name); }},
    {"iban", "IBAN", Kind::text, [](const Row& r) { return text_cell(r.iban); }},
    {"text", "TEXT", Kind::text, [](const Row& r) { return text_cell(r.text); }},
    {"state", "STATE", Kind::text, [](const Row& r) { return text_cell(r.state); }},
    {"document", "DOCUMENT", Kind::text, [](const Row& r) { return text_cell(r.document); }},
    {"score", "SCORE", Kind::integer, [](const Row& r) { return cell(r.score); }},
    {"reason", "REASON", Kind::text, [](const Row& r) { return text_cell(r.reason); }},
}};

constexpr std::string_view select_lines = R"sql(
    SELECT l.id, a.iban, l.date, l.amount, l.currency, l.name, l.iban, l.text, l.end_to_end,
           l.return_reason, s.state, d.number, s.score, coalesce(s.note, s.reason)
      FROM bank_line AS l
      LEFT JOIN bank_line_state AS s ON s.line_id = l.id
      JOIN bank_statement AS b ON b.id = l.statement_id
      JOIN bank_account AS a ON a.id = b.account_id
      LEFT JOIN document AS d ON d.id = s.document_id)sql";

void read(const Statement& query, Row& row)
{
    row.id = query.integer(0);
    row.account = query.text(1);
    row.date = query.date(2);
    row.amount = query.money(3);
    row.currency = query.text(4);
    row.name = query.text(5);
    row.iban = query.text(6);
    row.text = query.text(7);
    row.end_to_end = query.text(8);
    row.return_reason = query.text(9);
    row.state = query.text(10);
    row.document = query.text(11);
    row.score = query.optional_integer(12);
    row.reason = query.text(13);
}

} // namespace

std::span<const Column<BankLine>> bank_line_columns()
{
    return columns;
}

void list_bank_lines(Store& store, bool unmatched, const std::function<bool(const BankLine&)>& use)
{
    auto query =
        store.prepare(fmt::format("{}{} ORDER BY l.id", select_lines,
                                  unmatched ? " WHERE s.state IN ('unmatched', 'parked')" : ""));
    Row row;
    while (query.step()) {
        read(query, row);
        if (!use(row))
            return;
    }
}

BankLine bank_line_by_id(Store& store, std::int64_t id)
{
    auto query = store.prepare(fmt::format("{} WHERE l.id = :id", select_lines));
    query.bind(":id", id);
    if (!query.step())
        throw error(ErrorKind::not_found, "there is no bank line {}", id)
            .with_hint("`crm openitems bank list` shows them");
    Row row;
    read(query, row);
    return row;
}

BankLine open_bank_line(Store& store, std::int64_t id)
{
    auto line = bank_line_by_id(store, id);
    if (line.state == "matched" || line.state == "booked")
        throw error(ErrorKind::rejected, "line {} is {} already", id, line.state)
            .with_hint("`crm openitems bank unmatch {}` takes that back", id);
    return line;
}

Date posting_day(Store& store, const BankLine& line)
{
    auto query = store.prepare(R"sql(
        SELECT max(date)
          FROM (SELECT r.date FROM payment AS p
                  JOIN payment AS r ON r.reverses_id = p.id
                 WHERE p.bank_line_id = :line
                UNION ALL
                SELECT date FROM bank_booking WHERE line_id = :line AND reverses_id IS NOT NULL))sql");
    query.bind(":line", line.id).step();
    const auto earliest = std::max(*line.date, query.date(0).value_or(*line.date));
    if (line.post_on && *line.post_on < earliest)
        throw error(ErrorKind::rejected, "what comes of line {} is dated {} or later, not {}",
                    line.id, to_string(earliest), to_string(*line.post_on));
    return line.post_on.value_or(earliest);
}

void set_line_state(Store& store, std::int64_t line_id, const BankLineState& state)
{
    store
        .prepare(R"sql(
            INSERT INTO bank_line_state (line_id, state, document_id, score, reason, note)
            VALUES (:line, :state, :document, :score, :reason, :note)
            ON CONFLICT (line_id) DO UPDATE
               SET state = excluded.state, document_id = excluded.document_id,
                   score = excluded.score, reason = excluded.reason, note = excluded.note)sql")
        .bind(":line", line_id)
        .bind(":state", state.state)
        .bind(":document", state.document_id)
        .bind(":score", state.score)
        .bind_or_null(":reason", state.reason)
        .bind_or_null(":note", state.note)
        .run();
}

} // namespace crm

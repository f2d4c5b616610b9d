// SPDX-License-Identifier: MIT
#include "crm/openitems/sepa/proposal.hpp"

#include <array>

namespace crm
{

namespace
{

using Row = SepaPayment;

constexpr Column<Row> contact_number{"contact_number", "NUMBER", Kind::text,
                                     [](const Row& r) { return text_cell(r.party.number); }};
constexpr Column<Row> contact{"contact", "CONTACT", Kind::text,
                              [](const Row& r) { return text_cell(r.party.name); }};
constexpr Column<Row> document{"document", "DOCUMENT", Kind::text,
                               [](const Row& r) { return text_cell(r.document); }};
constexpr Column<Row> reference{"reference", "REFERENCE", Kind::text,
                                [](const Row& r) { return text_cell(r.reference); }};
constexpr Column<Row> due{"due", "DUE", Kind::date, [](const Row& r) { return Cell(r.due); }};
constexpr Column<Row> open{"open", "OPEN", Kind::money, [](const Row& r) { return Cell(r.open); }};
constexpr Column<Row> skonto{"skonto", "SKONTO", Kind::money,
                             [](const Row& r) { return Cell(r.skonto); }};
constexpr Column<Row> date{"date", "DATE", Kind::date, [](const Row& r) { return Cell(r.date); }};
constexpr Column<Row> amount{"amount", "AMOUNT", Kind::money,
                             [](const Row& r) { return Cell(r.amount); }};
constexpr Column<Row> iban{"iban", "IBAN", Kind::text,
                           [](const Row& r) { return text_cell(r.party.iban); }};
constexpr Column<Row> text{"text", "TEXT", Kind::text,
                           [](const Row& r) { return text_cell(r.text); }};

constexpr std::array<Column<Row>, 13> transfers = {{
    contact_number,
    contact,
    document,
    reference,
    due,
    {"pay_by", "PAY BY", Kind::date, [](const Row& r) { return cell(r.pay_by); }},
    open,
    skonto,
    {"yearly_rate", "YEARLY %", Kind::percent, [](const Row& r) { return cell(r.yearly_rate); }},
    date,
    amount,
    iban,
    text,
}};

constexpr std::array<Column<Row>, 14> debits = {{
    contact_number,
    contact,
    document,
    due,
    open,
    skonto,
    date,
    amount,
    {"notify_by", "NOTIFY BY", Kind::date, [](const Row& r) { return cell(r.notify_by); }},
    iban,
    {"mandate", "MANDATE", Kind::text,
     [](const Row& r) { return text_cell(r.mandate->reference); }},
    {"scheme", "SCHEME", Kind::text,
     [](const Row& r) { return Cell(to_string(r.mandate->scheme)); }},
    {"sequence", "SEQUENCE", Kind::text, [](const Row& r) { return text_cell(r.sequence); }},
    text,
}};

} // namespace

std::span<const Column<SepaPayment>> transfer_columns()
{
    return transfers;
}

std::span<const Column<SepaPayment>> debit_columns()
{
    return debits;
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/openitems/payment_list.hpp"

#include "crm/base/error.hpp"

#include <array>

namespace crm
{

namespace
{

using Row = PaymentRow;

constexpr std::array<Column<Row>, 11> columns = {{
    {"number", "NUMBER", Kind::text, [](const Row& r) { return text_cell(r.number); }},
    {"date", "DATE", Kind::date, [](const Row& r) { return cell(r.date); }},
    {"contact_number", "CONTACT NUMBER", Kind::text,
     [](const Row& r) { return text_cell(r.contact_number); }, detail},
    {"contact", "CONTACT", Kind::text, [](const Row& r) { return text_cell(r.contact); }},
    {"amount", "AMOUNT", Kind::money, [](const Row& r) { return Cell(r.amount); }},
    {"allocated", "ALLOCATED", Kind::money, [](const Row& r) { return Cell(r.amount - r.open); },
     detail},
    {"open", "OPEN", Kind::money, [](const Row& r) { return Cell(r.open); }},
    {"reference", "REFERENCE", Kind::text, [](const Row& r) { return text_cell(r.reference); }},
    {"state", "STATE", Kind::text, [](const Row& r) { return text_cell(r.state); }, detail},
    {"side", "SIDE", Kind::text, [](const Row& r) { return text_cell(r.side); }, detail},
    {"currency", "CURRENCY", Kind::text, [](const Row& r) { return text_cell(r.currency); },
     detail},
}};

constexpr std::string_view select_rows = R"sql(
    SELECT p.number, p.date, c.number, c.name, p.amount, coalesce(-i.open, 0), p.currency, p.side,
           p.reference,
           CASE WHEN p.reverses_id IS NOT NULL THEN 'reversal'
                WHEN EXISTS (SELECT 1 FROM payment AS r WHERE r.reverses_id = p.id) THEN 'reversed'
                WHEN i.open IS NULL THEN 'settled'
                WHEN i.open = -p.amount THEN 'open'
                ELSE 'part' END
      FROM payment AS p
      JOIN contact AS c ON c.id = p.contact_id
      LEFT JOIN open_item_index AS i ON i.item_id = -p.id)sql";

Row read(const Statement& query)
{
    Row row;
    row.number = query.text(0);
    row.date = query.date(1);
    row.contact_number = query.text(2);
    row.contact = query.text(3);
    row.amount = query.money(4);
    row.open = query.money(5);
    row.currency = query.text(6);
    row.side = query.text(7);
    row.reference = query.text(8);
    row.state = query.text(9);
    return row;
}

} // namespace

std::span<const Column<PaymentRow>> payment_columns()
{
    return columns;
}

void list_payments(Store& store, std::optional<std::int64_t> contact_id,
                   const std::function<bool(const PaymentRow&)>& use)
{
    std::string sql(select_rows);
    if (contact_id)
        sql += R"sql(
         WHERE p.contact_id IN (SELECT id FROM contact
                                 WHERE id = :contact OR merged_into_id = :contact))sql";
    auto query = store.prepare(sql + " ORDER BY p.number_key");
    if (contact_id)
        query.bind(":contact", *contact_id);
    while (query.step())
        if (!use(read(query)))
            return;
}

PaymentRow payment_row(Store& store, std::int64_t payment_id)
{
    auto query = store.prepare(fmt::format("{} WHERE p.id = :id", select_rows));
    query.bind(":id", payment_id);
    if (!query.step())
        throw error(ErrorKind::not_found, "there is no payment with the id {}", payment_id);
    return read(query);
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/openitems/bank/account_list.hpp"

#include "crm/contact/contact.hpp"
#include "crm/contact/fields.hpp"
#include "crm/openitems/exchange/datev_accounts.hpp"
#include "crm/store/settings.hpp"
#include "crm/store/snapshot.hpp"

#include <array>

namespace crm
{

namespace
{

using Row = BankAccountRow;

constexpr std::array<Column<Row>, 9> columns = {{
    {"id", "ID", Kind::integer, [](const Row& r) { return cell(r.id); }},
    {"iban", "IBAN", Kind::text, [](const Row& r) { return text_cell(r.iban); }},
    {"ledger", "LEDGER", Kind::text, [](const Row& r) { return text_cell(r.ledger); }},
    {"currency", "CURRENCY", Kind::text, [](const Row& r) { return text_cell(r.currency); }},
    {"statements", "STATEMENTS", Kind::integer, [](const Row& r) { return Cell(r.statements); },
     detail},
    {"last_statement", "LAST STATEMENT", Kind::text,
     [](const Row& r) { return text_cell(r.last_statement); }, detail},
    {"last_day", "LAST DAY", Kind::date, [](const Row& r) { return cell(r.last_day); }},
    {"balance", "BALANCE", Kind::money, [](const Row& r) { return cell(r.balance); }},
    {"unmatched", "UNMATCHED", Kind::integer, [](const Row& r) { return Cell(r.unmatched); }},
}};

/// The account of `init --iban` is one of ours before its first statement makes it.
std::optional<Row> own_account(Store& store)
{
    const auto own = read_values(store, own_company);
    Row row;
    row.iban = own.text(Field::iban);
    auto query = store.prepare("SELECT 1 FROM bank_account WHERE iban = :iban");
    query.bind(":iban", row.iban);
    if (row.iban.empty() || query.step())
        return std::nullopt;
    row.currency = setting(store, "currency");
    return row;
}

Row read(const Statement& query)
{
    Row row;
    row.id = query.integer(0);
    row.iban = query.string(1);
    row.ledger = query.string(2);
    row.currency = query.string(3);
    row.statements = query.integer(4);
    row.last_statement = query.string(5);
    row.last_day = query.date(6);
    if (!query.is_null(7))
        row.balance = query.money(7);
    row.unmatched = query.integer(8);
    return row;
}

} // namespace

std::span<const Column<BankAccountRow>> bank_account_columns()
{
    return columns;
}

void list_bank_accounts(Store& store, const std::function<bool(const BankAccountRow&)>& use)
{
    const Snapshot snapshot(store);
    const auto usual = DatevAccounts(store).single("bank");
    if (auto own = own_account(store)) {
        own->ledger = usual;
        if (!use(*own))
            return;
    }
    auto query = store.prepare(R"sql(
        SELECT a.id, a.iban, coalesce(a.ledger, :usual), a.currency,
               (SELECT count(*) FROM bank_statement WHERE account_id = a.id),
               s.statement_id, s.last_day, s.closing,
               (SELECT count(*)
                  FROM bank_line_state AS t
                  JOIN bank_line AS l ON l.id = t.line_id
                  JOIN bank_statement AS b ON b.id = l.statement_id
                 WHERE t.state = 'unmatched' AND b.account_id = a.id)
          FROM bank_account AS a
          LEFT JOIN bank_statement AS s ON s.id = (SELECT id FROM bank_statement
                                                    WHERE account_id = a.id
                                                    ORDER BY last_day DESC, id DESC
                                                    LIMIT 1)
         ORDER BY a.id)sql");
    query.bind(":usual", usual);
    while (query.step())
        if (!use(read(query)))
            return;
}

} // namespace crm

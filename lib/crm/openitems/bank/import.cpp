// SPDX-License-Identifier: MIT
#include "crm/openitems/bank/import.hpp"

#include "crm/base/checks.hpp"
#include "crm/base/error.hpp"
#include "crm/contact/staff.hpp"
#include "crm/openitems/bank/account.hpp"
#include "crm/openitems/bank/match.hpp"

namespace crm
{

namespace
{

class Import
{
  public:
    Import(Store& store, const std::string& checksum, LocalTime now)
        : store_(store), checksum_(checksum), now_(now)
    {
    }

    void take(const BankStatement& statement);
    /// Compares what was taken with what is open.
    BankImport finish()
    {
        suggest_for(store_, lines_);
        return std::move(result_);
    }

  private:
    [[nodiscard]] std::int64_t account_of(const BankStatement& statement);
    [[nodiscard]] bool known(std::int64_t account_id, const BankStatement& statement);
    void warn_of_gap(std::int64_t account_id, const BankStatement& statement);
    std::int64_t insert(std::int64_t account_id, const BankStatement& statement);
    void insert_lines(std::int64_t statement_id, const BankStatement& statement);

    Store& store_;
    const std::string& checksum_;
    LocalTime now_;
    std::vector<std::int64_t> lines_;
    BankImport result_;
};

void Import::take(const BankStatement& statement)
{
    const auto lines = static_cast<std::int64_t>(statement.entries.size());
    const auto account_id = account_of(statement);
    result_.read += lines;
    if (known(account_id, statement)) {
        result_.skipped += lines;
        result_.known.push_back(statement.id);
        return;
    }
    warn_of_gap(account_id, statement);
    insert_lines(insert(account_id, statement), statement);
    result_.added += lines;
}

std::int64_t Import::account_of(const BankStatement& statement)
{
    const auto id = bank_account_of(store_, statement.iban);
    if (id == 0)
        throw error(ErrorKind::rejected, "statement '{}' is of the account {}, which is not ours",
                    statement.id, statement.iban)
            .with_hint("`crm openitems bank account add IBAN` makes it one of ours");
    auto query = store_.prepare("SELECT currency FROM bank_account WHERE id = :id");
    query.bind(":id", id).step();
    if (query.text(0) != statement.currency)
        throw error(ErrorKind::rejected, "statement '{}' is in {}, the account in {}", statement.id,
                    statement.currency, query.text(0));
    return id;
}

bool Import::known(std::int64_t account_id, const BankStatement& statement)
{
    auto query = store_.prepare(
        "SELECT 1 FROM bank_statement WHERE account_id = :account AND statement_id = :id");
    query.bind(":account", account_id).bind(":id", statement.id);
    return query.step();
}

/// A statement that is missing in between shows in the balances.
void Import::warn_of_gap(std::int64_t account_id, const BankStatement& statement)
{
    auto query = store_.prepare(R"sql(
        SELECT statement_id, closing FROM bank_statement
         WHERE account_id = :account AND last_day <= :first
         ORDER BY last_day DESC, id DESC
         LIMIT 1)sql");
    query.bind(":account", account_id).bind(":first", statement.first_day);
    if (query.step() && query.money(1) != statement.opening)
        result_.warnings.push_back(format(
            "statement '{}' begins with {}, '{}' before it ended with {}: is one missing?",
            statement.id, to_string(statement.opening), query.text(0), to_string(query.money(1))));
}

std::int64_t Import::insert(std::int64_t account_id, const BankStatement& statement)
{
    store_
        .prepare(R"sql(
            INSERT INTO bank_statement (account_id, statement_id, first_day, last_day, opening,
                                        closing, currency, imported_at, checksum, staff_id)
            VALUES (:account, :id, :first, :last, :opening, :closing, :currency, :at, :checksum,
                    :staff))sql")
        .bind(":account", account_id)
        .bind(":id", statement.id)
        .bind(":first", statement.first_day)
        .bind(":last", statement.last_day)
        .bind(":opening", statement.opening)
        .bind(":closing", statement.closing)
        .bind(":currency", statement.currency)
        .bind(":at", to_string(now_))
        .bind(":checksum", checksum_)
        .bind(":staff", acting_staff(store_))
        .run();
    return store_.last_id();
}

void Import::insert_lines(std::int64_t statement_id, const BankStatement& statement)
{
    auto line = store_.prepare(R"sql(
        INSERT INTO bank_line (statement_id, position, date, value_date, amount, currency, name,
                               iban, text, end_to_end, mandate, reference, return_reason)
        VALUES (:statement, :position, :date, :value, :amount, :currency, :name, :iban, :text,
                :end_to_end, :mandate, :reference, :returned))sql");
    int position = 0;
    for (const auto& entry : statement.entries) {
        line.bind(":statement", statement_id)
            .bind(":position", ++position)
            .bind(":date", entry.date)
            .bind(":value", entry.value_date)
            .bind(":amount", entry.amount)
            .bind(":currency", statement.currency)
            .bind_or_null(":name", entry.name)
            .bind_or_null(":iban", normal_iban(entry.iban))
            .bind_or_null(":text", entry.text)
            .bind_or_null(":end_to_end", entry.end_to_end)
            .bind_or_null(":mandate", entry.mandate)
            .bind_or_null(":reference", entry.reference)
            .bind_or_null(":returned", entry.return_reason)
            .run();
        lines_.push_back(store_.last_id());
    }
}

} // namespace

BankImport import_bank_statements(Store& store, const std::vector<BankStatement>& statements,
                                  const std::string& checksum, LocalTime now)
{
    Import import(store, checksum, now);
    for (const auto& statement : statements)
        import.take(statement);
    return import.finish();
}

} // namespace crm

// SPDX-License-Identifier: MIT
#include "crm/openitems/bank/import.hpp"

#include "crm/base/checks.hpp"
#include "crm/base/error.hpp"
#include "crm/contact/staff.hpp"
#include "crm/openitems/bank/account.hpp"
#include "crm/openitems/bank/match.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace crm
{

namespace
{

bool same_days(const BankStatement& one, const BankStatement& other)
{
    return one.first_day == other.first_day && one.last_day == other.last_day;
}

/// Whether a statement begins as the one before it ended.
bool goes_on(const BankStatement& before, const BankStatement& after)
{
    return before.last_day == after.first_day && before.closing == after.opening;
}

[[noreturn]] void refuse_other(const BankStatement& known, const BankStatement& statement)
{
    throw error(
        ErrorKind::rejected,
        "statement '{}' is known with {} to {} and {} to {}, not with {} to {} and {} to {}",
        statement.id, to_string(known.first_day), to_string(known.last_day),
        to_string(known.opening), to_string(known.closing), to_string(statement.first_day),
        to_string(statement.last_day), to_string(statement.opening), to_string(statement.closing))
        .with_hint("one of the two is not as the bank made it: nothing of this file was read");
}

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
    /// Day, amount in cents, reference.
    using Known = std::set<std::tuple<Date, std::int64_t, std::string>>;
    [[nodiscard]] Known known_entries(std::int64_t account_id, const BankStatement& statement);
    std::int64_t insert_lines(std::int64_t statement_id, const BankStatement& statement,
                              const Known& known);

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
    const auto known_already = known_entries(account_id, statement);
    const auto added = insert_lines(insert(account_id, statement), statement, known_already);
    result_.added += added;
    result_.skipped += lines - added;
    if (added != lines)
        result_.warnings.push_back(
            format("{} of the entries of statement '{}' are known from another statement",
                   lines - added, statement.id));
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

/// By its id, days and balances. Some banks count anew each year, or not at all: of other days, or
/// where one goes on with the balance of the other, it is another statement. Of the same days with
/// other balances, one of the two is wrong.
bool Import::known(std::int64_t account_id, const BankStatement& statement)
{
    auto query = store_.prepare(R"sql(
        SELECT first_day, last_day, opening, closing
          FROM bank_statement
         WHERE account_id = :account AND statement_id = :id
           AND first_day <= :last AND last_day >= :first
         ORDER BY id)sql");
    query.bind(":account", account_id)
        .bind(":id", statement.id)
        .bind(":first", statement.first_day)
        .bind(":last", statement.last_day);
    std::optional<BankStatement> other; // of the same days
    while (query.step()) {
        BankStatement former;
        former.first_day = query.date(0).value();
        former.last_day = query.date(1).value();
        former.opening = query.money(2);
        former.closing = query.money(3);
        if (same_days(former, statement)) {
            if (former.opening == statement.opening && former.closing == statement.closing)
                return true;
        } else if (goes_on(former, statement) || goes_on(statement, former)) {
            continue;
        }
        if (!other)
            other = former;
    }
    if (other)
        refuse_other(*other, statement);
    return false;
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

/// What other statements of the account have on the days of the entries, told by the bank's
/// reference (german-practice.md 3.6). The day and the amount must be the same, too: some banks
/// give one reference to all transactions of a batch, or to everything.
Import::Known Import::known_entries(std::int64_t account_id, const BankStatement& statement)
{
    Known known;
    if (statement.entries.empty())
        return known;
    const auto [first, last] = std::ranges::minmax(statement.entries, {}, &BankEntry::date);
    auto query = store_.prepare(R"sql(
        SELECT l.date, l.amount, l.reference
          FROM bank_line AS l
          JOIN bank_statement AS s ON s.id = l.statement_id
         WHERE l.date BETWEEN :first AND :last AND l.reference IS NOT NULL
           AND s.account_id = :account)sql");
    query.bind(":first", first.date).bind(":last", last.date).bind(":account", account_id);
    while (query.step())
        known.emplace(query.date(0).value_or(Date{}), query.integer(1), query.string(2));
    return known;
}

/// Returns how many; the others are known.
std::int64_t Import::insert_lines(std::int64_t statement_id, const BankStatement& statement,
                                  const Known& known)
{
    std::int64_t added = 0;
    auto line = store_.prepare(R"sql(
        INSERT INTO bank_line (statement_id, position, date, value_date, amount, currency, name,
                               iban, text, end_to_end, mandate, reference, return_reason)
        VALUES (:statement, :position, :date, :value, :amount, :currency, :name, :iban, :text,
                :end_to_end, :mandate, :reference, :returned))sql");
    int position = 0;
    for (const auto& entry : statement.entries) {
        ++position;
        if (known.contains({entry.date, entry.amount.cents, entry.reference}))
            continue;
        line.bind(":statement", statement_id)
            .bind(":position", position)
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
        ++added;
    }
    return added;
}

} // namespace

BankImport import_bank_statements(Store& store, std::vector<BankStatement> statements,
                                  const std::string& checksum, LocalTime now)
{
    Import import(store, checksum, now);
    for (auto& statement : statements) {
        import.take(statement);
        statement = {}; // nobody needs it any more, and comparing needs memory
    }
    return import.finish();
}

} // namespace crm

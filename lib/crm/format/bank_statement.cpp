// SPDX-License-Identifier: MIT
#include "crm/format/bank_statement.hpp"

#include "crm/base/error.hpp"
#include "crm/format/charset.hpp"

#include <algorithm>

namespace crm
{

namespace
{

constexpr std::size_t most_digits = 15;

/// Opening and entries must lead to the closing balance (german-practice.md 3.6).
void prove(const BankStatement& statement)
{
    auto balance = statement.opening;
    for (const auto& entry : statement.entries)
        balance += entry.amount;
    if (balance != statement.closing)
        throw error(ErrorKind::rejected,
                    "the entries of statement '{}' lead from {} to {}, not to its balance of {}",
                    statement.id, to_string(statement.opening), to_string(balance),
                    to_string(statement.closing));
}

} // namespace

Money bank_amount(std::string_view text, char decimal)
{
    const auto wrong = [&] { return error(ErrorKind::rejected, "'{}' is no amount", text); };
    const auto point = std::min(text.find(decimal), text.size());
    const auto whole = text.substr(0, point);
    auto fraction = std::string(text.substr(std::min(point + 1, text.size())));
    while (fraction.size() > 2 && fraction.back() == '0')
        fraction.pop_back();
    fraction.resize(std::max<std::size_t>(fraction.size(), 2), '0');
    const auto digits = std::string(whole) + fraction;
    if (whole.empty() || fraction.size() > 2 || digits.size() > most_digits ||
        digits.find_first_not_of("0123456789") != std::string::npos)
        throw wrong();
    Money amount;
    for (const char digit : digits)
        amount.cents = amount.cents * 10 + (digit - '0');
    return amount;
}

std::vector<BankStatement> read_bank_statements(std::string_view bytes)
{
    const auto start = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (start == std::string_view::npos)
        throw error(ErrorKind::rejected, "the file is empty");
    auto statements = bytes[start] == '<' ? read_camt053(bytes.substr(start))
                                          : read_mt940(from_charset(bytes, "utf-8"));
    if (statements.empty())
        throw error(ErrorKind::rejected, "there is no statement in the file");
    for (const auto& statement : statements)
        prove(statement);
    return statements;
}

} // namespace crm

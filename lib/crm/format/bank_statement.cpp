// SPDX-License-Identifier: MIT
#include "crm/format/bank_statement.hpp"

#include "crm/base/error.hpp"
#include "crm/format/charset.hpp"

#include <algorithm>
#include <utility>

namespace crm
{

namespace
{

constexpr std::size_t most_digits = 15;

std::string joined(const NextBlock& next)
{
    std::string bytes;
    for (auto block = next(); !block.empty(); block = next())
        bytes += block;
    return bytes;
}

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

std::vector<BankStatement> read_bank_statements(const NextBlock& next)
{
    constexpr std::string_view blanks = " \t\r\n\xEF\xBB\xBF";
    auto block = next();
    while (!block.empty() && block.find_first_not_of(blanks) == std::string_view::npos)
        block = next();
    if (block.empty())
        throw error(ErrorKind::rejected, "the file is empty");
    block.remove_prefix(block.find_first_not_of(blanks));
    const NextBlock all = [&] { return block.empty() ? next() : std::exchange(block, {}); };
    auto statements =
        block.front() == '<' ? read_camt053(all) : read_mt940(from_charset(joined(all), "utf-8"));
    if (statements.empty())
        throw error(ErrorKind::rejected, "there is no statement in the file");
    for (const auto& statement : statements)
        prove(statement);
    return statements;
}

std::vector<BankStatement> read_bank_statements(std::string_view bytes)
{
    return read_bank_statements([&] { return std::exchange(bytes, {}); });
}

} // namespace crm

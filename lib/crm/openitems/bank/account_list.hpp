// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/cell.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>

namespace crm
{

/// An account of our own, and what its statements say.
struct BankAccountRow {
    std::optional<std::int64_t> id; ///< nothing: that of the own company, not needed yet
    std::string iban;
    std::string
        ledger; ///< its account in the books, that of the settings if it has none of its own
    std::string currency;
    std::int64_t statements = 0;
    std::string last_statement;
    std::optional<Date> last_day;
    std::optional<Money> balance; ///< at the end of that day
    std::int64_t unmatched = 0;   ///< lines that nothing came of yet
};

std::span<const Column<BankAccountRow>> bank_account_columns();

/// By id.
void list_bank_accounts(Store& store, const std::function<bool(const BankAccountRow&)>& use);

} // namespace crm

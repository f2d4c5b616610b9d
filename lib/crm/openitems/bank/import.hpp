// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/bank_statement.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace crm
{

struct BankImport {
    std::int64_t read = 0; ///< lines
    std::int64_t added = 0;
    std::int64_t skipped = 0;          ///< of statements that are known, or known from another
    std::vector<std::string> known;    ///< those statements
    std::vector<std::string> warnings; ///< of a gap between balances, of entries known already
};

/// Records statements inside the caller's transaction, and of each line what it is most like; it
/// stays unmatched. A statement is known by its account and id, an entry of another statement by
/// account, the bank's reference, day and amount. Rejected: a statement of an account that is not
/// ours, or in another currency than it.
BankImport import_bank_statements(Store& store, std::vector<BankStatement> statements,
                                  const std::string& checksum, LocalTime now);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/store.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace crm
{

/// Adds an account of the own company inside the caller's transaction. `ledger` is its account in
/// the books, or empty; another one for an account that is known corrects it. Rejected: an IBAN
/// that is none, or known with that account in the books; one that DATEV would not take.
std::int64_t add_bank_account(Store& store, std::string_view iban, const std::string& ledger);

/// The account with that IBAN; 0 if it is not ours. The IBAN of the own company (`init --iban`) is
/// the first account, made when it is first needed, inside the caller's transaction.
std::int64_t bank_account_of(Store& store, std::string_view iban);

} // namespace crm

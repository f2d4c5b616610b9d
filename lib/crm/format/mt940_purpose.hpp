// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/bank_statement.hpp"

namespace crm
{

/// Reads field 86 of an MT940 statement as German banks structure it: a code of three digits, then
/// `?20` to `?29` and `?60` to `?63` purpose, `?31` account, `?32` and `?33` name; in the purpose
/// SEPA's `EREF+`, `MREF+`, `SVWZ+`. A text without that structure is the purpose as a whole.
void read_purpose(std::string_view text, BankEntry& entry);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/exchange/extf.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace crm
{

/// One line for the tax adviser. Below 0 the sides of debit and credit change.
struct DatevPosting {
    std::pair<std::string, std::int64_t> source; ///< table and row
    Date date;
    Money amount;
    bool debit = true; ///< of `account`
    std::string account;
    std::string contra;
    std::string tax_key;  ///< BU, of accounts that do not know their tax
    std::string document; ///< ties invoice and payment
    std::string text;
    std::optional<Date> due;
    std::string vat_id; ///< of the other side, in trade within the EU
    int matter = 0;     ///< 31 interest, 40 fee of a reminder
};

/// The line as DATEV reads it. Rejected: an amount of nothing or too large, an account that is
/// none.
ExtfLine line_of(const DatevPosting& posting);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/base/money.hpp"
#include "crm/format/xml_pieces.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// A line of a bank statement. A batch comes as its transactions.
struct BankEntry {
    Date date; ///< of booking
    Date value_date;
    Money amount;     ///< below 0: went out
    std::string name; ///< of the other side
    std::string iban;
    std::string text; ///< what it is for
    std::string end_to_end;
    std::string mandate;
    std::string reference;     ///< of the bank
    std::string return_reason; ///< of a payment that came back, empty else
};

struct BankStatement {
    std::string iban;
    std::string id; ///< its own identity within the account
    Date first_day;
    Date last_day;
    Money opening;
    Money closing;
    std::string currency;
    std::vector<BankEntry> entries;
};

/// Reads camt.053.001.02 and .08 (told by the name space) and MT940. Only booked entries count.
/// Throws rejected for another format, a file that is cut off or not well-formed, one that declares
/// entities, one of several documents, one with entries or statements where none is read, an amount
/// or day that is none, a batch that is not the sum of its transactions, and a statement whose
/// entries do not lead from its opening to its closing balance. Of XML no more than an entry is
/// held in memory.
std::vector<BankStatement> read_bank_statements(const NextBlock& next);
std::vector<BankStatement> read_bank_statements(std::string_view bytes);

/// As read_bank_statements, of the one format.
std::vector<BankStatement> read_camt053(const NextBlock& next);
std::vector<BankStatement> read_mt940(std::string_view utf8);

/// An amount in a bank's file, `1234.5` or with `,`: at most two decimals that say something.
/// Throws rejected.
Money bank_amount(std::string_view text, char decimal);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/cell.hpp"
#include "crm/openitems/document.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>

namespace crm
{

/// A line of a statement of account, as we keep it: what the contact owes is a debit, what it paid
/// or is owed a credit.
struct StatementLine {
    std::optional<Date> date;
    std::string document;
    std::string kind; ///< of the document, or `payment`, `skonto`, `write-off`, `undo`, `balance`
    std::string text;
    std::optional<Money> debit;
    std::optional<Money> credit;
    Money balance;
};

struct StatementQuery {
    std::int64_t contact_id = 0; ///< contacts merged into it are it, too
    std::optional<Date> first;   ///< what was before is a line `balance`
    Date last;
    std::string currency; ///< empty: that of the books
};

std::span<const Column<StatementLine>> statement_columns();

/// Hands out the lines by date, documents before what settles them.
void list_statement(Store& store, const StatementQuery& query,
                    const std::function<bool(const StatementLine&)>& use);

/// How many documents and payments of the contact are in other currencies.
std::int64_t lines_in_other_currencies(Store& store, const StatementQuery& query);

} // namespace crm

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

/// A line of a statement and what became of it.
struct BankLine {
    std::int64_t id = 0;
    std::string account; ///< IBAN
    std::optional<Date> date;
    Money amount; ///< below 0: went out
    std::string currency;
    std::string name;
    std::string iban;
    std::string text;
    std::string end_to_end;
    std::string return_reason;
    std::string state;    ///< `unmatched`, `matched`, `booked`, `parked`
    std::string document; ///< the likeliest, or the one that it was matched with
    std::optional<std::int64_t> score;
    std::string reason;          ///< why that one, or why none; of what is parked the note
    std::optional<Date> post_on; ///< when what comes of it is dated, if somebody says so
};

/// Those of cli.md 7.
std::span<const Column<BankLine>> bank_line_columns();

/// By id, all or those that nothing came of yet.
void list_bank_lines(Store& store, bool unmatched, const std::function<bool(const BankLine&)>& use);

/// Throws not_found.
BankLine bank_line_by_id(Store& store, std::int64_t id);

/// The same; rejected: a line that something came of already.
BankLine open_bank_line(Store& store, std::int64_t id);

/// The day of what comes of a line: the one that is said, else its own, or a later one on which an
/// earlier use was taken back, as until then its money was elsewhere. Rejected: one before these.
Date posting_day(Store& store, const BankLine& line);

/// What is known of a line from now on, inside the caller's transaction.
struct BankLineState {
    std::string_view state;
    std::optional<std::int64_t> document_id;
    std::optional<std::int64_t> score;
    std::string reason;
    std::string note;
};
void set_line_state(Store& store, std::int64_t line_id, const BankLineState& state);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/cell.hpp"
#include "crm/openitems/sepa/proposal.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace crm
{

// Files for the bank and what they pay. The following work inside the caller's transaction.

struct SepaFile {
    std::string message_id;
    std::string bytes;
    std::string account; ///< ours
    SepaKind kind = SepaKind::transfer;
    std::vector<SepaPayment> payments;
    Money amount;
};

/// Makes the file of what was proposed. `account` is ours, see own_party(). Rejected: nothing to
/// pay; no account or creditor identifier of our own.
SepaFile make_sepa_file(Store& store, SepaKind kind, const std::vector<SepaPayment>& payments,
                        const std::optional<std::string>& account, LocalTime now);

/// Remembers a file, so that nothing is paid or collected twice.
void record_sepa_file(Store& store, const SepaFile& file, LocalTime now,
                      const std::string& checksum);

/// Takes a file back that the bank never got, or refused as a whole: it pays nothing. Rejected: it
/// is taken back already, or a line of a bank statement that was booked brings one of its
/// end-to-end ids. Throws not_found.
void undo_sepa_file(Store& store, std::string_view message_id, Date today);

struct SepaFileRow {
    std::string file; ///< its message id
    std::string kind;
    std::string at;
    std::string account;
    std::int64_t items = 0;
    Money amount;
    std::string state; ///< `pending`, `booked`, `undone`
};
std::span<const Column<SepaFileRow>> sepa_file_columns();
/// All of them, the newest last.
void list_sepa_files(Store& store, const std::function<bool(const SepaFileRow&)>& use);

} // namespace crm

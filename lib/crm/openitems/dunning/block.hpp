// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/store.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crm
{

/// What is not to be reminded of: one document, or all of a contact.
struct DunningTarget {
    std::optional<std::int64_t> contact_id;
    std::optional<std::int64_t> document_id;
    std::string number; ///< of either
};

/// By the number of a document, or number or exact name of a contact. Throws not_found, also for
/// what may be both.
DunningTarget dunning_target(Store& store, std::string_view who);
/// A document that is known.
DunningTarget dunning_target(Store& store, std::int64_t document_id);

// The following work inside the caller's transaction.

/// Blocks reminders from a day on, and a supplier's document from being paid by file; returns the
/// id of the block. Rejected: an end before it, a credit note.
std::int64_t block_reminders(Store& store, const DunningTarget& target, Date day,
                             std::optional<Date> until, const std::string& reason);

/// Lifts the blocks of just that document or contact; rejected if there is none.
void unblock_reminders(Store& store, const DunningTarget& target, Date day);

/// Records that somebody promised to pay a document by a day, which is not reminded of before it
/// has passed; a later promise counts instead of an earlier one. Returns its id. Rejected: a day
/// that has passed, nothing or less open, an amount that is more.
std::int64_t record_promise(Store& store, std::int64_t document_id, Date made_on, Date date,
                            std::optional<Money> amount);

/// Blocks of a contact that becomes part of another one are the other one's.
void merge_blocked_reminders(Store& store, std::int64_t keep_id, std::int64_t drop_id);

/// Removes why a contact and its documents were blocked (GDPR 17); the blocks stay.
void erase_block_reasons(Store& store, std::int64_t contact_id);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/dunning/reminder.hpp"

namespace crm
{

/// A posted run: its reminders with the numbers of the claims that they made.
struct DunningRun {
    std::int64_t id = 0; ///< 0: there was nobody to remind
    std::vector<Reminder> reminders;
};

/// Posts the reminders of a day inside the caller's transaction: what they claim becomes documents,
/// levels are remembered, each contact's log has an entry, and the letters are kept with it, in
/// words of the templates in a folder or in ours. Rejected: a run of a later day is posted already,
/// or one was undone on a later day; a day in a closed period on which something is claimed. Throws
/// for the templates as LetterWords does.
DunningRun post_reminders(Store& store, const ReminderQuery& query, LocalTime at,
                          const std::string& template_folder = "");

/// What undoing a run took back.
struct UndoneRun {
    std::int64_t reminders = 0; ///< contacts
    std::int64_t claims = 0;
};

/// Takes a run back inside the caller's transaction: its claims by counter-entries, and its levels.
/// Nothing is deleted. Not found; rejected: undone already, a later run has reminded of the same
/// items again, or something of its claims is paid.
UndoneRun undo_run(Store& store, std::int64_t run_id, LocalTime at);

} // namespace crm

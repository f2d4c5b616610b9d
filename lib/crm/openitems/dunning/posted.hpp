// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/dunning/run.hpp"
#include "crm/openitems/item_letter.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace crm
{

/// A run as it was posted, whatever became of its items and contacts since.
struct PostedRun {
    DunningRun run; ///< of its reminders what is listed
    std::optional<Date> undone_on;
};

/// Not found: there is no such run.
PostedRun posted_run(Store& store, std::int64_t run_id);

/// Hands the letters of a run out, as they were when it was posted, and returns the numbers of the
/// contacts whose letters were erased. Not found; rejected: a run that was undone.
std::vector<std::string>
for_each_posted_letter(Store& store, std::int64_t run_id,
                       const std::function<void(const WrittenLetter&)>& use);

/// Keeps a letter with its run, inside the caller's transaction.
void keep_letter(Store& store, std::int64_t run_id, const Reminder& reminder,
                 const ItemLetter& letter);

/// Letters to a contact, or that name a person there, that need not be kept any more on a day are
/// emptied (GDPR 17), in the audit as well; that there was a reminder stays.
void erase_letters(Store& store, std::int64_t contact_id, Date last_run);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/format/cell.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// Free text about a contact. A pinned one shows up at every lookup.
struct Note {
    std::int64_t id = 0;
    std::string at;    ///< ISO, a day or a local time
    std::string staff; ///< code of who wrote it
    std::string text;
    bool pinned = false;
    std::optional<Date> last_day;
    std::optional<std::int64_t> log_id; ///< the conversation in which it came up
};

std::span<const Column<Note>> note_columns();
/// The notes in force on a day, pinned ones first, then the newest; with `ended` also former ones.
std::vector<Note> notes_in_force(Store& store, std::int64_t contact_id, Date today,
                                 bool ended = false);
/// Throws not_found.
Note note_by_id(Store& store, std::int64_t id);

/// The texts of the notes in force on a day, oldest first.
std::vector<std::string> notes_of(Store& store, std::int64_t contact_id, Date today);
/// Those of the pinned ones.
std::vector<std::string> pinned_notes(Store& store, std::int64_t contact_id, Date today);
/// Whether one of the notes in force, or all of them joined by line breaks, have that text.
bool has_note(Store& store, std::int64_t contact_id, std::string_view text, Date today);

// The following work inside the caller's transaction.

/// Adds a note of the acting staff member, made at `note.at`; returns its id. Rejected without a
/// text or if it would have ended before `today`; not_found for a log entry that is not there.
std::int64_t add_note(Store& store, std::int64_t contact_id, const Note& note, Date today);
/// Ends a note: it is out of force from `today` on and stays readable. Throws not_found; rejected
/// if it has ended already.
void end_note(Store& store, std::int64_t id, Date today);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/contact.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// What was said: one entry of the log as it is stored. It is recorded on `contact_id`, which is
/// the company or the person; `person_id` took part first, `others` besides.
struct LogEntry {
    LocalTime at;
    std::int64_t contact_id = 0;
    std::optional<std::int64_t> company_id; ///< where it shows
    bool company_given = false;             ///< somebody said so: it is not just the employer
    std::optional<std::int64_t> person_id;
    std::vector<std::int64_t> others;
    std::string channel = "phone";
    std::string direction = "out";
    std::optional<std::int64_t> staff_id;
    std::string subject;
    std::optional<std::string> text;
    std::optional<std::string> outcome;
    std::optional<int> minutes;
    bool agreement = false;
    std::optional<Date> follow_up;
    std::optional<std::int64_t> follow_up_staff_id;
    std::optional<Date> done_on;
    std::optional<std::int64_t> done_staff_id;
    std::optional<std::string> done_note;
    std::optional<std::string> message_id; ///< of the e-mail that it was, see message_key
    std::optional<std::int64_t> order_id;  ///< the order that it is about

    bool operator==(const LogEntry&) const = default;
};

/// The channels on which people talk, in the words of `--channel`; "system" is for the program.
std::span<const std::string_view> talk_channels();
/// The same with "system".
std::span<const std::string_view> all_log_channels();
std::span<const std::string_view> log_directions();
std::span<const std::string_view> log_outcomes();
/// The word itself. Throws usage for one that is not among the choices, naming the option.
std::string log_word(const char* option, std::string_view word,
                     std::span<const std::string_view> choices);

/// Whether entries on a channel count as contacts: not those of the program, nor mere notes.
bool counts_as_contact(std::string_view channel);

/// Says where an entry shows: one on a company there, one on a person at the main employer of its
/// day, or at `company`, which was said then. `with` are the persons who took part, as far as they
/// are not `contact`.
void place_entry(Store& store, LogEntry& entry, const Contact& contact,
                 std::span<const Contact> with, const std::optional<Contact>& company);

/// Throws not_found.
LogEntry log_entry(Store& store, std::int64_t id);

// The following work inside the caller's transaction and keep the text index and the activity of
// contacts right. Rejected: no subject, a follow-up before the day of the entry.

/// Returns the id of the new entry.
std::int64_t add_log_entry(Store& store, const LogEntry& entry);
/// Puts `entry` in place of what is recorded, which stays readable as a former version.
void amend_log_entry(Store& store, std::int64_t id, const LogEntry& entry);

} // namespace crm

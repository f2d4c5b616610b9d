// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/contact.hpp"
#include "crm/format/cell.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace crm
{

/// One line of `log list`; several persons are joined by ';'.
struct LogRow {
    std::int64_t id = 0;
    std::string at;
    std::string company_number;
    std::string company;
    std::string person_number;
    std::string person;
    std::string channel;
    std::string direction;
    std::string staff;
    std::string subject;
    std::string text;
    bool agreement = false;
    std::optional<Date> follow_up;
    std::string follow_up_staff; ///< who has to do it
    std::optional<bool> done;    ///< of the follow-up, if there is one
    std::string order;           ///< number of the order that it is about
};

std::span<const Column<LogRow>> log_list_columns();

/// Which entries `log list` takes; what is not set takes all.
struct LogFilter {
    std::optional<Contact> contact; ///< a company's entries, or those in which a person took part
    std::optional<Date> since;
    std::optional<Date> until;
    std::optional<std::int64_t> staff_id;
    std::optional<std::string> channel;
    bool agreement = false;
};

/// Hands over the entries, newest first, until `use` returns false.
void list_log(Store& store, const LogFilter& filter, const std::function<bool(const LogRow&)>& use);

/// The row of one entry. Throws not_found.
LogRow log_row(Store& store, std::int64_t id);

/// The same for what a search finds, see text_index.hpp.
void list_found(Store& store, std::span<const std::string> texts, std::int64_t limit,
                const std::function<bool(const LogRow&)>& use);

/// An entry with everything there is about it; one of its versions.
struct LogDetails : LogRow {
    std::string outcome;
    std::optional<std::int64_t> minutes;
    std::optional<Date> done_on;
    std::string done_staff;
    std::string done_note;
    std::string amended_at; ///< UTC; when a former version was replaced, empty for the present one
    std::string amended_by;
};

std::span<const Column<LogDetails>> log_details_columns();

/// The entry as it is, then as it was before, newest first. Throws not_found.
std::vector<LogDetails> log_versions(Store& store, std::int64_t id);

} // namespace crm

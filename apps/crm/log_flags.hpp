// SPDX-License-Identifier: MIT
#pragma once

#include "crm/context.hpp"
#include "crm/log/entry.hpp"
#include "crm/log/import.hpp"

#include <optional>
#include <string>
#include <vector>

namespace crm
{

/// What add and amend take about an entry, as typed.
struct LogFlags {
    std::optional<std::string> channel;
    std::optional<std::string> direction;
    std::optional<std::string> subject;
    std::optional<std::string> text;
    std::optional<std::string> outcome;
    std::optional<std::string> at;
    std::vector<std::string> with;
    std::optional<std::string> at_company;
    std::optional<std::string> duration;
    std::optional<std::string> follow_up;
    std::optional<std::string> follow_up_staff;
    std::optional<std::string> order;
    bool agreement = false;
};

void declare_log_flags(CLI::App& verb, LogFlags& flags);

/// Puts what is given into the entry, all but its time and who took part. `--text -` is read from
/// standard input. Throws usage for a value that is none, and for --for without a follow-up;
/// not_found for unknown staff.
void apply_log_flags(Store& store, const LogFlags& flags, LogEntry& entry, Date today);

/// The persons and the company named, for place_entry.
std::vector<Contact> log_participants(Store& store, const LogFlags& flags);
std::optional<Contact> log_company(Store& store, const LogFlags& flags, const Contact& contact);

/// The present minute of the day that is worked on.
LocalTime log_now(const Context& ctx);
/// An entry of a time to come is taken, but most likely a slip.
void warn_of_future(const Context& ctx, LocalTime at);

/// How an import finds the orders that entries are about. The store must outlive it.
OrderIds log_order_ids(Store& store);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/cell.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <ostream>
#include <span>
#include <string>

namespace crm
{

/// An open follow-up: number and name are those of the company, of the person where there is none.
struct FollowUpRow {
    std::int64_t id = 0; ///< of the log entry
    Date follow_up;
    std::string number;
    std::string name;
    std::string person;
    std::string phone; ///< at work, else the person's own, else the company's
    std::string subject;
    std::string staff;
    std::string at; ///< of the entry
};

std::span<const Column<FollowUpRow>> follow_up_columns();

/// Hands over what is due until a day, of one staff member or all, oldest first, until `use`
/// returns false.
void list_follow_ups(Store& store, Date until, std::optional<std::int64_t> staff_id, Date today,
                     const std::function<bool(const FollowUpRow&)>& use);

/// One event a follow-up, of its whole day; at most `limit`, all if it is below 0. Returns how many
/// there are.
std::int64_t write_follow_up_calendar(Store& store, Date until,
                                      std::optional<std::int64_t> staff_id, Date today,
                                      std::int64_t limit, std::ostream& out);

/// Marks the follow-up of an entry as done by the acting staff member. Not found without such an
/// entry; rejected if it has no follow-up or that is done already. Works inside the caller's
/// transaction.
void finish_follow_up(Store& store, std::int64_t id, const std::optional<std::string>& note,
                      Date today);

/// Gives the open follow-ups of one staff member to another; returns how many. Works inside the
/// caller's transaction.
std::int64_t hand_over_follow_ups(Store& store, std::int64_t from_staff, std::int64_t to_staff);

} // namespace crm

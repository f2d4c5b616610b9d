// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crm
{

/// How often a contact was spoken to, and when first and last. Derived from the log and kept with
/// it, for lists of a million rows; these work inside the caller's transaction.
struct Activity {
    std::int64_t contacts = 0;
    Date first;
    Date last;
    bool operator==(const Activity&) const = default;
};

/// Nothing if the contact was never spoken to.
std::optional<Activity> activity_of(Store& store, std::int64_t contact_id);
/// A table of SQL, `(at, channel)`: the entries of the log about a contact, which is an expression
/// of the query around it. For what the kept days do not tell, as when the last one is to come.
std::string entries_sql(std::string_view contact);
/// One contact more, on that day.
void count_contact(Store& store, std::int64_t contact_id, Date day);
void set_activity(Store& store, std::int64_t contact_id, const std::optional<Activity>& activity);

} // namespace crm

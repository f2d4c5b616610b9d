// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/contact.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

struct Staff {
    std::int64_t id = 0; ///< the person's contact id
    std::string code;
    std::string name;
};

/// By code, case ignored.
std::optional<Staff> staff_by_code(Store& store, std::string_view code);
/// The same, but throws not_found, with the codes there are.
Staff find_staff(Store& store, std::string_view code);
std::vector<Staff> all_staff(Store& store);
/// The code of a contact who is staff; rejected for anybody else.
std::string code_of(Store& store, const Contact& person);

/// Makes a person of the own company a staff member, or changes extension and deputy of one. A code
/// that is taken, or is not letters and digits (at most 16), is rejected.
void make_staff(Store& store, std::int64_t person_id, const StaffData& data);

/// The acting staff member's id: who the audit names, if that is a staff code.
std::optional<std::int64_t> acting_staff(Store& store);

/// Records that a staff member is away from `first` to `last`, both included.
void add_absence(Store& store, std::int64_t staff_id, Period days);
/// How many contacts a staff member looks after, each by its own entry.
std::int64_t contacts_managed_by(Store& store, std::int64_t staff_id);
bool absent_on(Store& store, std::int64_t staff_id, Date day);
/// The last day of the absence that a staff member is in.
std::optional<Date> absent_until(Store& store, std::int64_t staff_id, Date day);

/// Gives all contacts of one manager to another; returns how many.
std::int64_t hand_over(Store& store, std::int64_t from_staff, std::int64_t to_staff);

} // namespace crm

// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/staff.hpp"

#include <optional>
#include <string>

namespace crm
{

/// Who looks after a contact, and who takes the call.
struct ManagerInfo {
    std::string code;
    std::string name;
    std::string extension; ///< without one, the staff member's phone
    std::string deputy;    ///< the name of who stands in, only while the manager is absent
    std::optional<Date> absent_until; ///< while the manager is
};

/// The staff member who looks after a contact: its own manager, else that of its main employer.
std::optional<std::int64_t> manager_id_of(Store& store, std::int64_t contact_id, Date today);

/// The contact's own manager, else that of its main employer. Deputies who are absent themselves
/// are followed to theirs.
std::optional<ManagerInfo> manager_of(Store& store, std::int64_t contact_id, Date today);
/// The same for a staff member who is known.
ManagerInfo manager_info(Store& store, std::int64_t staff_id, Date today);

} // namespace crm

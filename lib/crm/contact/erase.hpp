// SPDX-License-Identifier: MIT
#pragma once

#include "crm/store/store.hpp"

#include <cstdint>

namespace crm
{

/// The name of somebody erased.
inline constexpr const char* erased_name = "(erased)";

/// What of a person stays.
enum class KeptOfPerson {
    nothing,
    name,   ///< for records that have to be kept
    address ///< and how to reach and pay the person, for claims that are still open
};

/// Takes away everything that says something about a person: fields, own fields, addresses, notes,
/// tags, relations, role, phone and e-mail at work; and what could find them, by a former name,
/// too; but not what is kept. Employments stay as bare facts of the companies. The contact is
/// archived. Remembers by what a re-import is known; false if there is nothing. Works inside the
/// caller's transaction.
bool erase_contact(Store& store, std::int64_t person_id, KeptOfPerson kept, Date today);

} // namespace crm
